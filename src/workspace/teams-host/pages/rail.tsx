import { Button, CounterBadge, mergeClasses } from "@fluentui/react-components";
import { AlertRegular } from "@fluentui/react-icons/svg/alert";
import { AppsRegular } from "@fluentui/react-icons/svg/apps";
import { ChatRegular } from "@fluentui/react-icons/svg/chat";
import { FolderListRegular } from "@fluentui/react-icons/svg/folder-list";
import { PeopleTeamRegular } from "@fluentui/react-icons/svg/people-team";
import { useState } from "react";
import { useUnreadCount } from "../../bot-channel/pages/chat-view.tsx";
import type { ChatSource } from "../../bot-channel/pages/use-chat.ts";
import { appPicture, type HostApp } from "./host-data.ts";
import { useTexts } from "./host-texts.ts";
import { usePaneStyles } from "./persona-pane.styles.ts";
import type { Place } from "./places.ts";

/** The places of a client; a bar at the bottom on phones and narrow screens. */
export function Rail(props: {
  readonly id: string;
  readonly label: string;
  readonly place: string;
  readonly places: readonly Place[];
  readonly bottom: boolean;
  readonly newActivities: number;
  readonly chat: ChatSource;
  readonly onChoose: (place: string) => void;
}): React.JSX.Element {
  const { id: railId, label, place, places, bottom, chat, newActivities, onChoose } = props;
  const styles = usePaneStyles();
  const texts = useTexts();
  const unread = useUnreadCount(chat);
  return (
    <nav id={railId} className={mergeClasses(styles.rail, bottom && styles.bottomBar)} aria-label={label}>
      {places.map((each) => {
        const { id } = each;
        const count = { activity: newActivities, chat: unread, teams: 0, sharepoint: 0, app: 0 }[each.kind];
        return (
          <Button
            key={id}
            appearance="subtle"
            className={mergeClasses(
              styles.place,
              id === place && styles.current,
              bottom && styles.barPlace,
              bottom && id === place && styles.barCurrent,
            )}
            aria-current={id === place ? "page" : undefined}
            onClick={() => onChoose(id)}
          >
            <span className={styles.icon} aria-hidden="true">
              <PlaceIcon place={each} />
              {count > 0 && <CounterBadge className={styles.badge} count={count} size="small" color="danger" />}
            </span>
            <span className={styles.placeName}>{each.kind === "app" ? each.app.name : texts.placeNames(id)}</span>
            {count > 0 && <span className={styles.unseen}>{texts.unread(count)}</span>}
          </Button>
        );
      })}
    </nav>
  );
}

function PlaceIcon({ place }: { readonly place: Place }): React.JSX.Element {
  switch (place.kind) {
    case "activity":
      return <AlertRegular />;
    case "chat":
      return <ChatRegular />;
    case "teams":
      return <PeopleTeamRegular />;
    case "sharepoint":
      return <FolderListRegular />;
    case "app":
      return <AppIcon app={place.app} />;
  }
}

/** The app's own icon; the general one where it has none, or none that is a picture. */
function AppIcon({ app }: { readonly app: HostApp }): React.JSX.Element {
  const styles = usePaneStyles();
  const [broken, setBroken] = useState(false);
  const src = appPicture(app);
  if (src === undefined || broken) return <AppsRegular />;
  return <img className={styles.appIcon} src={src} alt="" onError={() => setBroken(true)} />;
}
