import * as z from "zod/mini";
import type { RowPages } from "./clients-published.ts";

/** A list as clients see it. */
export const listSchema = z.object({ id: z.string(), name: z.string(), displayName: z.string() });
export const itemSchema = z.object({ id: z.string(), fields: z.record(z.string(), z.unknown()) });
export const idSchema = z.object({ id: z.string() });
export const pageSchema = z.looseObject({ value: z.array(z.unknown()) });
export const deltaSchema = z.looseObject({ value: z.array(idSchema), "@odata.deltaLink": z.string() });
export const pagedSchema = z.looseObject({ value: z.array(idSchema), deltaLink: z.string() });
export type Item = z.infer<typeof itemSchema>;

export const idsOf = (answer: unknown): readonly string[] =>
  z
    .array(idSchema)
    .parse(answer)
    .map(({ id }) => id);
export const rowPages = (items: readonly Item[], pages: number): RowPages => ({
  rows: items.map(({ fields }) => fields),
  ids: items.map(({ id }) => id),
  pages,
});

/** A slice of an upload: a multiple of 320 KiB, as Microsoft wants it. */
export const sliceBytes = 320 * 1_024;
