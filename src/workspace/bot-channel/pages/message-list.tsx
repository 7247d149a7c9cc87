import { Button, Divider, makeStyles, Text, tokens } from "@fluentui/react-components";
import { Fragment, useMemo } from "react";
import type { ChatTheme } from "./card-host-config.ts";
import type { ConversationSummary } from "./chat-contract.ts";
import type { ChatStore, ChatThread } from "./chat-store.ts";
import type { ChatTexts } from "./chat-texts.ts";
import { ThreadView } from "./thread-view.tsx";
import { threadsOf } from "./threads.ts";
import { useNewestInView } from "./use-newest-in-view.ts";

export interface MessageListProps {
  readonly conversation: ConversationSummary;
  readonly thread: ChatThread;
  readonly timeZone: string;
  readonly locale: string;
  /** The persona who reads. */
  readonly myName: string;
  readonly typing: boolean;
  readonly theme: ChatTheme;
  readonly texts: ChatTexts;
  readonly store: ChatStore;
  readonly onOpenLink: (url: string) => void;
}

/** The messages of one conversation, oldest first, with the days between them. */
export function MessageList(props: MessageListProps): React.JSX.Element {
  const { conversation, thread, timeZone, locale, texts, store } = props;
  const styles = useStyles();
  const { dayOf, timeOf } = useMemo(() => formats(locale, timeZone), [locale, timeZone]);
  const threads = useMemo(() => threadsOf(thread.messages), [thread.messages]);
  const inChannel = conversation.kind === "channel";
  const mayReply = inChannel && conversation.installed;
  const last = thread.messages.at(-1);
  const { frame, ...scrolling } = useNewestInView(thread, `${last?.id ?? ""} ${props.typing}`);
  return (
    <section
      ref={frame}
      className={styles.frame}
      aria-label={texts.messages(conversation.appName)}
      // A scrolling area must be reachable for the keyboard.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      {...scrolling}
    >
      {thread.more && (
        <Button appearance="subtle" onClick={() => void store.loadOlder(conversation.id)}>
          {texts.older}
        </Button>
      )}
      {thread.messages.length === 0 && <Text className={styles.quiet}>{texts.empty(conversation.appName)}</Text>}
      {threads.map((each, index) => {
        const day = dayOf(each.root.createdAt);
        const before = threads[index - 1]?.root;
        return (
          <Fragment key={each.root.id}>
            {(before === undefined || dayOf(before.createdAt) !== day) && (
              <Divider className={styles.day}>{day}</Divider>
            )}
            <ThreadView
              thread={each}
              timeOf={timeOf}
              mayReply={mayReply}
              inChannel={inChannel}
              conversationId={conversation.id}
              me={thread.me}
              members={thread.members}
              botId={conversation.appId}
              appName={conversation.appName}
              myName={props.myName}
              theme={props.theme}
              texts={texts}
              store={store}
              onOpenLink={props.onOpenLink}
            />
          </Fragment>
        );
      })}
      {props.typing && <Text className={styles.quiet}>{texts.typing(conversation.appName)}</Text>}
      <output className={styles.hidden}>
        {last?.author === "bot" && <span key={last.id}>{texts.newMessage(conversation.appName)}</span>}
      </output>
    </section>
  );
}

function formats(locale: string, timeZone: string): { dayOf: (at: string) => string; timeOf: (at: string) => string } {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "full", timeZone });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: "short", timeZone });
  return { dayOf: (at) => day.format(new Date(at)), timeOf: (at) => time.format(new Date(at)) };
}

const useStyles = makeStyles({
  frame: {
    position: "relative",
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    flexGrow: 1,
    minHeight: 0,
    overflowY: "auto",
    overflowX: "hidden",
    padding: tokens.spacingHorizontalM,
    "&:focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  day: { flexGrow: 0, color: tokens.colorNeutralForeground3 },
  quiet: { color: tokens.colorNeutralForeground3 },
  hidden: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)" },
});
