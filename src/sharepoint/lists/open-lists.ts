import { daTerms } from "#domain/grants/terms-da.ts";
import type { OpenApplicationRow, OpenCentreRow, OpenLedgerRow, OpenRoundRow } from "#domain/projections/open-rows.ts";
import {
  booleanColumn,
  choiceColumn,
  dateOnlyColumn,
  dateTimeColumn,
  numberColumn,
  textColumn,
  titleColumn,
} from "./column.ts";
import { deadlineFormat, kronerFormat, linkFormat, personFormat, shareFormat, statusFormat } from "./column-format.ts";
import { defineProjectionList } from "./projection-list.ts";

const TELLS_ONLY = "Rækkerne skrives af Fremdrift; rettelser her bliver sat tilbage.";

/** Centres and their heads. */
export const openCentreList = defineProjectionList<OpenCentreRow>({
  name: "AabneCentre",
  title: "Centre og ledere",
  description: `Hvem der leder hvilket center. ${TELLS_ONLY}`,
  schemaVersion: 1,
  columns: {
    Title: titleColumn({ title: "Center", description: "Centrets navn", indexed: true }),
    Leder: textColumn({
      title: "Leder",
      description: "Centrets leder; tom, mens stillingen er ledig",
      clip: true,
      indexed: true,
    }),
    Aktiv: booleanColumn({ title: "Aktiv", description: "Nej, når centret er nedlagt", indexed: true }),
  },
  views: [
    {
      name: "Aktive centre",
      columns: ["Title", "Leder"],
      orderBy: [{ column: "Title" }],
      where: [{ column: "Aktiv", is: "equal", value: true }],
      isDefault: true,
    },
    {
      name: "Uden leder",
      columns: ["Title"],
      orderBy: [{ column: "Title" }],
      where: [
        { column: "Leder", is: "empty" },
        { column: "Aktiv", is: "equal", value: true },
      ],
    },
    { name: "Alle, også nedlagte", columns: ["Title", "Leder", "Aktiv", "Modified"], orderBy: [{ column: "Title" }] },
  ],
  formatting: { Leder: personFormat("Ledig") },
});

/** Rounds with frame, granted and what is not granted: another sum than what the tab calls in no round. */
export const openRoundList = defineProjectionList<OpenRoundRow>({
  name: "AabneRunder",
  title: "Puljer og runder",
  description: `Runder med frister, ramme, ansøgt og bevilget. ${TELLS_ONLY}`,
  schemaVersion: 1,
  columns: {
    Title: titleColumn({ title: "Runde", description: "Rundens navn" }),
    Kode: textColumn({ title: "Kode", description: "Begyndelsen af ansøgningernes numre, f.eks. EF22" }),
    Pulje: textColumn({ title: "Pulje", description: "Puljens navn", clip: true, indexed: true }),
    Status: choiceColumn({
      title: "Status",
      description: "Hvor langt runden er",
      choices: Object.values(daTerms.roundStatus),
      indexed: true,
    }),
    RammeKr: numberColumn({ title: "Ramme", description: "Rundens ramme i kroner", decimals: 2 }),
    BevilgetKr: numberColumn({ title: "Bevilget", description: "Givet tilsagn om, i kroner", decimals: 2 }),
    RestKr: numberColumn({
      title: "Ikke bevilget",
      description: "Rammen uden det, der er givet tilsagn om, i kroner",
      decimals: 2,
    }),
    Ansoegninger: numberColumn({ title: "Ansøgninger", description: "Antal indsendte ansøgninger" }),
    AnsoegtKr: numberColumn({ title: "Ansøgt", description: "Samlet ansøgt beløb i kroner", decimals: 2 }),
    Aabner: dateOnlyColumn({ title: "Åbner", description: "Første dag, der kan søges" }),
    Frist: dateOnlyColumn({
      title: "Ansøgningsfrist",
      description: "Sidste dag, der kan søges; hele dagen tæller med",
      isClosing: true,
      indexed: true,
    }),
    Afgoerelse: dateOnlyColumn({ title: "Afgørelse", description: "Dagen, der besluttes" }),
    Link: textColumn({ title: "Åbn i Fremdrift", description: "Runden i Fremdrift" }),
  },
  views: [
    {
      name: "Åbne og kommende",
      columns: ["Title", "Link", "Pulje", "Status", "Aabner", "Frist", "Afgoerelse", "RammeKr"],
      orderBy: [{ column: "Frist" }],
      where: [{ column: "Frist", is: "from", value: { todayPlusDays: 0 } }],
      isDefault: true,
    },
    {
      name: "Økonomi",
      columns: ["Title", "Pulje", "RammeKr", "AnsoegtKr", "BevilgetKr", "RestKr", "Ansoegninger"],
      groupBy: ["Pulje"],
      orderBy: [{ column: "Frist", descending: true }],
    },
    {
      name: "Efter status",
      columns: ["Title", "Link", "Pulje", "Frist", "Afgoerelse"],
      groupBy: ["Status"],
      orderBy: [{ column: "Frist" }],
    },
    {
      name: "Frister i kalender",
      columns: ["Frist", "Title", "Pulje", "Status"],
      orderBy: [{ column: "Frist" }],
      layout: { kind: "calendar", start: "Frist", end: "Frist", title: "Title", subtitle: "Pulje" },
    },
    {
      name: "Alle runder",
      columns: ["Title", "Link", "Kode", "Pulje", "Status", "Aabner", "Frist", "RammeKr", "BevilgetKr"],
      orderBy: [{ column: "Frist", descending: true }],
    },
  ],
  formatting: {
    Status: statusFormat({
      [daTerms.roundStatus.planned]: "neutral",
      [daTerms.roundStatus.open]: "good",
      [daTerms.roundStatus.closed]: "low",
      [daTerms.roundStatus["under-review"]]: "warning",
      [daTerms.roundStatus.recommended]: "warning",
      [daTerms.roundStatus.decided]: "good",
      [daTerms.roundStatus.completed]: "neutral",
    }),
    Frist: deadlineFormat(
      "Status",
      Object.values(daTerms.roundStatus).filter((word) => word !== daTerms.roundStatus.open),
    ),
    RammeKr: kronerFormat(),
    AnsoegtKr: kronerFormat(),
    BevilgetKr: shareFormat("RammeKr"),
    RestKr: kronerFormat(),
    Link: linkFormat("Åbn runden"),
  },
});

