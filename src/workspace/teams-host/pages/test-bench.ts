/** What the test bench can make the host do, so that people see how an app takes it. */
export const benchSwitches = [
  "slow",
  "mute",
  "no-sign-on",
  "no-dialogs",
  "consent",
  "step-up",
  "sign-in-silent",
  "sign-in-offline",
  "short-tokens",
] as const;
export type BenchSwitch = (typeof benchSwitches)[number];
export type Bench = readonly BenchSwitch[];

/** Whose client the pane looks and answers like. */
export const hostClients = ["teams", "outlook", "phone"] as const;
export type HostClient = (typeof hostClients)[number];

/** How late a slow host's answers come: within every limit of a well-made tab. */
export const slowAnswerMs = 3000;

/** Seconds a short token lives: the library takes it for expired 300 s before its end, so after two. */
const shortTokenS = 302;

/** The switches of an address, e.g. "slow,consent"; unknown ones count as none. */
export function readBench(text: string | null): Bench {
  const named = new Set((text ?? "").split(","));
  return benchSwitches.filter((name) => named.has(name));
}

/** The bench with one switch on or off, in the order of the list. */
export function withSwitch(bench: Bench, name: BenchSwitch, on: boolean): Bench {
  return benchSwitches.filter((each) => (each === name ? on : bench.includes(each)));
}

/** Seconds a tab's tokens live under these switches; undefined for the usual time. */
export function benchTokenLifetimeS(bench: Bench): number | undefined {
  return bench.includes("short-tokens") ? shortTokenS : undefined;
}

/**
 * This page at the machine's other name, which is another site to the browser: the tab's frame is then a stranger's
 * and gets no storage. Undefined when the page is on neither name.
 */
export function otherSiteAddress(address: URL): string | undefined {
  const other = { localhost: "127.0.0.1", "127.0.0.1": "localhost" }[address.hostname];
  if (other === undefined) return undefined;
  const moved = new URL(address);
  moved.hostname = other;
  return moved.href;
}
