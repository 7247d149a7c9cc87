import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  Tab,
  TabList,
  Text,
  tokens,
} from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons/svg/add";
import { MoreHorizontalRegular } from "@fluentui/react-icons/svg/more-horizontal";
import { useState } from "react";
import { ChannelTabDialog, type TabTask } from "./channel-tab-dialog.tsx";
import type { ChannelTab, HostApp, Team } from "./host-data.ts";
import { useTexts } from "./host-texts.ts";
import type { PaneContentProps } from "./pane-content.tsx";
import { generalChannel } from "./tab-context.ts";
import { TabFrame } from "./tab-frame.tsx";
import type { TabHost, TabPage } from "./tab-page.ts";
import { TeamList } from "./team-list.tsx";

type ChannelViewProps = PaneContentProps & {
  readonly hostOf: (app: HostApp) => TabHost;
  /** Changes when what stands in the frames must begin anew. */
  readonly visit: string;
};

/** The teams a person is in, and the tabs of the chosen one's channel. */
export function ChannelView(props: ChannelViewProps): React.JSX.Element {
  const { index, pane, data, actions, persona } = props;
  const styles = useStyles();
  const texts = useTexts();
  const teams = data.configuration.teams.filter(({ roles }) => roles[persona.id] !== undefined);
  const team = teams.find(({ id }) => id === pane.channelId) ?? (pane.channelId === undefined ? teams[0] : undefined);
  return (
    <div className={styles.teams}>
      {(teams.length > 1 || team === undefined) && teams.length > 0 && (
        <TeamList teams={teams} chosen={team?.id} onChoose={(id) => actions.openChannel(index, id, undefined)} />
      )}
      {team === undefined ? (
        <Text className={styles.nothing}>{teams.length === 0 ? texts.channels.noTeam : texts.channels.notYours}</Text>
      ) : (
        <Channel key={team.id} {...props} team={team} />
      )}
    </div>
  );
}

function Channel(props: ChannelViewProps & { readonly team: Team }): React.JSX.Element {
  const { index, pane, data, actions, team, hostOf, visit, link } = props;
  const styles = useStyles();
  const texts = useTexts();
  const [task, setTask] = useState<TabTask>();
  const tabs = data.channelTabs.filter(({ channelId }) => channelId === team.id);
  const tab = tabs.find(({ id }) => id === pane.entityId) ?? tabs[0];
  const app = data.apps.find(({ id }) => id === tab?.appId);
  const configurable = data.apps.filter((each) => each.configurableTab !== undefined);
  return (
    <section className={styles.channel} aria-label={`${team.displayName}, ${generalChannel}`}>
      <header className={styles.header}>
        <Text as="h2" weight="semibold" size={400} className={styles.title}>
          {team.displayName}
          <span className={styles.name}>{generalChannel}</span>
        </Text>
        <TabList
          className={styles.tabs}
          aria-label={texts.channels.tabs}
          selectedValue={tab?.id ?? null}
          onTabSelect={(_event, { value }) => actions.openChannel(index, team.id, String(value))}
        >
          {tabs.map(({ id, name }) => (
            <Tab key={id} value={id}>
              {name}
            </Tab>
          ))}
        </TabList>
        {tab !== undefined && <TabMenu tab={tab} app={app} onChoose={setTask} />}
        {configurable.length > 0 && (
          <Button
            appearance="subtle"
            icon={<AddRegular />}
            onClick={() => setTask({ kind: "add", apps: configurable })}
          >
            {texts.channels.add}
          </Button>
        )}
      </header>
      <div className={styles.page}>
        {tab === undefined && <Text className={styles.nothing}>{texts.channels.noTab}</Text>}
        {tab !== undefined && app === undefined && <Text className={styles.nothing}>{texts.tabMissing}</Text>}
        {tab !== undefined && app !== undefined && (
          <TabFrame
            key={[visit, tab.id, tab.contentUrl].join()}
            host={hostOf(app)}
            page={channelPage(tab, team, pane.subEntityId)}
            link={link}
          />
        )}
      </div>
      {task !== undefined && (
        <ChannelTabDialog
          task={task}
          team={team}
          hostOf={hostOf}
          onClose={() => setTask(undefined)}
          onSaved={(id) => {
            setTask(undefined);
            actions.openChannel(index, team.id, id);
          }}
        />
      )}
    </section>
  );
}

function TabMenu(props: {
  readonly tab: ChannelTab;
  readonly app: HostApp | undefined;
  readonly onChoose: (task: TabTask) => void;
}): React.JSX.Element {
  const { tab, app, onChoose } = props;
  const texts = useTexts();
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" icon={<MoreHorizontalRegular />} aria-label={texts.channels.menu(tab.name)} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {app?.configurableTab?.canUpdateConfiguration === true && (
            <MenuItem onClick={() => onChoose({ kind: "configure", tab, app })}>{texts.channels.configure}</MenuItem>
          )}
          <MenuItem onClick={() => onChoose({ kind: "remove", tab, app })}>{texts.channels.remove}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

/** The page of a configured tab as it stands in its channel. */
function channelPage(tab: ChannelTab, team: Team, subEntityId: string | undefined): TabPage {
  const { entityId, contentUrl, websiteUrl, removeUrl, name } = tab;
  return {
    frameContext: "content",
    contentUrl,
    entityId,
    subEntityId,
    team,
    config: { entityId, contentUrl, websiteUrl, removeUrl, suggestedDisplayName: name },
  };
}

const useStyles = makeStyles({
  teams: { height: "100%", display: "flex", flexWrap: "wrap", alignContent: "stretch", minHeight: 0 },
  channel: {
    flexGrow: 1,
    flexBasis: "320px",
    minWidth: 0,
    height: "100%",
    display: "grid",
    gridTemplateRows: "auto minmax(0, 1fr)",
  },
  header: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalS,
    minHeight: "48px",
    padding: `0 ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  title: { margin: 0 },
  name: {
    marginLeft: tokens.spacingHorizontalS,
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase300,
    color: tokens.colorNeutralForeground2,
  },
  tabs: { minWidth: 0, flexWrap: "wrap" },
  page: { position: "relative", minHeight: 0 },
  nothing: {
    display: "block",
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground2,
  },
});
