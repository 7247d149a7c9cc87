import { Avatar, CounterBadge, makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { PeopleTeamRegular } from "@fluentui/react-icons";
import { AppAvatar } from "./app-avatar.tsx";
import type { ConversationSummary } from "./chat-contract.ts";
import type { ChatTexts } from "./chat-texts.ts";

export interface ConversationListProps {
  readonly conversations: readonly ConversationSummary[];
  readonly selectedId: string | undefined;
  readonly texts: ChatTexts;
  readonly onSelect: (id: string) => void;
}

/** The persona's conversations, each with what it said last and how much of it is unread. */
export function ConversationList({
  conversations,
  selectedId,
  texts,
  onSelect,
}: ConversationListProps): React.JSX.Element {
  const styles = useStyles();
  return (
    <nav aria-label={texts.conversations}>
      <ul className={styles.list}>
        {conversations.map(({ id, kind, appId, appName, teamName, unread, preview }) => (
          <li key={id}>
            <button
              type="button"
              className={mergeClasses(styles.item, id === selectedId && styles.selected)}
              aria-current={id === selectedId ? "true" : undefined}
              onClick={() => onSelect(id)}
            >
              {kind === "channel" ? (
                <Avatar aria-hidden size={32} shape="square" color="brand" icon={<PeopleTeamRegular />} />
              ) : (
                <AppAvatar botId={appId} />
              )}
              <span className={styles.words}>
                <Text weight={unread > 0 ? "bold" : "regular"} truncate wrap={false} block>
                  {teamName === undefined ? appName : texts.channel(teamName, appName)}
                </Text>
                {preview !== undefined && (
                  <Text size={200} truncate wrap={false} block className={styles.preview}>
                    {preview}
                  </Text>
                )}
              </span>
              {unread > 0 && (
                <CounterBadge count={unread} size="small" color="brand" aria-label={texts.unread(unread)} />
              )}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: "0px", padding: tokens.spacingHorizontalXS },
  item: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    boxSizing: "border-box",
    width: "100%",
    minHeight: "48px",
    padding: tokens.spacingHorizontalS,
    border: "none",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorTransparentBackground,
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    textAlign: "left",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover, color: tokens.colorNeutralForeground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  selected: { backgroundColor: tokens.colorSubtleBackgroundSelected, color: tokens.colorNeutralForeground1Selected },
  words: { flexGrow: 1, minWidth: 0 },
  preview: { opacity: 0.8 },
});
