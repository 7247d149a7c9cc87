import { Button, Text } from "@fluentui/react-components";
import { useState } from "react";
import { AppPictures } from "../../bot-channel/pages/app-avatar.tsx";
import { ChatView } from "../../bot-channel/pages/chat-view.tsx";
import type { Activity } from "./activity-data.ts";
import { ActivityView } from "./activity-view.tsx";
import { ChannelView } from "./channel-view.tsx";
import { appPicture, type HostApp, type Persona } from "./host-data.ts";
import { useTexts } from "./host-texts.ts";
import { type LinkTargets, openLink } from "./open-link.ts";
import { usePaneStyles } from "./persona-pane.styles.ts";
import type { PersonaPaneProps } from "./persona-pane.tsx";
import { SharePointFrame } from "./share-point-frame.tsx";
import type { TabLink } from "./tab-connection.ts";
import { TabFrame } from "./tab-frame.tsx";
import { personalPage, type TabHost } from "./tab-page.ts";
import { benchTokenLifetimeS } from "./test-bench.ts";

export interface PaneContentProps extends PersonaPaneProps {
  readonly persona: Persona;
  readonly activities: readonly Activity[] | undefined;
  /** What the pane shows: the chosen place, or what its client has instead. */
  readonly place: string;
  readonly link: TabLink;
  readonly returnFocus: (forward: boolean) => void;
}

/** What is chosen on the rail: the chat, the teams, SharePoint, or a page of an app. */
export function PaneContent(props: PaneContentProps): React.JSX.Element {
  const { index, pane, place, data, state, actions, persona, tokenOf, link } = props;
  const [given] = useState(() => new Set<string>());
  const links: LinkTargets = {
    hostOrigin: window.location.origin,
    apps: data.apps,
    openPage: actions.openPage,
    setPlace: actions.setPlace,
    goBack: (from) => {
      if ((pane.before ?? []).length === 0) return false;
      actions.goBack(from);
      return true;
    },
    returnFocus: (_pane, forward) => props.returnFocus(forward),
    pane: index,
  };
  const hostOf = (app: HostApp): TabHost => ({
    app,
    persona,
    personas: data.personas,
    configuration: data.configuration,
    theme: state.theme,
    locale: state.locale,
    client: state.client,
    bench: state.bench,
    tokenLifetimeS: state.tokenLifetimeS ?? benchTokenLifetimeS(state.bench),
    links,
    given,
  });
  // Another client or switch is another host: the page begins anew in it.
  const visit = [persona.id, pane.visit, state.client, ...state.bench].join();
  if (place === "chat") {
    return (
      <AppPictures value={(botId) => appPicture(data.apps.find((app) => app.botId === botId))}>
        <ChatView
          key={persona.id}
          persona={persona}
          token={() => tokenOf(persona.id)}
          channelBase="/channel"
          locale={state.locale}
          theme={state.theme}
          onOpenLink={(address) => void openLink(address, links)}
        />
      </AppPictures>
    );
  }
  if (place === "activity") {
    return (
      <ActivityView
        personaId={persona.id}
        activities={props.activities}
        links={links}
        locale={state.locale}
        timeZone={data.configuration.tenant.timeZone}
      />
    );
  }
  if (place === "sharepoint") {
    return <SharePointFrame key={persona.id} data={data} persona={persona} state={state} />;
  }
  if (place === "teams") return <ChannelView {...props} hostOf={hostOf} visit={visit} />;
  const app = data.apps.find(({ id }) => id === place);
  if (app === undefined) {
    return <MissingApp onGoOn={() => actions.setPlace(index, "chat")} />;
  }
  return (
    <TabFrame
      key={[visit, app.id, app.origin].join()}
      host={hostOf(app)}
      page={personalPage(app, pane.entityId, pane.subEntityId)}
      link={link}
    />
  );
}

/** A link led to an app that nobody has installed here. */
function MissingApp({ onGoOn }: { readonly onGoOn: () => void }): React.JSX.Element {
  const styles = usePaneStyles();
  const texts = useTexts();
  return (
    <div className={styles.over}>
      <Text weight="semibold">{texts.tabMissing}</Text>
      <Text className={styles.missing}>{texts.tabMissingHint}</Text>
      <Button onClick={onGoOn}>{texts.goToChat}</Button>
    </div>
  );
}
