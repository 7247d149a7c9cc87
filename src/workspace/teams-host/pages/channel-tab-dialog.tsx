import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Text,
  tokens,
} from "@fluentui/react-components";
import { useRef, useState } from "react";
import { type ChannelTab, type HostApp, removeChannelTab, saveChannelTab, type Team } from "./host-data.ts";
import { useTexts } from "./host-texts.ts";
import type { SettingsSide, TabConfig } from "./settings-handlers.ts";
import { createTabLink } from "./tab-connection.ts";
import { TabFrame } from "./tab-frame.tsx";
import type { TabHost } from "./tab-page.ts";

/** What somebody wants to do with the tabs of a channel. */
export type TabTask =
  | { readonly kind: "add"; readonly apps: readonly HostApp[] }
  | { readonly kind: "configure"; readonly tab: ChannelTab; readonly app: HostApp }
  | { readonly kind: "remove"; readonly tab: ChannelTab; readonly app: HostApp | undefined };

interface TaskProps {
  readonly team: Team;
  readonly hostOf: (app: HostApp) => TabHost;
  readonly onClose: () => void;
  /** The id of the tab that was set up; undefined when one was removed. */
  readonly onSaved: (tabId: string | undefined) => void;
}

/** Adds, sets up or removes a tab: the app's own page decides, in a frame of its own. */
export function ChannelTabDialog({ task, ...props }: TaskProps & { readonly task: TabTask }): React.JSX.Element {
  const only = task.kind === "add" && task.apps.length === 1 ? task.apps[0] : undefined;
  const [chosen, setChosen] = useState(only);
  if (task.kind === "remove") return <RemoveTab {...props} tab={task.tab} app={task.app} />;
  if (task.kind === "configure") return <SetUpTab {...props} app={task.app} tab={task.tab} />;
  if (chosen !== undefined) return <SetUpTab {...props} app={chosen} tab={undefined} />;
  return <ChooseApp {...props} apps={task.apps} onChoose={setChosen} />;
}

