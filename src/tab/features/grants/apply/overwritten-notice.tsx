import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { LongText } from "../../../components/long-text.tsx";
import { useApplyForm } from "./apply-form.ts";
import { useApplyTexts } from "./apply-texts.ts";
import type { DraftSaver } from "./draft-saver.ts";
import { type OverwrittenText, withTextAgain } from "./overwritten.ts";

interface NoticeProps {
  readonly saver: DraftSaver;
  readonly overwritten: OverwrittenText;
}

/** Words of somebody else, or of another window, that a save has written over; they stay until somebody says so. */
export function OverwrittenNotice({ saver, overwritten }: NoticeProps) {
  const { apply } = useApplyTexts();
  const { values, readOnly } = useApplyForm();
  const { id, field, text } = overwritten;
  const again = readOnly ? undefined : withTextAgain(field, text, values);
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{apply.stoodThere(apply.fields[field])}</MessageBarTitle>
        <LongText text={text} />
      </MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            icon={<DismissRegular />}
            aria-label={apply.closeOverwritten(apply.fields[field])}
            onClick={() => {
              saver.dismiss(id);
            }}
          />
        }
      >
        {again === undefined ? null : (
          <Button
            onClick={() => {
              saver.edit(field, again);
              saver.dismiss(id);
            }}
          >
            {apply.insertAgain}
          </Button>
        )}
      </MessageBarActions>
    </MessageBar>
  );
}
