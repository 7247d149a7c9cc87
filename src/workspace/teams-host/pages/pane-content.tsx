import { Text } from "@fluentui/react-components";
import { ChatView } from "../../bot-channel/pages/chat-view.tsx";
import type { Persona } from "./host-data.ts";
import { useTexts } from "./host-texts.ts";
import { openLink } from "./open-link.ts";
import { usePaneStyles } from "./persona-pane.styles.ts";
import type { PersonaPaneProps } from "./persona-pane.tsx";
import { SharePointFrame } from "./share-point-frame.tsx";
import { TabFrame } from "./tab-frame.tsx";

/** What is chosen on the rail: the chat, SharePoint, or a page of an app. */
export function PaneContent(props: PersonaPaneProps & { readonly persona: Persona }): React.JSX.Element {
  const { index, pane, data, state, actions, persona, tokenOf } = props;
  const styles = usePaneStyles();
  const texts = useTexts();
  const links = {
    hostOrigin: window.location.origin,
    apps: data.apps,
    openPage: actions.openPage,
    setPlace: actions.setPlace,
    pane: index,
  };
  if (pane.place === "chat") {
    return (
      <ChatView
        key={persona.id}
        persona={persona}
        token={() => tokenOf(persona.id)}
        channelBase="/channel"
        locale={state.locale}
        theme={state.theme}
        onOpenLink={(address) => void openLink(address, links)}
      />
    );
  }
  if (pane.place === "sharepoint") {
    return <SharePointFrame key={[persona.id, state.locale].join()} data={data} persona={persona} state={state} />;
  }
  const app = data.apps.find(({ id }) => id === pane.place);
  if (app === undefined) {
    return (
      <div className={styles.over}>
        <Text>{texts.tabMissing}</Text>
      </div>
    );
  }
  return (
    <TabFrame
      key={[persona.id, app.id, app.origin, pane.visit, state.locale].join()}
      app={app}
      persona={persona}
      pane={pane}
      personas={data.personas}
      configuration={data.configuration}
      theme={state.theme}
      locale={state.locale}
      tokenLifetimeS={state.tokenLifetimeS}
      links={links}
    />
  );
}
