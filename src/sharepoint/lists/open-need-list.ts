import { daNeedTerms } from "#domain/needs/need-terms-da.ts";
import type { OpenNeedRow } from "#domain/projections/open-rows.ts";
import { choiceColumn, dateOnlyColumn, noteColumn, numberColumn, textColumn, titleColumn } from "./column.ts";
import { linkFormat, statusFormat } from "./column-format.ts";
import { defineProjectionList } from "./projection-list.ts";

const { status, frequency } = daNeedTerms;

/** Needs as managers read them, correct them and answer them (law 4). */
export const openNeedList = defineProjectionList<OpenNeedRow>({
  name: "AabneBehov",
  title: "Behov",
  description:
    "Behov, som medarbejdere har fundet. Teksten kan rettes her, mens behovet er åbent, og et svar i Svar lukker det; andet rettes i Fremdrift og bliver sat tilbage.",
  schemaVersion: 1,
  takesEdits: true,
  columns: {
    Title: titleColumn({ title: "Behov", description: "Det, der er besværligt, i kort form" }),
    Besvaerligt: noteColumn({ title: "Hvad er besværligt?", description: "Kan rettes, mens behovet er åbent" }),
    Rammer: textColumn({ title: "Hvem rammer det?", description: "Kan rettes, mens behovet er åbent", clip: true }),
    HvorTit: choiceColumn({
      title: "Hvor tit?",
      description: "Kan rettes, mens behovet er åbent",
      choices: Object.values(frequency),
      indexed: true,
    }),
    Center: textColumn({ title: "Center", description: "Centret, behovet er fundet i", clip: true, indexed: true }),
    Status: choiceColumn({
      title: "Status",
      description: "Hvad der er blevet af behovet",
      choices: Object.values(status),
      indexed: true,
    }),
    Opbakning: numberColumn({
      title: "Opbakning",
      description: "Hvor mange andre der har sagt, at det også rammer dem",
      indexed: true,
    }),
    Registreret: dateOnlyColumn({
      title: "Registreret",
      description: "Dagen, behovet blev registreret",
      indexed: true,
    }),
    Udkomme: textColumn({ title: "Blev til", description: "Ansøgningen eller indsatsen", clip: true }),
    Svar: noteColumn({
      title: "Svar",
      description: "Skriv et svar her, så lukkes behovet, og den, der fandt det, får svaret",
    }),
    Link: textColumn({ title: "Åbn i Fremdrift", description: "Behovet i Fremdrift" }),
  },
  views: [
    {
      name: "Åbne behov",
      columns: ["Title", "Link", "Rammer", "HvorTit", "Center", "Opbakning", "Registreret", "Svar"],
      where: [{ column: "Status", is: "equal", value: status.open }],
      orderBy: [{ column: "Registreret", descending: true }],
      isDefault: true,
    },
    {
      name: "Flest har det samme",
      columns: ["Opbakning", "Title", "Link", "Rammer", "HvorTit", "Center"],
      where: [{ column: "Status", is: "equal", value: status.open }],
      orderBy: [{ column: "Opbakning", descending: true }],
    },
    {
      name: "Efter center",
      columns: ["Title", "Rammer", "HvorTit", "Status", "Opbakning", "Udkomme"],
      groupBy: ["Center"],
      orderBy: [{ column: "Registreret", descending: true }],
    },
    {
      name: "Hvad blev det til",
      columns: ["Title", "Link", "Center", "Udkomme", "Svar", "Registreret"],
      groupBy: ["Status"],
      orderBy: [{ column: "Registreret", descending: true }],
    },
    {
      name: "Tavle efter status",
      columns: ["Title", "Rammer", "Center", "Opbakning", "Status"],
      orderBy: [{ column: "Registreret", descending: true }],
      layout: { kind: "board", column: "Status" },
      rowLimit: 200,
    },
  ],
  formatting: {
    Status: statusFormat({
      [status.open]: "warning",
      [status.application]: "low",
      [status["action-item"]]: "good",
      [status.closed]: "neutral",
    }),
    Link: linkFormat("Åbn behovet"),
  },
});