/** Every movement of a pool's money, with the balance after it. */
export const openLedgerList = defineProjectionList<OpenLedgerRow>({
  name: "AabentRegnskab",
  title: "Puljeregnskab",
  description: `Hver bevægelse i puljernes penge med saldo. ${TELLS_ONLY}`,
  schemaVersion: 1,
  columns: {
    Title: titleColumn({ title: "Bevægelse", description: "Hvad der skete" }),
    Pulje: textColumn({ title: "Pulje", description: "Puljens navn", clip: true, indexed: true }),
    Art: textColumn({ title: "Art", description: "Bevilling, tilsagn, flytning eller tilbageløb", indexed: true }),
    Runde: textColumn({ title: "Runde", description: "Rundens navn", clip: true }),
    Dato: dateOnlyColumn({ title: "Dato", description: "Dagen, det blev besluttet", indexed: true }),
    BeloebKr: numberColumn({ title: "Beløb", description: "Kroner; minus er penge, der er disponeret", decimals: 2 }),
    SaldoKr: numberColumn({ title: "Saldo", description: "Hvad der derefter er tilbage, i kroner", decimals: 2 }),
    Raekkefoelge: numberColumn({ title: "Nr.", description: "Bevægelsens nummer i puljen", indexed: true }),
  },
  views: [
    {
      name: "Puljernes bevægelser",
      columns: ["Raekkefoelge", "Dato", "Title", "Art", "Runde", "BeloebKr", "SaldoKr"],
      groupBy: ["Pulje"],
      orderBy: [{ column: "Raekkefoelge" }],
      isDefault: true,
      rowLimit: 200,
    },
    {
      name: "Nyeste først",
      columns: ["Dato", "Title", "Pulje", "BeloebKr", "SaldoKr"],
      orderBy: [{ column: "Dato", descending: true }],
    },
    {
      name: "Efter art",
      columns: ["Dato", "Title", "Pulje", "Runde", "BeloebKr"],
      groupBy: ["Art"],
      orderBy: [{ column: "Dato", descending: true }],
    },
  ],
  formatting: { BeloebKr: kronerFormat(), SaldoKr: kronerFormat() },
});

