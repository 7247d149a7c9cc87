import {
  Button,
  Link,
  makeStyles,
  mergeClasses,
  Radio,
  RadioGroup,
  Switch,
  Text,
  tokens,
} from "@fluentui/react-components";
import { useId } from "react";
import { FaultSwitch, setFaults } from "./fault-switch.tsx";
import type { HostState } from "./host-state.ts";
import { useTexts } from "./host-texts.ts";
import { benchSwitches, hostClients, otherSiteAddress } from "./test-bench.ts";
import type { HostActions } from "./use-host-state.ts";

/** How many things are other than in everyday Teams; the host page's second name counts as one. */
export function benchCount({ bench, client }: Pick<HostState, "bench" | "client">, faults: boolean): number {
  const elsewhere = window.location.hostname === "127.0.0.1";
  return bench.length + [client !== "teams", faults, elsewhere].filter(Boolean).length;
}

/** All the switches that make the host, the sign-in or Graph behave badly, each with what it shows. */
export function BenchPanel(props: {
  readonly state: HostState;
  readonly actions: HostActions;
  readonly faults: boolean;
}): React.JSX.Element {
  const { state, actions, faults } = props;
  const styles = useStyles();
  const { bench: texts } = useTexts();
  const other = otherSiteAddress(new URL(window.location.href));
  return (
    <div className={styles.panel}>
      <Text className={styles.text}>{texts.intro}</Text>
      <Group title={texts.clientTitle}>
        <RadioGroup
          aria-label={texts.clientTitle}
          value={state.client}
          onChange={(_event, { value }) => actions.setClient(hostClients.find((each) => each === value) ?? "teams")}
        >
          {hostClients.map((client) => (
            <Hinted key={client} hint={texts.clients[client].hint} wide={false}>
              {(id) => <Radio value={client} label={texts.clients[client].name} aria-describedby={id} />}
            </Hinted>
          ))}
        </RadioGroup>
      </Group>
      <Group title={texts.switchTitle}>
        {benchSwitches.map((name) => (
          <Hinted key={name} hint={texts.switches[name].hint} wide>
            {(id) => (
              <Switch
                checked={state.bench.includes(name)}
                label={texts.switches[name].name}
                aria-describedby={id}
                onChange={(_event, { checked }) => actions.setSwitch(name, checked)}
              />
            )}
          </Hinted>
        ))}
        <Hinted hint={texts.faultsHint} wide>
          {(id) => <FaultSwitch on={faults} describedBy={id} />}
        </Hinted>
      </Group>
      <Group title={texts.placeTitle}>
        {other !== undefined && (
          <div>
            <Link href={other}>{window.location.hostname === "localhost" ? texts.otherSite : texts.ownSite}</Link>
            <Text block size={200} className={styles.text}>
              {texts.otherSiteHint}
            </Text>
          </div>
        )}
        <div>
          <Button size="small" onClick={() => actions.signOut(0)}>
            {texts.signOut}
          </Button>
          <Text block size={200} className={styles.text}>
            {texts.signOutHint}
          </Text>
        </div>
      </Group>
      <Button
        onClick={() => {
          actions.clearBench();
          if (faults) void setFaults(false);
        }}
      >
        {texts.clear}
      </Button>
    </div>
  );
}

function Group(props: { readonly title: string; readonly children: React.ReactNode }): React.JSX.Element {
  const styles = useStyles();
  return (
    <section className={styles.group} aria-label={props.title}>
      <Text as="h3" weight="semibold" className={styles.heading}>
        {props.title}
      </Text>
      {props.children}
    </section>
  );
}

/** A control with the line below it that says what it shows; the line is its description, not part of its name. */
function Hinted(props: {
  readonly hint: string;
  /** Beside a switch, which is wider than a radio. */
  readonly wide: boolean;
  readonly children: (hintId: string) => React.ReactNode;
}): React.JSX.Element {
  const styles = useStyles();
  const id = useId();
  return (
    <div>
      {props.children(id)}
      <Text id={id} block size={200} className={mergeClasses(styles.hint, props.wide && styles.besideSwitch)}>
        {props.hint}
      </Text>
    </div>
  );
}

const useStyles = makeStyles({
  panel: { display: "grid", rowGap: tokens.spacingVerticalL, justifyItems: "start" },
  group: { display: "grid", rowGap: tokens.spacingVerticalS, justifyItems: "start", width: "100%" },
  heading: { margin: 0 },
  text: { color: tokens.colorNeutralForeground2 },
  hint: { color: tokens.colorNeutralForeground2, paddingLeft: "36px", marginTop: "-4px" },
  besideSwitch: { paddingLeft: "60px" },
});
