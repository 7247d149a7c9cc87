/** What one application has asked of Graph since the last reset. */
export interface ClientTraffic {
  readonly requests: number;
  /** SharePoint resource units, refused calls included. */
  readonly units: number;
  /** Of answers. */
  readonly bytes: number;
  /** Calls answered 429 or 503. */
  readonly refused: number;
  /** The same call sent again before its Retry-After had passed. */
  readonly earlyRetries: number;
  /** Reads that asked for everything. */
  readonly withoutSelect: number;
}

type Counter = keyof ClientTraffic;

export interface TrafficLedger {
  readonly count: (client: string, counter: Counter, amount?: number) => void;
  /** Remembers that a call was refused until `until` (machine ms). */
  readonly refuse: (client: string, callKey: string, until: number) => void;
  /** Whether the call comes again too early; a call that is not early is forgotten. */
  readonly comesEarly: (client: string, callKey: string, now: number) => boolean;
  readonly snapshot: () => Readonly<Record<string, ClientTraffic>>;
  readonly reset: () => void;
}

const nothing: ClientTraffic = { requests: 0, units: 0, bytes: 0, refused: 0, earlyRetries: 0, withoutSelect: 0 };

export function createTrafficLedger(): TrafficLedger {
  const clients = new Map<string, ClientTraffic>();
  const refusedUntil = new Map<string, number>();
  const keyOf = (client: string, callKey: string): string => `${client}\n${callKey}`;
  return {
    count: (client, counter, amount = 1) => {
      const before = clients.get(client) ?? nothing;
      clients.set(client, { ...before, [counter]: before[counter] + amount });
    },
    refuse: (client, callKey, until) => void refusedUntil.set(keyOf(client, callKey), until),
    comesEarly: (client, callKey, now) => {
      const until = refusedUntil.get(keyOf(client, callKey));
      if (until === undefined) return false;
      refusedUntil.delete(keyOf(client, callKey));
      return now < until;
    },
    snapshot: () => Object.fromEntries(clients),
    reset: () => {
      clients.clear();
      refusedUntil.clear();
    },
  };
}
