import { Button, makeStyles, Text, Textarea, tokens } from "@fluentui/react-components";
import { SendRegular } from "@fluentui/react-icons";
import { useRef, useState } from "react";
import type { ChatTexts } from "./chat-texts.ts";

export interface ComposeBoxProps {
  readonly texts: ChatTexts;
  /** What the field is for. */
  readonly label: string;
  /** Stands among messages, whose edges it keeps, and not at the foot of the conversation. */
  readonly isInThread?: boolean;
  readonly onSend: (text: string) => Promise<void>;
}

/** Where a message is written. The text stays until it is sent. */
export function ComposeBox({ texts, label, isInThread = false, onSend }: ComposeBoxProps): React.JSX.Element {
  const styles = useStyles();
  const [text, setText] = useState("");
  const [state, setState] = useState<"idle" | "sending" | "failed">("idle");
  const sending = useRef(false);
  const send = async (): Promise<void> => {
    if (text.trim() === "" || sending.current) return;
    sending.current = true;
    setState("sending");
    try {
      await onSend(text);
      setText("");
      setState("idle");
    } catch {
      setState("failed");
    }
    sending.current = false;
  };
  return (
    <form
      className={isInThread ? undefined : styles.foot}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <div className={styles.line}>
        <Textarea
          className={styles.field}
          aria-label={label}
          placeholder={label}
          title={texts.sendHint}
          rows={1}
          resize="none"
          value={text}
          maxLength={28_000}
          onChange={(_, { value }) => setText(value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            void send();
          }}
        />
        <Button
          type="submit"
          appearance="primary"
          icon={<SendRegular />}
          aria-label={texts.send}
          title={texts.send}
          disabledFocusable={text.trim() === "" || state === "sending"}
        />
      </div>
      <div role="alert">
        {state === "failed" && (
          <Text size={200} className={styles.error}>
            {texts.notSent}
          </Text>
        )}
      </div>
    </form>
  );
}

const useStyles = makeStyles({
  foot: { padding: tokens.spacingHorizontalM, paddingTop: tokens.spacingVerticalXS },
  line: { display: "flex", alignItems: "flex-end", gap: tokens.spacingHorizontalS },
  field: { flexGrow: 1, minWidth: 0 },
  error: { color: tokens.colorStatusDangerForeground1 },
});
