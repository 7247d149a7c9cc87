import {
  Button,
  FluentProvider,
  Spinner,
  Text,
  type Theme,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
} from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { useHostStyles } from "./host.styles.ts";
import { type HostData, loadApps, loadChannelTabs, loadHostData } from "./host-data.ts";
import { HostShell } from "./host-shell.tsx";
import type { HostTheme } from "./host-state.ts";
import { hostTexts, TextsContext, useTexts } from "./host-texts.ts";
import { useHostState } from "./use-host-state.ts";
import { type Live, useLive } from "./use-live.ts";

const fluentThemes: Readonly<Record<HostTheme, Theme>> = {
  default: teamsLightTheme,
  dark: teamsDarkTheme,
  contrast: teamsHighContrastTheme,
};

/** The whole host page: loads what the shell needs, then draws it. */
export function Host(): React.JSX.Element {
  const [attempt, setAttempt] = useState(0);
  const [data, setData] = useState<HostData | "failed">();
  const live = useLive();
  useEffect(() => {
    loadHostData().then(setData, () => setData("failed"));
  }, [attempt]);
  useEffect(() => {
    const renew = (change: Partial<HostData>): void =>
      setData((before) => (before === undefined || before === "failed" ? before : { ...before, ...change }));
    // What cannot be read back now shows at the next load.
    if (live.appUploads > 0) loadApps().then((apps) => renew({ apps }), ignore);
    if (live.channelChanges > 0) loadChannelTabs().then((channelTabs) => renew({ channelTabs }), ignore);
  }, [live.appUploads, live.channelChanges]);
  if (data !== undefined && data !== "failed") return <LoadedHost data={data} live={live} />;
  const retry = (): void => {
    setData(undefined);
    setAttempt((before) => before + 1);
  };
  return (
    <FluentProvider theme={fluentThemes.default}>
      <Waiting failed={data === "failed"} retry={retry} />
    </FluentProvider>
  );
}

function LoadedHost({ data, live }: { readonly data: HostData; readonly live: Live }): React.JSX.Element {
  const { state, actions } = useHostState(data);
  const { locale, theme } = state;
  useEffect(() => {
    document.documentElement.lang = locale.slice(0, 2);
  }, [locale]);
  useEffect(() => {
    document.title = `Teams · ${data.configuration.tenant.displayName}`;
  }, [data]);
  return (
    <TextsContext.Provider value={hostTexts[locale]}>
      <FluentProvider theme={fluentThemes[theme]}>
        <HostShell data={data} state={state} actions={actions} live={live} />
      </FluentProvider>
    </TextsContext.Provider>
  );
}

function Waiting({ failed, retry }: { readonly failed: boolean; readonly retry: () => void }): React.JSX.Element {
  const styles = useHostStyles();
  const texts = useTexts();
  return (
    <main className={styles.waiting}>
      {failed ? (
        <div role="alert" className={styles.waitingMessage}>
          <Text>{texts.loadFailed}</Text>
          <Button onClick={retry}>{texts.retry}</Button>
        </div>
      ) : (
        <Spinner label={texts.loading} />
      )}
    </main>
  );
}

function ignore(): undefined {
  return undefined;
}
