/** Date-only values live at local midnight of the site's time zone, written in UTC. */
export interface SiteTime {
  /** The instant of the local midnight that begins the site's day in which `instant` lies. */
  readonly startOfDay: (instant: Date) => Date;
}

/** @param timeZone IANA name, e.g. "Europe/Copenhagen" */
export function createSiteTime(timeZone: string): SiteTime {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  const wallClock = (instant: number): number => {
    const parts = new Map(format.formatToParts(instant).map((part) => [part.type, Number(part.value)]));
    const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
    return Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
  };
  return {
    startOfDay: (instant) => {
      const midnight = Math.floor(wallClock(instant.getTime()) / 86_400_000) * 86_400_000;
      // Two rounds settle the offset also on the days the clocks change.
      let guess = midnight;
      for (let round = 0; round < 2; round++) guess = midnight - (wallClock(guess) - guess);
      return new Date(guess);
    },
  };
}
