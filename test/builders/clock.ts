import type { Instant, PlainDate } from "#domain/shared/dates.ts";

/** A point in time as tests write it. */
export function at(text: string): Instant {
  return text as Instant;
}

/** A day as tests write it. */
export function day(text: string): PlainDate {
  return text as PlainDate;
}

/** The instants of the default round (spring 2022), in order. */
export const springClock = {
  beforeOpening: at("2022-02-25T09:00:00.000Z"),
  open: at("2022-03-18T09:12:00.000Z"),
  lastMinute: at("2022-03-31T21:58:00.000Z"),
  closed: at("2022-03-31T22:00:00.000Z"),
  approvalOver: at("2022-04-04T22:00:00.000Z"),
  reviewing: at("2022-04-08T08:00:00.000Z"),
  reviewOver: at("2022-04-20T22:00:00.000Z"),
  recommending: at("2022-04-25T08:00:00.000Z"),
  deciding: at("2022-04-27T08:00:00.000Z"),
} as const;
