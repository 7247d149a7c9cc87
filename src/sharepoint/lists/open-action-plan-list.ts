import { staleAfterDays } from "#domain/action-plans/action-light.ts";
import { daActionTerms } from "#domain/action-plans/action-terms-da.ts";
import type { OpenActionRow } from "#domain/projections/open-rows.ts";
import { choiceColumn, dateOnlyColumn, noteColumn, textColumn, titleColumn } from "./column.ts";
import { deadlineFormat, linkFormat, personFormat, statusFormat } from "./column-format.ts";
import type { ViewCondition } from "./list-view.ts";
import { defineProjectionList } from "./projection-list.ts";

const { status, light } = daActionTerms;
/** No work is expected: nothing is late, and nobody is asked. */
const atRest = [status.idea, status.done, status.stopped];
const isActive = atRest.map((value): ViewCondition => ({ column: "Status", is: "not-equal", value }));

/** The action plan as managers read it and keep it up to date (law 4). */
export const openActionPlanList = defineProjectionList<OpenActionRow>({
  name: "Handlingsplan",
  title: "Handlingsplan",
  description:
    "Indsatser efter fokusområde. Status, ejer, start, slut og note kan rettes her; andet rettes i Fremdrift og bliver sat tilbage.",
  schemaVersion: 1,
  takesEdits: true,
  columns: {
    Title: titleColumn({ title: "Indsats", description: "Indsatsens titel" }),
    Fokusomraade: textColumn({
      title: "Fokusområde",
      description: "Det primære fokusområde",
      clip: true,
      indexed: true,
    }),
    Status: choiceColumn({
      title: "Status",
      description: "Hvor langt indsatsen er. Kan rettes; skriv i Note hvorfor, når den sættes på hold eller stoppes",
      choices: Object.values(status),
      indexed: true,
    }),
    Trafiklys: choiceColumn({
      title: "Trafiklys",
      description: "Regnes ud af milepæle, periode og opdateringer; en leder kan gøre det værre i Fremdrift",
      choices: Object.values(light),
      indexed: true,
    }),
    Aarsag: noteColumn({ title: "Årsag", description: "Hvorfor trafiklyset er, som det er" }),
    Rolle: textColumn({ title: "Ansvarlig", description: "Rollen, der ejer indsatsen", clip: true, indexed: true }),
    Ejer: textColumn({
      title: "Ejer",
      description: "Personen i rollen. Kan rettes til en medarbejders navn eller brugernavn",
      clip: true,
      indexed: true,
    }),
    Center: textColumn({ title: "Center", description: "Centret, indsatsen hører til", clip: true, indexed: true }),
    Start: dateOnlyColumn({ title: "Start", description: "Første dag. Kan rettes", indexed: true }),
    Slut: dateOnlyColumn({ title: "Slut", description: "Sidste dag. Kan rettes", indexed: true }),
    Milepael: textColumn({ title: "Næste milepæl", description: "Den første, der ikke er nået", clip: true }),
    Note: noteColumn({ title: "Note", description: "Hvordan det går. Skriv en ny note oven i den gamle" }),
    Opdateret: dateOnlyColumn({
      title: "Opdateret",
      description: "Sidste gang nogen sagde, hvordan det går",
      indexed: true,
    }),
    Link: textColumn({ title: "Åbn i Fremdrift", description: "Indsatsen i Fremdrift" }),
  },
  views: [
    {
      name: "Efter fokusområde",
      columns: ["Title", "Link", "Status", "Trafiklys", "Ejer", "Slut", "Milepael", "Opdateret"],
      groupBy: ["Fokusomraade"],
      orderBy: [{ column: "Slut" }],
      isDefault: true,
      rowLimit: 200,
    },
    {
      name: "Tavle efter status",
      columns: ["Title", "Trafiklys", "Ejer", "Center", "Slut", "Status"],
      orderBy: [{ column: "Slut" }],
      layout: { kind: "board", column: "Status" },
      rowLimit: 200,
    },
    {
      // On its last day only: what runs for years would stand on every day of every month.
      name: "Slutdatoer i kalender",
      columns: ["Slut", "Title", "Status", "Ejer"],
      orderBy: [{ column: "Slut" }],
      layout: { kind: "calendar", start: "Slut", end: "Slut", title: "Title", subtitle: "Status" },
    },
    {
      name: "Ikke opdateret længe",
      columns: ["Title", "Ejer", "Rolle", "Center", "Status", "Opdateret", "Note"],
      where: [{ column: "Opdateret", is: "before", value: { todayPlusDays: -staleAfterDays } }, ...isActive],
      orderBy: [{ column: "Opdateret" }],
    },
    {
      name: "Gul og rød",
      columns: ["Title", "Link", "Trafiklys", "Aarsag", "Ejer", "Center", "Slut", "Note"],
      where: [{ column: "Trafiklys", is: "not-equal", value: light.green }, ...isActive],
      // Rød before gul.
      orderBy: [{ column: "Trafiklys", descending: true }, { column: "Slut" }],
    },
    {
      name: "Efter center",
      columns: ["Title", "Status", "Trafiklys", "Ejer", "Slut", "Opdateret"],
      groupBy: ["Center"],
      orderBy: [{ column: "Slut" }],
    },
  ],
  formatting: {
    Status: statusFormat({
      [status.idea]: "neutral",
      [status.planned]: "low",
      [status.running]: "good",
      [status["on-hold"]]: "warning",
      [status.done]: "good",
      [status.stopped]: "blocked",
    }),
    Trafiklys: statusFormat({ [light.green]: "good", [light.yellow]: "warning", [light.red]: "severe" }),
    Ejer: personFormat("Mangler"),
    Slut: deadlineFormat("Status", atRest),
    Link: linkFormat("Åbn indsatsen"),
  },
});
