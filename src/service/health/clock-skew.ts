/** How far this machine's clock is from SharePoint's, learnt from the answers' own `Date`. */
export interface ClockSkew {
  readonly fetch: typeof fetch;
  /** Milliseconds this machine is ahead (negative: behind), to the second; undefined before the first answer. */
  readonly skewMs: () => number | undefined;
}

/** Reads the `Date` of every answer that passes; deadlines rest on this machine's clock (T36). */
export function watchClock(send: typeof fetch, machineNow: () => number): ClockSkew {
  let skewMs: number | undefined;
  return {
    fetch: async (input, init) => {
      const answer = await send(input, init);
      const date = Date.parse(answer.headers.get("date") ?? "");
      if (Number.isFinite(date)) skewMs = machineNow() - date;
      return answer;
    },
    skewMs: () => skewMs,
  };
}
