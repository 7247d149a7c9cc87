import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowReplyRegular } from "@fluentui/react-icons";
import { useState } from "react";
import type { ChatMessage } from "./chat-contract.ts";
import { ComposeBox } from "./compose-box.tsx";
import { MessageRow, type MessageRowProps } from "./message-row.tsx";
import type { Thread } from "./threads.ts";

export interface ThreadViewProps extends Omit<MessageRowProps, "message" | "time"> {
  readonly thread: Thread;
  readonly timeOf: (at: string) => string;
  /** Answers can be written: it is a channel, and the app is there. */
  readonly mayReply: boolean;
}

/** A message with the answers to it. */
export function ThreadView({ thread, timeOf, mayReply, ...row }: ThreadViewProps): React.JSX.Element {
  const styles = useStyles();
  const [writing, setWriting] = useState(false);
  const { root, replies } = thread;
  const rowOf = (message: ChatMessage): React.JSX.Element => (
    <MessageRow key={message.id} {...row} message={message} time={timeOf(message.createdAt)} />
  );
  if (replies.length === 0 && !mayReply) return rowOf(root);
  return (
    <div className={styles.thread}>
      {rowOf(root)}
      <div className={styles.replies}>
        {replies.map(rowOf)}
        {mayReply && !writing && (
          <Button
            className={styles.reply}
            size="small"
            appearance="subtle"
            icon={<ArrowReplyRegular />}
            onClick={() => setWriting(true)}
          >
            {row.texts.reply}
          </Button>
        )}
        {mayReply && writing && (
          <ComposeBox
            isInThread
            texts={row.texts}
            label={row.texts.writeReply(row.appName)}
            onSend={(text) => row.store.say(row.conversationId, text, root.id)}
          />
        )}
      </div>
    </div>
  );
}

const useStyles = makeStyles({
  thread: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    paddingBottom: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  replies: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    marginLeft: "40px",
    "@container (max-width: 420px)": { marginLeft: tokens.spacingHorizontalM },
  },
  // Under the card's own button, also where the answers stand closer.
  reply: {
    alignSelf: "flex-start",
    "@container (max-width: 420px)": { marginLeft: `calc(-1 * ${tokens.spacingHorizontalM})` },
  },
});
