import type { Instant } from "#domain/shared/dates.ts";

/** Business time as data; the workspace's clock can be moved. */
export interface Clock {
  now(): Instant;
}
