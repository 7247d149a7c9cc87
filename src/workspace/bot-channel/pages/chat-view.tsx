import { Button, makeStyles, mergeClasses, Spinner, Text, tokens } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons";
import { useEffect, useState } from "react";
import type { ChatTheme } from "./card-host-config.ts";
import type { ConversationSummary } from "./chat-contract.ts";
import { type ChatTexts, chatTexts } from "./chat-texts.ts";
import { ComposeBox } from "./compose-box.tsx";
import { ConversationList } from "./conversation-list.tsx";
import { ConversationMenu } from "./conversation-menu.tsx";
import { MessageList } from "./message-list.tsx";
import { RemovedBar } from "./removed-bar.tsx";
import { type ChatSource, useChat } from "./use-chat.ts";

export { useUnreadCount } from "./use-chat.ts";

export interface ChatViewProps extends ChatSource {
  /** "da…" or "en…". */
  readonly locale: string;
  /** Only what the Fluent theme around the view cannot say: native inputs, tints in high contrast. */
  readonly theme: ChatTheme;
  /** A link in a card or a message was followed. */
  readonly onOpenLink: (url: string) => void;
}

/** A persona's chat as in Teams: conversations, messages with cards, and a field to write in. Fills its parent. */
export function ChatView(props: ChatViewProps): React.JSX.Element {
  const styles = useStyles();
  const texts = chatTexts(props.locale);
  const { state, store } = useChat(props);
  const [chosen, setChosen] = useState<string>();
  const alone = state.conversations.length === 1;
  const selected = state.conversations.find(({ id }) => id === chosen) ?? (alone ? state.conversations[0] : undefined);
  if (state.status !== "ready")
    return <Waiting failed={state.status === "failed"} texts={texts} retry={store.reload} />;
  return (
    <div className={styles.chat}>
      <output>{!state.live && <span className={styles.old}>{texts.old}</span>}</output>
      {state.conversations.length === 0 && <Text className={styles.center}>{texts.none}</Text>}
      <div className={styles.panes}>
        {!alone && (
          <div className={mergeClasses(styles.list, selected !== undefined && styles.hiddenWhenNarrow)}>
            <ConversationList
              conversations={state.conversations}
              selectedId={selected?.id}
              texts={texts}
              onSelect={setChosen}
            />
          </div>
        )}
        {selected !== undefined && (
          <Conversation
            key={selected.id}
            {...props}
            conversation={selected}
            texts={texts}
            {...(alone ? {} : { onBack: () => setChosen(undefined) })}
          />
        )}
      </div>
    </div>
  );
}

interface ConversationProps extends ChatViewProps {
  readonly conversation: ConversationSummary;
  readonly texts: ChatTexts;
  readonly onBack?: () => void;
}

function Conversation({ conversation, texts, onBack, ...props }: ConversationProps): React.JSX.Element {
  const styles = useStyles();
  const { state, store } = useChat(props);
  const [failed, setFailed] = useState(false);
  const thread = state.threads[conversation.id];
  const { id, unread, teamName, appName } = conversation;
  const isChannel = conversation.kind === "channel";
  const title = teamName === undefined ? appName : texts.channel(teamName, appName);
  const load = (): void => {
    setFailed(false);
    store.open(id).catch(() => setFailed(true));
  };
  useEffect(() => {
    store.open(id).catch(() => setFailed(true));
  }, [store, id]);
  useReadMark(() => store.markRead(id), `${thread?.messages.at(-1)?.seq ?? ""} ${unread}`);
  return (
    <section className={styles.conversation} aria-label={title}>
      <header className={styles.header}>
        {onBack !== undefined && (
          <Button
            className={styles.back}
            appearance="subtle"
            icon={<ArrowLeftRegular />}
            aria-label={texts.back}
            onClick={onBack}
          />
        )}
        <Text as="h2" weight="semibold" size={400} className={styles.title}>
          {title}
        </Text>
        <ConversationMenu conversation={conversation} store={store} texts={texts} />
      </header>
      {thread === undefined ? (
        <Waiting failed={failed} texts={texts} retry={load} />
      ) : (
        <MessageList
          conversation={conversation}
          thread={thread}
          timeZone={state.timeZone}
          locale={props.locale}
          myName={props.persona.displayName}
          typing={state.typingIn === id}
          theme={props.theme}
          texts={texts}
          store={store}
          onOpenLink={props.onOpenLink}
        />
      )}
      {conversation.installed ? (
        <ComposeBox
          texts={texts}
          label={isChannel ? texts.writeInChannel(conversation.appName) : texts.writeMessage}
          onSend={(text) => store.say(id, text)}
        />
      ) : (
        <RemovedBar
          appName={conversation.appName}
          mayInstall={conversation.mayRemove}
          texts={texts}
          install={() => store.install(id)}
        />
      )}
    </section>
  );
}

/** Marks as read what stands on the screen: now, or when the window comes back into view. */
function useReadMark(mark: () => void, shown: string): void {
  useEffect(() => {
    const markIfVisible = (): void => {
      if (document.visibilityState === "visible") mark();
    };
    markIfVisible();
    document.addEventListener("visibilitychange", markIfVisible);
    return () => document.removeEventListener("visibilitychange", markIfVisible);
    // `mark` is new on every render; what is shown decides.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [shown]);
}

function Waiting({
  failed,
  texts,
  retry,
}: {
  failed: boolean;
  texts: ChatTexts;
  retry: () => void;
}): React.JSX.Element {
  const styles = useStyles();
  if (!failed) return <Spinner className={styles.center} size="small" label={texts.loading} />;
  return (
    <div role="alert" className={styles.center}>
      <Text>{texts.failed}</Text>
      <Button onClick={retry}>{texts.retry}</Button>
    </div>
  );
}

const narrow = "@container (max-width: 620px)";

const useStyles = makeStyles({
  chat: {
    display: "flex",
    flexDirection: "column",
    height: "100%",
    minHeight: 0,
    containerType: "inline-size",
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
  },
  panes: { display: "flex", flexGrow: 1, minHeight: 0 },
  list: {
    width: "280px",
    flexShrink: 0,
    overflowY: "auto",
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    [narrow]: { width: "100%", borderRight: "none" },
  },
  hiddenWhenNarrow: { [narrow]: { display: "none" } },
  conversation: { display: "flex", flexDirection: "column", flexGrow: 1, minWidth: 0, minHeight: 0 },
  header: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    minHeight: "48px",
    padding: `0px ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  back: { display: "none", [narrow]: { display: "inline-flex" } },
  title: { margin: "0px", flexGrow: 1, minWidth: 0 },
  center: {
    margin: "auto",
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    gap: tokens.spacingVerticalM,
  },
  old: {
    display: "block",
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorStatusWarningForeground1,
    fontSize: tokens.fontSizeBase200,
  },
});
