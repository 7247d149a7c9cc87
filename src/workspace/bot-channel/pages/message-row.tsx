import { Avatar, makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { memo, useCallback } from "react";
import { AppAvatar } from "./app-avatar.tsx";
import type { ChatTheme } from "./card-host-config.ts";
import { markdownToHtml } from "./card-markdown.ts";
import { CardMessage, type CardMessageProps } from "./card-message.tsx";
import type { ChatMessage } from "./chat-contract.ts";
import type { ChatStore } from "./chat-store.ts";
import type { ChatTexts } from "./chat-texts.ts";

export interface MessageRowProps {
  readonly message: ChatMessage;
  readonly conversationId: string;
  readonly me: string;
  /** How many people are in the conversation. */
  readonly members: number;
  readonly botId: string;
  readonly appName: string;
  /** The persona who reads. */
  readonly myName: string;
  readonly time: string;
  /** Where several people write, everything stands to the left, as in Teams. */
  readonly inChannel: boolean;
  readonly theme: ChatTheme;
  readonly texts: ChatTexts;
  readonly store: ChatStore;
  readonly onOpenLink: (url: string) => void;
}

/** One message: the persona's own to the right, the app's with its cards to the left. */
export const MessageRow = memo(function MessageRow(props: MessageRowProps): React.JSX.Element {
  const { message, appName, time, texts, inChannel } = props;
  const styles = useStyles();
  const own = message.author === "person" && message.from === undefined;
  const toRight = own && !inChannel;
  return (
    <div data-message className={mergeClasses(styles.row, toRight && styles.ownRow)}>
      {!toRight &&
        (message.author === "bot" ? (
          <AppAvatar className={styles.avatar} botId={props.botId} />
        ) : (
          <Avatar
            aria-hidden
            className={styles.avatar}
            size={32}
            name={message.from ?? props.myName}
            color="colorful"
          />
        ))}
      <div className={mergeClasses(styles.content, toRight && styles.ownContent)}>
        <Text size={200} className={styles.head}>
          {own ? texts.you : (message.from ?? appName)} · {time}
          {message.editedAt !== undefined && ` · ${texts.edited}`}
        </Text>
        {message.text !== undefined && message.text !== "" && (
          <Bubble message={message} toRight={toRight} onOpenLink={props.onOpenLink} />
        )}
        {message.cards.map((card, index) => (
          // A card has no other name than its place in the message.
          <Card key={index} card={card} {...props} />
        ))}
      </div>
    </div>
  );
});

function Card({
  card,
  message,
  store,
  conversationId,
  ...props
}: MessageRowProps & { readonly card: unknown }): React.JSX.Element {
  const { id } = message;
  const press = useCallback<CardMessageProps["press"]>(
    (action, trigger) => store.press(conversationId, id, action, trigger),
    [store, conversationId, id],
  );
  const submit = useCallback<CardMessageProps["submit"]>(
    (data) => store.submit(conversationId, id, data),
    [store, conversationId, id],
  );
  return (
    <CardMessage
      card={card}
      cardKey={`${message.id} ${message.editedAt ?? ""}`}
      me={props.me}
      members={props.members}
      appName={props.appName}
      theme={props.theme}
      texts={props.texts}
      press={press}
      submit={submit}
      mayRefresh={store.mayRefresh}
      onOpenLink={props.onOpenLink}
    />
  );
}

/** People's texts are shown as written; bots' texts are markdown unless they say "plain". */
function Bubble({
  message,
  toRight,
  onOpenLink,
}: Pick<MessageRowProps, "message" | "onOpenLink"> & { readonly toRight: boolean }): React.JSX.Element {
  const styles = useStyles();
  const text = message.text ?? "";
  const className = mergeClasses(styles.bubble, toRight && styles.ownBubble);
  if (message.author === "person" || message.textFormat === "plain") return <div className={className}>{text}</div>;
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- links inside are focusable
    <div
      className={mergeClasses(className, styles.rich)}
      onClick={(event) => {
        const link = event.target instanceof Element ? event.target.closest("a") : null;
        if (link === null) return;
        event.preventDefault();
        onOpenLink(link.href);
      }}
      // Sanitised by markdownToHtml.
      dangerouslySetInnerHTML={{ __html: markdownToHtml(text) }}
    />
  );
}

const useStyles = makeStyles({
  row: { display: "flex", gap: tokens.spacingHorizontalS, alignItems: "flex-start" },
  avatar: { flexShrink: 0, "@container (max-width: 420px)": { display: "none" } },
  ownRow: { justifyContent: "flex-end" },
  content: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS, minWidth: 0, flexGrow: 1 },
  ownContent: { flexGrow: 0, alignItems: "flex-end", maxWidth: "85%" },
  head: { color: tokens.colorNeutralForeground3 },
  bubble: {
    alignSelf: "flex-start",
    maxWidth: "540px",
    boxSizing: "border-box",
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
  },
  ownBubble: {
    alignSelf: "flex-end",
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
  },
  rich: {
    whiteSpace: "normal",
    "& p": { margin: "0px" },
    "& p + p": { marginTop: tokens.spacingVerticalS },
    "& a": { color: tokens.colorBrandForegroundLink },
  },
});
