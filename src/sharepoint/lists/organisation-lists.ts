import * as z from "zod/mini";
import { type NoticeChoices, type NoticeMode, noticeModes } from "#domain/notices/notice-choices.ts";
import type { Centre } from "#domain/organisation/centre.ts";
import { type Person, roles } from "#domain/organisation/person.ts";
import { booleanColumn, textColumn, titleColumn } from "./column.ts";
import { defineRecordList } from "./record-list.ts";
import { keySchema, logSchema, orUndefined } from "./schema-parts.ts";

const centreSchema: z.ZodMiniType<Centre> = z.object({
  key: keySchema,
  name: z.string(),
  shortName: z.string(),
  headKey: orUndefined(keySchema),
  active: z.boolean(),
  log: logSchema,
});

/** A mode that only a later version knows is read as nothing chosen: nobody is shut out for a choice. */
const modeSchema: z.ZodMiniType<NoticeMode | undefined> = z.pipe(
  z.transform((value: unknown) => noticeModes.find((mode) => mode === value)),
  z.union([z.enum(noticeModes), z.undefined()]),
);

const clockTime = z.string().check(z.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u));

const choicesSchema: z.ZodMiniType<NoticeChoices> = z.object({
  modes: z.object({
    "own-decisions": modeSchema,
    requests: modeSchema,
    reminders: modeSchema,
    answers: modeSchema,
    lists: modeSchema,
  }),
  hours: orUndefined(z.object({ from: clockTime, until: clockTime })),
});

const personSchema: z.ZodMiniType<Person> = z.object({
  key: keySchema,
  objectId: z.string(),
  name: z.string(),
  userPrincipalName: z.string(),
  title: z.string(),
  centreKey: keySchema,
  roles: z.array(z.enum(roles)),
  language: z.enum(["da", "en"]),
  active: z.boolean(),
  noticeChoices: orUndefined(choicesSchema),
  log: logSchema,
});

/** Centres and staff units. */
export const centreList = defineRecordList({
  name: "Centre",
  title: "Centre",
  description: "Centre og stabe, der kan søge puljerne. Skrives kun af Fremdrift.",
  schemaVersion: 1,
  schema: centreSchema,
  columns: {
    Title: titleColumn({ title: "Center", description: "Centrets navn" }),
    Aktiv: booleanColumn({ title: "Aktiv", description: "Nedlagte centre er ikke aktive" }),
  },
  toColumns: (centre) => ({ Title: centre.name, Aktiv: centre.active }),
});

/** Employees with roles; name, role, centre and work e-mail only. */
export const personList = defineRecordList({
  name: "Personer",
  title: "Personer",
  description: "Medarbejdere, deres center og deres roller i Fremdrift. Skrives kun af Fremdrift.",
  schemaVersion: 1,
  schema: personSchema,
  columns: {
    Title: titleColumn({ title: "Navn", description: "Medarbejderens navn" }),
    Brugernavn: textColumn({ title: "Brugernavn", description: "Kommunens brugernavn", indexed: true }),
    Stilling: textColumn({ title: "Stilling", description: "Stillingsbetegnelse", clip: true }),
    Aktiv: booleanColumn({ title: "Aktiv", description: "Fratrådte medarbejdere er ikke aktive" }),
  },
  toColumns: (person) => ({
    Title: person.name,
    Brugernavn: person.userPrincipalName,
    Stilling: person.title,
    Aktiv: person.active,
  }),
});
