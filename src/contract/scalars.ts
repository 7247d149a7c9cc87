import * as z from "zod/mini";

/** A key in a link or body. */
export const keySchema = z.string().check(z.regex(/^[0-9a-f]{32}$/));
/** An instant, ISO 8601 UTC with milliseconds. */
export const instantSchema = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/));
export const plainDateSchema = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
/** Money in øre. */
export const oereSchema = z.int();
export const languageSchema = z.enum(["da", "en"]);

/** A person as a screen may show her: name and title, never an address. */
export const personRefSchema = z.object({ key: keySchema, name: z.string(), title: z.string() });
