import { mergeClasses, Tab, TabList } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { BenchAside } from "./bench-aside.tsx";
import { useHostStyles } from "./host.styles.ts";
import { createPersonaTokens, type HostData } from "./host-data.ts";
import type { HostState } from "./host-state.ts";
import { useTexts } from "./host-texts.ts";
import { LiveStrip } from "./live-strip.tsx";
import { PersonaPane } from "./persona-pane.tsx";
import { TopBar } from "./top-bar.tsx";
import type { HostActions } from "./use-host-state.ts";
import type { Live } from "./use-live.ts";
import { useNarrow } from "./use-narrow.ts";

export interface ShellProps {
  readonly data: HostData;
  readonly state: HostState;
  readonly actions: HostActions;
  readonly live: Live;
}

/** Top bar, one or two persona panes and the live strip. On narrow screens two panes take turns. */
export function HostShell({ data, state, actions, live }: ShellProps): React.JSX.Element {
  const styles = useHostStyles();
  const texts = useTexts();
  const narrow = useNarrow();
  const [shown, setShown] = useState(0);
  const tokenOf = useMemo(() => createPersonaTokens(), []);
  const split = state.panes.length > 1;
  const front = Math.min(shown, state.panes.length - 1);
  const nameOf = (personaId: string): string =>
    data.personas.find(({ id }) => id === personaId)?.displayName ?? texts.signedOut;
  const [benchOpen, setBenchOpen] = useState(false);
  return (
    <div className={styles.shell}>
      <header>
        <TopBar
          data={data}
          state={state}
          actions={actions}
          live={live}
          narrow={narrow}
          bench={{ open: benchOpen, setOpen: setBenchOpen }}
        >
          {narrow && split && (
            <TabList
              aria-label={texts.choosePane}
              selectedValue={front}
              onTabSelect={(_event, { value }) => setShown(Number(value))}
            >
              {state.panes.map((pane, index) => (
                <Tab key={index} value={index}>
                  {nameOf(pane.personaId)}
                </Tab>
              ))}
            </TabList>
          )}
        </TopBar>
      </header>
      <div className={styles.middle}>
        <main className={styles.panes}>
          {state.panes.map((pane, index) => (
            <PersonaPane
              key={index}
              className={mergeClasses(narrow && index !== front && styles.hidden)}
              index={index}
              pane={pane}
              data={data}
              state={state}
              actions={actions}
              narrow={narrow}
              tokenOf={tokenOf}
              activityChanges={live.activityChanges}
            />
          ))}
        </main>
        {benchOpen && !narrow && (
          <BenchAside state={state} actions={actions} faults={live.faults} onClose={() => setBenchOpen(false)} />
        )}
      </div>
      <LiveStrip live={live} narrow={narrow} timeZone={data.configuration.tenant.timeZone} locale={state.locale} />
    </div>
  );
}
