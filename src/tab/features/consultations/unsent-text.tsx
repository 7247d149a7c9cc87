import { Button, Field, MessageBar, MessageBarBody, MessageBarTitle, Textarea } from "@fluentui/react-components";
import { useFormTexts, usePartyAnswerTexts } from "./consultation-texts.ts";
import { useConsultationStyles } from "./consultations.styles.ts";
import { CopyButton } from "./copy-button.tsx";

interface UnsentTextProps {
  readonly text: string;
  readonly officer: string;
  readonly onForget: () => void;
}

/** What was typed when another answer, or the closing, came first: it stays, with the way out. */
export function UnsentText({ text, officer, onForget }: UnsentTextProps) {
  const styles = useConsultationStyles();
  const words = usePartyAnswerTexts();
  const { forget } = useFormTexts();
  return (
    <>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{words.yourText}</MessageBarTitle>
          {words.yourTextHint(officer)}
        </MessageBarBody>
      </MessageBar>
      <Field label={words.yourText}>
        <Textarea readOnly rows={4} value={text} />
      </Field>
      <div className={styles.actions}>
        <CopyButton text={text} label={words.copyText} done={words.copied} byHand={words.copyByHand} />
        <Button appearance="subtle" onClick={onForget}>
          {forget}
        </Button>
      </div>
    </>
  );
}