/** Applications as overview rows: never text, scores or remarks (law 3). */
export const openApplicationList = defineProjectionList<OpenApplicationRow>({
  name: "AabneAnsoegninger",
  title: "Ansøgninger i overblik",
  description: `Indsendte ansøgninger, som lederen har godkendt: nummer, titel, center, beløb og status. ${TELLS_ONLY}`,
  schemaVersion: 1,
  columns: {
    Title: titleColumn({ title: "Projekt", description: "Projektets titel" }),
    Nummer: textColumn({ title: "Nummer", description: "Ansøgningens nummer", indexed: true }),
    Runde: textColumn({ title: "Runde", description: "Rundens navn", clip: true, indexed: true }),
    Pulje: textColumn({ title: "Pulje", description: "Puljens navn", clip: true }),
    Center: textColumn({ title: "Center", description: "Centret, der søger", clip: true, indexed: true }),
    Fokusomraade: textColumn({
      title: "Fokusområde",
      description: "Det fokusområde, projektet hører under",
      clip: true,
    }),
    AnsoegtKr: numberColumn({ title: "Ansøgt", description: "Ansøgt beløb i kroner", decimals: 2 }),
    Status: choiceColumn({
      title: "Status",
      description: "Hvor langt ansøgningen er",
      choices: Object.values(daTerms.applicationStatus),
      indexed: true,
    }),
    BevilgetKr: numberColumn({
      title: "Bevilget",
      description: "Kroner; først efter afgørelsen",
      decimals: 2,
      indexed: true,
    }),
    Indsendt: dateTimeColumn({ title: "Indsendt", description: "Hvornår ansøgningen blev indsendt", indexed: true }),
    Link: textColumn({ title: "Åbn i Fremdrift", description: "Ansøgningen i Fremdrift, for dem der må se den" }),
  },
  views: [
    {
      name: "Efter runde",
      columns: ["Nummer", "Title", "Link", "Center", "AnsoegtKr", "Status", "BevilgetKr"],
      groupBy: ["Runde"],
      orderBy: [{ column: "Nummer" }],
      isDefault: true,
      rowLimit: 200,
    },
    {
      name: "Efter center",
      columns: ["Nummer", "Title", "Runde", "AnsoegtKr", "Status", "BevilgetKr"],
      groupBy: ["Center"],
      orderBy: [{ column: "Indsendt", descending: true }],
    },
    {
      name: "Bevilget",
      columns: ["Nummer", "Title", "Center", "Runde", "AnsoegtKr", "BevilgetKr"],
      where: [{ column: "BevilgetKr", is: "above", value: 0 }],
      orderBy: [{ column: "Indsendt", descending: true }],
    },
    {
      name: "Efter status",
      columns: ["Nummer", "Title", "Link", "Center", "AnsoegtKr", "BevilgetKr"],
      groupBy: ["Status"],
      orderBy: [{ column: "Nummer" }],
    },
    {
      name: "Tavle efter status",
      columns: ["Title", "Nummer", "Center", "Runde", "AnsoegtKr", "Status"],
      orderBy: [{ column: "Nummer" }],
      layout: { kind: "board", column: "Status" },
      rowLimit: 200,
    },
  ],
  formatting: {
    Status: statusFormat({
      [daTerms.applicationStatus["awaiting-manager"]]: "warning",
      [daTerms.applicationStatus.submitted]: "low",
      [daTerms.applicationStatus.returned]: "severe",
      [daTerms.applicationStatus["under-review"]]: "warning",
      [daTerms.applicationStatus.recommended]: "warning",
      [daTerms.applicationStatus.awarded]: "good",
      [daTerms.applicationStatus["partially-awarded"]]: "good",
      [daTerms.applicationStatus.rejected]: "blocked",
      [daTerms.applicationStatus.accepted]: "good",
      [daTerms.applicationStatus.declined]: "neutral",
      [daTerms.applicationStatus.running]: "low",
      [daTerms.applicationStatus["report-due"]]: "severe",
      [daTerms.applicationStatus["report-received"]]: "low",
      [daTerms.applicationStatus.closed]: "neutral",
      [daTerms.applicationStatus.withdrawn]: "neutral",
    }),
    AnsoegtKr: kronerFormat(),
    BevilgetKr: kronerFormat(),
    Link: linkFormat("Åbn ansøgningen"),
  },
});
