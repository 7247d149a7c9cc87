import { caseTerms } from "#domain/cases/case-terms.ts";
import type { OpenCaseRow } from "#domain/projections/open-rows.ts";
import { choiceColumn, dateOnlyColumn, textColumn, titleColumn } from "./column.ts";
import { linkFormat, personFormat, statusFormat } from "./column-format.ts";
import { defineProjectionList } from "./projection-list.ts";

const { status } = caseTerms.da;

/** Cases with their way through the bodies; of closed ones number and alternative title only. */
export const openCaseList = defineProjectionList<OpenCaseRow>({
  name: "AabneSager",
  title: "Sager",
  description:
    "Sager med sagsgang, næste skridt og beslutning; lukkede sager med alternativ titel. Rækkerne skrives af Fremdrift; rettelser her bliver sat tilbage.",
  schemaVersion: 1,
  columns: {
    Title: titleColumn({ title: "Sag", description: "Sagens titel; for lukkede sager en alternativ titel" }),
    Sagsnummer: textColumn({ title: "Sagsnr.", description: "Sagens nummer", indexed: true }),
    Aabenhed: choiceColumn({
      title: "Åbenhed",
      description: "Om sagen er åben eller lukket",
      choices: ["Åben", "Lukket"],
      indexed: true,
    }),
    Status: choiceColumn({
      title: "Status",
      description: "Hvor langt sagen er",
      choices: Object.values(status),
      indexed: true,
    }),
    Sagsgang: textColumn({ title: "Sagsgang", description: "Udvalg og høringer i rækkefølge", clip: true }),
    NaesteSkridt: textColumn({
      title: "Næste skridt",
      description: "Udvalget, der behandler sagen næste gang, eller høring",
      clip: true,
      indexed: true,
    }),
    NaesteDato: dateOnlyColumn({ title: "Næste dato", description: "Mødet eller høringens sidste dag", indexed: true }),
    Afgjort: dateOnlyColumn({ title: "Afgjort", description: "Dagen for den endelige beslutning", indexed: true }),
    SenesteBeslutning: textColumn({
      title: "Seneste beslutning",
      description: "Ordene fra referatet, uændret",
      clip: true,
    }),
    Sagsbehandler: textColumn({
      title: "Sagsbehandler",
      description: "Hvem der har sagen",
      clip: true,
      indexed: true,
    }),
    Link: textColumn({ title: "Åbn i Fremdrift", description: "Sagen i Fremdrift" }),
  },
  views: [
    {
      name: "Sager på vej",
      columns: ["Sagsnummer", "Title", "Link", "Status", "Sagsgang", "NaesteSkridt", "NaesteDato", "Sagsbehandler"],
      where: [{ column: "Afgjort", is: "empty" }],
      orderBy: [{ column: "NaesteDato" }],
      isDefault: true,
    },
    {
      name: "Efter næste udvalg",
      columns: ["NaesteDato", "Sagsnummer", "Title", "Link", "Status"],
      where: [{ column: "Afgjort", is: "empty" }],
      groupBy: ["NaesteSkridt"],
      orderBy: [{ column: "NaesteDato" }],
    },
    {
      name: "Møder i kalender",
      columns: ["NaesteDato", "Title", "NaesteSkridt"],
      orderBy: [{ column: "NaesteDato" }],
      layout: { kind: "calendar", start: "NaesteDato", end: "NaesteDato", title: "Title", subtitle: "NaesteSkridt" },
    },
    {
      name: "Afgjorte",
      columns: ["Afgjort", "Sagsnummer", "Title", "Link", "Sagsgang", "SenesteBeslutning"],
      where: [{ column: "Status", is: "equal", value: status.decided }],
      orderBy: [{ column: "Afgjort", descending: true }],
    },
    {
      name: "Alle sager",
      columns: ["Sagsnummer", "Title", "Link", "Aabenhed", "Status", "NaesteSkridt", "NaesteDato", "Afgjort"],
      groupBy: ["Status"],
      orderBy: [{ column: "Sagsnummer", descending: true }],
    },
  ],
  formatting: {
    Status: statusFormat({
      [status.arisen]: "neutral",
      [status.informed]: "low",
      [status.stopped]: "severe",
      [status.decided]: "good",
      [status.closed]: "neutral",
    }),
    Sagsbehandler: personFormat("–"),
    Link: linkFormat("Åbn sagen"),
  },
});
