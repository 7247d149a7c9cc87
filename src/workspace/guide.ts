import * as z from "zod/mini";

const words = z.object({ "da-DK": z.string(), "en-GB": z.string() });

const columnTest = z.object({
  /** Internal name. */
  column: z.string(),
  /** One of these texts. */
  is: z.optional(z.array(z.string())),
  startsWith: z.optional(z.string()),
  /** This text or one after it, e.g. an instant. */
  from: z.optional(z.string()),
});

const rows = z.object({
  /** Server-relative path of the site. */
  site: z.string(),
  list: z.string(),
  where: z.array(columnTest),
});
/** Rows of a list that pass every test. */
export type RowQuestion = z.infer<typeof rows>;

const spot = z.object({
  /** User name of the person. */
  persona: z.string(),
  app: z.enum(["tab", "chat", "sharepoint"]),
});
/** Where somebody stands: which person, in which place of the client. */
export type GuideSpot = z.infer<typeof spot>;

const part = z.object({
  id: z.string(),
  /** What one does, and as whom. */
  text: words,
  button: words,
  go: spot,
  /** Done when there is such a row, or when a person of the tenant has read such rows. */
  done: z.union([z.object({ rows }), z.object({ read: z.object({ site: z.string(), list: z.string() }) })]),
});

/** A walk through an app for somebody who has never seen it. The workspace shows it; what it is about is handed in. */
export const guideSchema = z.object({
  steps: z.array(z.object({ title: words, parts: z.array(part).check(z.minLength(1)) })).check(z.minLength(1)),
  /** The soonest date in a column, and the time of that day the clock is moved to. */
  deadline: z.object({ rows, column: z.string(), time: z.string(), hint: words }),
  /** Who is put beside whom, and why. */
  pair: z.object({ left: spot, right: spot, hint: words }),
});
export type Guide = z.infer<typeof guideSchema>;
export type GuideStep = Guide["steps"][number];

/** What `GET /workspace/guide` answers; without a guide there is nothing to show. */
export const guideReadingSchema = z.object({
  guide: z.nullable(guideSchema),
  /** Ids of the parts that are done. */
  done: z.array(z.string()),
  /** Day of the deadline as an ISO instant of its first moment; null when nothing is open. */
  deadline: z.nullable(z.string()),
});
export type GuideReading = z.infer<typeof guideReadingSchema>;
