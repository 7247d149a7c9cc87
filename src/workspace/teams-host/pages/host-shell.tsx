import { mergeClasses, Tab, TabList } from "@fluentui/react-components";
import { useId, useMemo, useState } from "react";
import { BenchAside } from "./bench-aside.tsx";
import { GuideAside } from "./guide-aside.tsx";
import { useHostStyles } from "./host.styles.ts";
import { createPersonaTokens, type HostData } from "./host-data.ts";
import type { HostState } from "./host-state.ts";
import { useTexts } from "./host-texts.ts";
import { LiveStrip } from "./live-strip.tsx";
import { PersonaPane } from "./persona-pane.tsx";
import { TopBar } from "./top-bar.tsx";
import { useGuide } from "./use-guide.ts";
import { useGuideOpen } from "./use-guide-open.ts";
import type { HostActions } from "./use-host-state.ts";
import type { Live } from "./use-live.ts";
import { useNarrow, useStacked } from "./use-narrow.ts";

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
  const guide = useShellGuide(live, benchOpen && !narrow);
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
          guide={
            guide.reading && {
              open: guide.shown,
              buttonId: guide.buttonId,
              setOpen: (open) => {
                setBenchOpen(false);
                guide.setOpen(open);
              },
            }
          }
        >
          {narrow && split && (
            <PaneTabs names={state.panes.map(({ personaId }) => nameOf(personaId))} front={front} onShow={setShown} />
          )}
        </TopBar>
      </header>
      <div className={mergeClasses(styles.middle, guide.stacked && styles.stacked)}>
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
        {guide.shown && guide.reading?.guide && (
          <GuideAside
            guide={guide.reading.guide}
            reading={guide.reading}
            data={data}
            state={state}
            actions={actions}
            live={live}
            pane={narrow ? front : 0}
            sheet={guide.stacked}
            takesFocus={guide.pressed}
            onClose={() => {
              guide.setOpen(false);
              document.getElementById(guide.buttonId)?.focus();
            }}
          />
        )}
      </div>
      <LiveStrip live={live} narrow={narrow} timeZone={data.configuration.tenant.timeZone} locale={state.locale} />
    </div>
  );
}

/** The guide of the workspace: what it says, whether it is shown, and the button that opens it. */
function useShellGuide(live: Live, covered: boolean) {
  const [open, setOpen] = useGuideOpen();
  const [pressed, setPressed] = useState(false);
  const buttonId = useId();
  const stacked = useStacked();
  const shown = open && !covered;
  const reading = useGuide(shown, `${live.totalRequests} ${live.totalChanges} ${live.clock?.now ?? ""}`);
  return {
    reading,
    shown: shown && reading !== undefined,
    stacked,
    buttonId,
    pressed,
    setOpen: (next: boolean) => {
      setPressed(next);
      setOpen(next);
    },
  };
}

/** Which of two people's panes stands on a narrow screen. */
function PaneTabs(props: {
  readonly names: readonly string[];
  readonly front: number;
  readonly onShow: (index: number) => void;
}): React.JSX.Element {
  const styles = useHostStyles();
  const { choosePane } = useTexts();
  return (
    <TabList
      className={styles.people}
      aria-label={choosePane}
      selectedValue={props.front}
      onTabSelect={(_event, { value }) => props.onShow(Number(value))}
    >
      {props.names.map((name, index) => (
        <Tab key={index} value={index} className={styles.person}>
          {name}
        </Tab>
      ))}
    </TabList>
  );
}
