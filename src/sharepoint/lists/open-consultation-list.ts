import { consultationTerms } from "#domain/consultations/consultation-terms.ts";
import type { OpenConsultationRow } from "#domain/projections/open-rows.ts";
import { choiceColumn, dateOnlyColumn, dateTimeColumn, numberColumn, textColumn, titleColumn } from "./column.ts";
import { deadlineFormat, linkFormat, personFormat, statusFormat } from "./column-format.ts";
import { defineProjectionList } from "./projection-list.ts";

const { status } = consultationTerms.da;

/** Consultations with counts: who has answered, never what (law 3). */
export const openConsultationList = defineProjectionList<OpenConsultationRow>({
  name: "AabneHoeringer",
  title: "Høringer",
  description:
    "Høringer med svarfrist, og hvor mange der har svaret. Rækkerne skrives af Fremdrift; rettelser her bliver sat tilbage.",
  schemaVersion: 1,
  columns: {
    Title: titleColumn({ title: "Høring", description: "Hvad der høres om" }),
    Sagsnummer: textColumn({ title: "Sagsnummer", description: "Sagens nummer", indexed: true }),
    Status: choiceColumn({
      title: "Status",
      description: "Hvor langt høringen er",
      choices: Object.values(status),
      indexed: true,
    }),
    Sendt: dateTimeColumn({ title: "Sendt", description: "Hvornår høringen blev sendt", indexed: true }),
    Frist: dateOnlyColumn({
      title: "Sidste dag",
      description: "Sidste dag, der kan svares; hele dagen tæller med",
      isClosing: true,
      indexed: true,
    }),
    Svarfrist: textColumn({ title: "Svarfrist", description: "Fristen, som parterne har fået den at vide" }),
    Parter: numberColumn({ title: "Parter", description: "Antal høringsparter" }),
    Svar: numberColumn({ title: "Svar", description: "Hvor mange parter der har svaret, også efter fristen" }),
    EfterFrist: numberColumn({ title: "Efter frist", description: "Hvor mange svar der kom efter fristen" }),
    Mangler: textColumn({ title: "Mangler", description: "Parter, der ikke har svaret", clip: true }),
    Moede: textColumn({ title: "Møde", description: "Udvalget, der læser svarene" }),
    Moededato: dateOnlyColumn({ title: "Mødedato", description: "Dagen, svarene behandles", indexed: true }),
    Sagsbehandler: textColumn({
      title: "Sagsbehandler",
      description: "Hvem der har høringen",
      clip: true,
      indexed: true,
    }),
    Link: textColumn({ title: "Åbn i Fremdrift", description: "Høringen i Fremdrift" }),
  },
  views: [
    {
      name: "Åbne høringer",
      columns: ["Title", "Link", "Svarfrist", "Parter", "Svar", "Mangler", "Sagsbehandler"],
      where: [{ column: "Status", is: "equal", value: status.open }],
      orderBy: [{ column: "Frist" }],
      isDefault: true,
    },
    {
      name: "Efter frist",
      columns: ["Title", "Link", "Svarfrist", "Parter", "Svar", "EfterFrist", "Mangler", "Moede", "Moededato"],
      where: [{ column: "Status", is: "equal", value: status.closed }],
      orderBy: [{ column: "Moededato" }],
    },
    {
      name: "Frister i kalender",
      columns: ["Frist", "Title", "Status", "Sagsbehandler"],
      orderBy: [{ column: "Frist" }],
      layout: { kind: "calendar", start: "Frist", end: "Frist", title: "Title", subtitle: "Status" },
    },
    {
      name: "Behandlede",
      columns: ["Title", "Sagsnummer", "Sendt", "Svarfrist", "Parter", "Svar", "Moede", "Moededato"],
      where: [{ column: "Status", is: "equal", value: status.treated }],
      orderBy: [{ column: "Frist", descending: true }],
    },
    {
      name: "Efter sagsbehandler",
      columns: ["Title", "Link", "Status", "Frist", "Parter", "Svar"],
      groupBy: ["Sagsbehandler"],
      orderBy: [{ column: "Frist", descending: true }],
    },
    {
      name: "Alle høringer",
      columns: ["Title", "Link", "Sagsnummer", "Status", "Sendt", "Frist", "Parter", "Svar"],
      orderBy: [{ column: "Frist", descending: true }],
    },
  ],
  formatting: {
    Status: statusFormat({
      [status.draft]: "neutral",
      [status.upcoming]: "low",
      [status.open]: "good",
      [status.closed]: "warning",
      [status.treated]: "neutral",
    }),
    Frist: deadlineFormat(
      "Status",
      Object.values(status).filter((word) => word !== status.open),
    ),
    Sagsbehandler: personFormat("Mangler"),
    Link: linkFormat("Åbn høringen"),
  },
});