function ChooseApp(props: {
  readonly apps: readonly HostApp[];
  readonly onChoose: (app: HostApp) => void;
  readonly onClose: () => void;
}): React.JSX.Element {
  const texts = useTexts();
  const styles = useStyles();
  return (
    <Dialog open onOpenChange={(_event, { open }) => !open && props.onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{texts.channels.choose}</DialogTitle>
          <DialogContent className={styles.apps}>
            {props.apps.map((app) => (
              <Button key={app.id} onClick={() => props.onChoose(app)}>
                {app.name}
              </Button>
            ))}
          </DialogContent>
          <DialogActions>
            <Button onClick={props.onClose}>{texts.cancel}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function SetUpTab(props: TaskProps & { readonly app: HostApp; readonly tab: ChannelTab | undefined }) {
  const { app, tab, team, onSaved } = props;
  const texts = useTexts();
  const save = async (current: TabConfig | undefined): Promise<boolean> => {
    if (current === undefined) return false;
    const { entityId, contentUrl, websiteUrl, removeUrl } = current;
    const id = await saveChannelTab({
      ...(tab === undefined ? { channelId: team.id, appId: app.id } : { id: tab.id }),
      name: current.suggestedDisplayName ?? tab?.name ?? app.name,
      entityId,
      contentUrl,
      ...(websiteUrl === undefined ? {} : { websiteUrl }),
      ...(removeUrl === undefined ? {} : { removeUrl }),
    });
    if (id !== undefined) onSaved(id);
    return id !== undefined;
  };
  return (
    <AppDecides
      {...props}
      title={tab === undefined ? texts.channels.addTitle(app.name, team.displayName) : texts.channels.configure}
      action={texts.channels.save}
      event="settings.save"
      url={app.configurableTab?.configurationUrl}
      validAtFirst={false}
      onDone={save}
    />
  );
}

function RemoveTab(props: TaskProps & { readonly app: HostApp | undefined; readonly tab: ChannelTab }) {
  const { app, tab, onSaved } = props;
  const texts = useTexts();
  const remove = async (): Promise<boolean> => {
    const removed = await removeChannelTab(tab.id);
    if (removed) onSaved(undefined);
    return removed;
  };
  return (
    <AppDecides
      {...props}
      app={app}
      title={texts.channels.removeTitle(tab.name)}
      text={texts.channels.removeText}
      action={texts.channels.remove}
      event="settings.remove"
      url={tab.removeUrl}
      validAtFirst
      onDone={remove}
    />
  );
}

/** The dialog around an app's settings or removal page: its button asks the page, and ends when the page has agreed. */
function AppDecides(
  props: TaskProps & {
    readonly app: HostApp | undefined;
    readonly tab: ChannelTab | undefined;
    readonly title: string;
    readonly text?: string;
    readonly action: string;
    readonly event: "settings.save" | "settings.remove";
    /** The app's page; without one nobody is asked. */
    readonly url: string | undefined;
    readonly validAtFirst: boolean;
    /** Told what the page has set; false when the workspace did not take it. */
    readonly onDone: (config: TabConfig | undefined) => Promise<boolean>;
  },
): React.JSX.Element {
  const { app, tab, team, hostOf, title, action, event, url, onClose, onDone } = props;
  const styles = useStyles();
  const texts = useTexts();
  const [link] = useState(createTabLink);
  const config = useRef(tab === undefined ? undefined : configOf(tab));
  const [valid, setValid] = useState(props.validAtFirst);
  const [progress, setProgress] = useState<"ready" | "working" | { readonly failed: string }>("ready");
  const failed = (reason: string | undefined): void => setProgress({ failed: reason ?? texts.channels.failed });
  const done = async (): Promise<void> => {
    if (!(await onDone(config.current))) failed(undefined);
  };
  const side: SettingsSide = {
    current: () => config.current,
    change: (next) => {
      if (URL.parse(next.contentUrl)?.origin !== app?.origin) return "The contentUrl is not in the app's validDomains";
      config.current = next;
      return undefined;
    },
    setValid,
    finished: (outcome) => (outcome.ok ? void done() : failed(outcome.reason)),
  };
  const press = (): void => {
    setProgress("working");
    if (url === undefined || app === undefined) void done();
    else link.tell(event, event === "settings.save" ? [{}] : []);
  };
  return (
    <Dialog
      open
      modalType={event === "settings.remove" ? "alert" : "modal"}
      // A press beside the dialog must not lose what was filled in on the app's page.
      onOpenChange={(_event, { open, type }) => !open && type !== "backdropClick" && onClose()}
    >
      <DialogSurface className={styles.surface}>
        <DialogBody className={styles.body}>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className={styles.content}>
            {typeof progress === "object" && (
              <MessageBar intent="error">
                <MessageBarBody>{progress.failed}</MessageBarBody>
              </MessageBar>
            )}
            {props.text !== undefined && <Text>{props.text}</Text>}
            {url !== undefined && app !== undefined && (
              <div className={styles.page}>
                <TabFrame
                  host={hostOf(app)}
                  page={{
                    frameContext: event === "settings.save" ? "settings" : "remove",
                    contentUrl: url,
                    entityId: tab?.entityId ?? "",
                    subEntityId: undefined,
                    team,
                    config: undefined,
                  }}
                  settings={side}
                  link={link}
                />
              </div>
            )}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{texts.cancel}</Button>
            <Button appearance="primary" disabledFocusable={!valid || progress === "working"} onClick={press}>
              {action}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function configOf({ entityId, contentUrl, websiteUrl, removeUrl, name }: ChannelTab): TabConfig {
  return { entityId, contentUrl, websiteUrl, removeUrl, suggestedDisplayName: name };
}

const useStyles = makeStyles({
  surface: { maxWidth: "min(640px, 100vw)", boxSizing: "border-box" },
  body: { maxHeight: "90dvh" },
  content: { display: "grid", rowGap: tokens.spacingVerticalM },
  apps: { display: "grid", rowGap: tokens.spacingVerticalS, justifyItems: "start" },
  page: { position: "relative", height: "min(360px, 55dvh)", border: `1px solid ${tokens.colorNeutralStroke2}` },
});
