/** What left a client and what it met. */
export interface Watched {
  requests: number;
  /** Calls that left while an earlier 429 still asked the whole client to wait; not those of the same moment. */
  early: number;
  /** Failed calls by status; "cut" for a broken connection. */
  readonly failures: Map<string, number>;
}

/** Counts a client's calls from the outside; `watch` goes between the client and the server. */
export function watchTraffic(machine: { readonly now: () => number }): {
  readonly watched: Watched;
  readonly watch: (send: typeof fetch) => typeof fetch;
} {
  const watched: Watched = { requests: 0, early: 0, failures: new Map() };
  let pause = { from: 0, until: 0 };
  const failed = (how: string) => watched.failures.set(how, (watched.failures.get(how) ?? 0) + 1);
  return {
    watched,
    watch: (send) => async (input, init) => {
      watched.requests += 1;
      const sentAt = machine.now();
      if (sentAt > pause.from && sentAt < pause.until) watched.early += 1;
      try {
        const answer = await send(input, init);
        if (answer.status >= 429) failed(String(answer.status));
        const waitS = Number(answer.headers.get("retry-after") ?? "0");
        const until = machine.now() + waitS * 1000;
        if (answer.status === 429 && until > pause.until) pause = { from: machine.now(), until };
        return answer;
      } catch (error) {
        failed("cut");
        throw error;
      }
    },
  };
}
