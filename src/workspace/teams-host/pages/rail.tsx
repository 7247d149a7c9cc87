import { Button, CounterBadge, mergeClasses } from "@fluentui/react-components";
import { AppsRegular } from "@fluentui/react-icons/svg/apps";
import { ChatRegular } from "@fluentui/react-icons/svg/chat";
import { FolderListRegular } from "@fluentui/react-icons/svg/folder-list";
import { useUnreadCount } from "../../bot-channel/pages/chat-view.tsx";
import type { ChatSource } from "../../bot-channel/pages/use-chat.ts";
import type { HostApp } from "./host-data.ts";
import { useTexts } from "./host-texts.ts";
import { usePaneStyles } from "./persona-pane.styles.ts";

interface Place {
  readonly id: string;
  readonly name: string;
  readonly icon: React.ReactNode;
  readonly count: number;
}

/** Chat, the installed apps and SharePoint; a bar at the bottom on narrow screens. */
export function Rail(props: {
  readonly label: string;
  readonly place: string;
  readonly apps: readonly HostApp[];
  readonly narrow: boolean;
  readonly chat: ChatSource;
  readonly onChoose: (place: string) => void;
}): React.JSX.Element {
  const { label, place, apps, narrow, chat, onChoose } = props;
  const styles = usePaneStyles();
  const texts = useTexts();
  const places: readonly Place[] = [
    { id: "chat", name: texts.chat, icon: <ChatRegular />, count: useUnreadCount(chat) },
    ...apps.map((app) => ({ id: app.id, name: app.name, icon: <AppIcon app={app} />, count: 0 })),
    { id: "sharepoint", name: texts.sharePoint, icon: <FolderListRegular />, count: 0 },
  ];
  return (
    <nav className={mergeClasses(styles.rail, narrow && styles.bottomBar)} aria-label={label}>
      {places.map(({ id, name, icon, count }) => (
        <Button
          key={id}
          appearance="subtle"
          className={mergeClasses(
            styles.place,
            id === place && styles.current,
            narrow && styles.barPlace,
            narrow && id === place && styles.barCurrent,
          )}
          aria-current={id === place ? "page" : undefined}
          onClick={() => onChoose(id)}
        >
          <span className={styles.icon} aria-hidden="true">
            {icon}
            {count > 0 && <CounterBadge className={styles.badge} count={count} size="small" color="danger" />}
          </span>
          <span className={styles.placeName}>{name}</span>
          {count > 0 && <span className={styles.unseen}>{texts.unread(count)}</span>}
        </Button>
      ))}
    </nav>
  );
}

function AppIcon({ app }: { readonly app: HostApp }): React.JSX.Element {
  const styles = usePaneStyles();
  if (!app.hasIcons) return <AppsRegular />;
  return <img className={styles.appIcon} src={`/workspace/apps/${app.id}/icons/color`} alt="" />;
}
