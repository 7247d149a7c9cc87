import {
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  OverlayDrawer,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Text,
  ToggleButton,
} from "@fluentui/react-components";
import { BeakerRegular } from "@fluentui/react-icons/svg/beaker";
import { ClockRegular } from "@fluentui/react-icons/svg/clock";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { EyeRegular } from "@fluentui/react-icons/svg/eye";
import { LayoutColumnTwoRegular } from "@fluentui/react-icons/svg/layout-column-two";
import { LightbulbRegular } from "@fluentui/react-icons/svg/lightbulb";
import { MoreHorizontalRegular } from "@fluentui/react-icons/svg/more-horizontal";
import { useState } from "react";
import { BenchPanel, benchCount } from "./bench-panel.tsx";
import { ClockControls } from "./clock-controls.tsx";
import type { ShellProps } from "./host-shell.tsx";
import { useTexts } from "./host-texts.ts";
import { PersonaPicker } from "./persona-picker.tsx";
import { useTopBarStyles } from "./top-bar.styles.ts";
import { useClockText } from "./use-clock.ts";
import { ViewControls } from "./view-controls.tsx";

interface GuideControls {
  readonly open: boolean;
  readonly setOpen: (open: boolean) => void;
  /** Of the button, which takes the focus back when the guide closes. */
  readonly buttonId: string;
}

interface TopBarProps extends ShellProps {
  readonly narrow: boolean;
  /** Whether the test bench stands beside the panes. */
  readonly bench: { readonly open: boolean; readonly setOpen: (open: boolean) => void };
  /** The walk for newcomers, when the workspace has one. */
  readonly guide: GuideControls | undefined;
  /** Stands where a single pane's person stands. */
  readonly children?: React.ReactNode;
}

/** Who uses the pane, and everything that concerns the whole workspace: clock, faults, theme, language, second pane. */
export function TopBar(props: TopBarProps): React.JSX.Element {
  const { data, state, actions, narrow } = props;
  const styles = useTopBarStyles();
  const [pane] = state.panes;
  const single = state.panes.length === 1 && pane !== undefined;
  return (
    <div className={styles.bar}>
      <Text as="h1" weight="semibold" className={styles.tenant}>
        {data.configuration.tenant.displayName}
      </Text>
      {single && (
        <PersonaPicker
          personas={data.personas}
          personaId={pane.personaId}
          pane={undefined}
          onChange={(personaId) => actions.setPersona(0, personaId)}
        />
      )}
      {props.children}
      <div className={styles.grow} />
      {props.guide && <GuideButton {...props.guide} />}
      {narrow ? <SettingsDrawer {...props} /> : <WideSettings {...props} />}
    </div>
  );
}

function GuideButton({ open, setOpen, buttonId }: GuideControls): React.JSX.Element {
  const styles = useTopBarStyles();
  const { guide } = useTexts();
  return (
    <Button
      id={buttonId}
      className={styles.quiet}
      appearance="subtle"
      title={guide}
      icon={<LightbulbRegular />}
      aria-label={guide}
      aria-expanded={open}
      onClick={() => setOpen(!open)}
    >
      <span className={styles.wideText}>{guide}</span>
    </Button>
  );
}

function WideSettings(props: TopBarProps): React.JSX.Element {
  const { data, live, state } = props;
  const styles = useTopBarStyles();
  const texts = useTexts();
  const { timeZone } = data.configuration.tenant;
  const clockText = useClockText(live.clock, timeZone, state.locale);
  return (
    <>
      <Popover trapFocus>
        <PopoverTrigger disableButtonEnhancement>
          <Button
            className={styles.quiet}
            appearance="subtle"
            icon={<ClockRegular />}
            aria-label={`${texts.clock}: ${clockText}`}
          >
            {clockText}
          </Button>
        </PopoverTrigger>
        <PopoverSurface aria-label={texts.clock}>
          <ClockControls clock={live.clock} timeZone={timeZone} text={clockText} />
        </PopoverSurface>
      </Popover>
      <BenchButton {...props} />
      <SplitButton {...props} />
      <Popover trapFocus>
        <PopoverTrigger disableButtonEnhancement>
          <Button className={styles.quiet} appearance="subtle" icon={<EyeRegular />} aria-label={texts.view}>
            <span className={styles.wideText}>{texts.view}</span>
          </Button>
        </PopoverTrigger>
        <PopoverSurface aria-label={texts.view}>
          <ViewControls {...props} />
        </PopoverSurface>
      </Popover>
    </>
  );
}

/** Opens and closes the test bench beside the panes; says when something is switched on. */
function BenchButton({ state, live, bench }: TopBarProps): React.JSX.Element {
  const styles = useTopBarStyles();
  const texts = useTexts();
  const count = benchCount(state, live.faults);
  const name = count === 0 ? texts.bench.title : texts.bench.titleWith(count);
  return (
    <Button
      className={styles.quiet}
      appearance={count === 0 ? "subtle" : "primary"}
      icon={<BeakerRegular />}
      aria-label={name}
      aria-expanded={bench.open}
      onClick={() => bench.setOpen(!bench.open)}
    >
      <span className={count === 0 ? styles.wideText : undefined}>{name}</span>
    </Button>
  );
}

function SplitButton({ state, actions }: TopBarProps): React.JSX.Element {
  const styles = useTopBarStyles();
  const texts = useTexts();
  const split = state.panes.length > 1;
  return (
    <ToggleButton
      className={styles.quiet}
      appearance="subtle"
      title={texts.split}
      checked={split}
      icon={<LayoutColumnTwoRegular />}
      aria-label={texts.split}
      onClick={() => actions.setSplit(!split)}
    >
      <span className={styles.wideText}>{texts.split}</span>
    </ToggleButton>
  );
}

function SettingsDrawer(props: TopBarProps): React.JSX.Element {
  const { data, live, state, actions } = props;
  const styles = useTopBarStyles();
  const texts = useTexts();
  const [open, setOpen] = useState(false);
  const { timeZone } = data.configuration.tenant;
  const clockText = useClockText(live.clock, timeZone, state.locale);
  const split = state.panes.length > 1;
  const count = benchCount(state, live.faults);
  return (
    <>
      <Button
        appearance={count === 0 ? "subtle" : "primary"}
        icon={<MoreHorizontalRegular />}
        aria-label={count === 0 ? texts.more : `${texts.more}, ${texts.bench.titleWith(count)}`}
        onClick={() => setOpen(true)}
      />
      <OverlayDrawer open={open} position="end" onOpenChange={(_event, change) => setOpen(change.open)}>
        <DrawerHeader>
          <DrawerHeaderTitle
            action={
              <Button
                appearance="subtle"
                icon={<DismissRegular />}
                aria-label={texts.close}
                onClick={() => setOpen(false)}
              />
            }
          >
            {texts.more}
          </DrawerHeaderTitle>
        </DrawerHeader>
        <DrawerBody className={styles.drawerBody}>
          <div className={styles.column}>
            <ClockControls clock={live.clock} timeZone={timeZone} text={clockText} />
            <Button icon={<LayoutColumnTwoRegular />} onClick={() => actions.setSplit(!split)}>
              {split ? texts.unsplit : texts.split}
            </Button>
            <ViewControls {...props} />
            <Text as="h2" weight="semibold" className={styles.drawerHeading}>
              {texts.bench.title}
            </Text>
            <BenchPanel state={state} actions={actions} faults={live.faults} />
          </div>
        </DrawerBody>
      </OverlayDrawer>
    </>
  );
}
