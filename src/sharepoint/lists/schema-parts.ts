import * as z from "zod/mini";
import { type Instant, type PlainDate, parseInstant, parsePlainDate } from "#domain/shared/dates.ts";
import { isKey, type Key } from "#domain/shared/keys.ts";
import type { RecordLog } from "#domain/shared/log.ts";
import type { Oere } from "#domain/shared/money.ts";

/** A key of ours. */
export const keySchema = z.custom<Key>((value) => isKey(value));

/** A point in time in the one written form. */
export const instantSchema = z.custom<Instant>((value) => {
  const instant = typeof value === "string" ? parseInstant(value) : undefined;
  return instant?.ok === true && instant.value === value;
});

/** A Danish day, YYYY-MM-DD. */
export const plainDateSchema = z.custom<PlainDate>((value) => {
  const day = typeof value === "string" ? parsePlainDate(value) : undefined;
  return day?.ok === true && day.value === value;
});

/** Whole øre. */
export const oereSchema = z.custom<Oere>((value) => Number.isSafeInteger(value));

/** `T | undefined`, stored as null. A property that an older version did not have is undefined as well. */
export function orUndefined<T>(schema: z.ZodMiniType<T>): z.ZodMiniType<T | undefined> {
  return z.pipe(
    z.transform((value: unknown): unknown => value ?? undefined),
    z.union([schema, z.undefined()]),
  );
}

/** The members of a log line, in a record's tail and in the audit list. */
export const logLineShape = {
  seq: z.number(),
  commandKey: keySchema,
  at: instantSchema,
  by: z.union([keySchema, z.literal("system")]),
  action: z.string(),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  previousHash: z.string(),
  hash: z.string(),
} as const;

/** The tail of a record's log. */
export const logSchema: z.ZodMiniType<RecordLog> = z.object({
  count: z.number(),
  headHash: z.string(),
  tail: z.array(z.object(logLineShape)),
});
