import { Button, makeStyles, mergeClasses, Spinner, Text, tokens } from "@fluentui/react-components";
import { type Activity, markRead } from "./activity-data.ts";
import type { HostLocale } from "./host-state.ts";
import { useTexts } from "./host-texts.ts";
import { type LinkTargets, openLink, openPage } from "./open-link.ts";

/** The bell's list: who did what, newest first; a press leads to where it happened and marks it as seen. */
export function ActivityView(props: {
  readonly personaId: string;
  /** Undefined until it is known. */
  readonly activities: readonly Activity[] | undefined;
  readonly links: LinkTargets;
  readonly locale: HostLocale;
  readonly timeZone: string;
}): React.JSX.Element {
  const { personaId, activities, links, locale, timeZone } = props;
  const styles = useStyles();
  const texts = useTexts();
  const time = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: "medium", timeStyle: "short" });
  const open = ({ id, isRead, webUrl, teamsAppId }: Activity): void => {
    if (!isRead) void markRead(personaId, id);
    const followed = webUrl !== undefined && openLink(webUrl, links);
    if (!followed) openPage({ appId: teamsAppId, entityId: "", subEntityId: undefined }, links);
  };
  return (
    <section className={styles.feed} aria-label={texts.placeNames("activity")}>
      <Text as="h2" weight="semibold" size={400} className={styles.title}>
        {texts.placeNames("activity")}
      </Text>
      {activities === undefined && <Spinner size="small" label={texts.loading} />}
      {activities?.length === 0 && <Text className={styles.none}>{texts.activityNone}</Text>}
      <ul className={styles.list}>
        {activities?.map((activity) => (
          <li key={activity.id}>
            <Button appearance="subtle" className={styles.entry} onClick={() => open(activity)}>
              <span className={mergeClasses(styles.dot, activity.isRead && styles.seen)} aria-hidden="true" />
              <span className={styles.words}>
                <span className={mergeClasses(!activity.isRead && styles.unread)}>{activity.text}</span>
                <span>{activity.preview}</span>
                <span
                  className={styles.facts}
                >{`${activity.appName} · ${time.format(new Date(activity.sentAt))}`}</span>
              </span>
              {!activity.isRead && <span className={styles.unseen}>{texts.activityUnread}</span>}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

const useStyles = makeStyles({
  feed: { height: "100%", overflowY: "auto", boxSizing: "border-box", padding: tokens.spacingHorizontalL },
  title: { margin: `0 0 ${tokens.spacingVerticalM}` },
  none: { color: tokens.colorNeutralForeground2 },
  list: { listStyleType: "none", margin: 0, padding: 0, maxWidth: "640px", display: "grid", rowGap: "4px" },
  entry: {
    width: "100%",
    maxWidth: "none",
    justifyContent: "flex-start",
    alignItems: "flex-start",
    textAlign: "left",
    fontWeight: tokens.fontWeightRegular,
    columnGap: tokens.spacingHorizontalM,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
    // In high contrast the background does not set it off.
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  dot: {
    width: "8px",
    height: "8px",
    marginTop: "6px",
    flexShrink: 0,
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorCompoundBrandForeground1,
  },
  seen: { backgroundColor: "transparent" },
  words: { display: "grid", minWidth: 0, overflowWrap: "anywhere" },
  unread: { fontWeight: tokens.fontWeightSemibold },
  facts: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  unseen: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)" },
});
