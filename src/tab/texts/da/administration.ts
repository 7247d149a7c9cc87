type Figures = Readonly<Record<string, number>>;

const rows = (count: number): string => (count === 1 ? "1 række" : `${count} rækker`);
const lists = (count: number): string => (count === 1 ? "1 liste" : `${count} lister`);
const messages = (count: number): string => (count === 1 ? "1 besked" : `${count} beskeder`);
const edits = (count: number): string => (count === 1 ? "1 rettelse" : `${count} rettelser`);
const joined = (parts: readonly (string | false)[]): string => parts.filter((part) => part !== false).join(", ");
const of = (figures: Figures, name: string): number => figures[name] ?? 0;

/** What a line says when it is well, and the cause in one sentence when it is not. */
const lines: Readonly<
  Record<
    string,
    { readonly title: string; readonly ok: (f: Figures) => string; readonly cause: (f: Figures) => string }
  >
> = {
  sharepoint: {
    title: "Lister i SharePoint",
    ok: (f) => `${lists(of(f, "lists"))} læses og er, som de skal være.`,
    cause: (f) =>
      of(f, "damaged") > 0
        ? `${lists(of(f, "damaged"))} er ændret i SharePoint; se under Lister.`
        : of(f, "failedPolls") > 0
          ? `SharePoint svarede ikke de sidste ${of(f, "failedPolls")} gange, der blev læst.`
          : "En liste er ikke læst for nylig; se under Lister.",
  },
  projections: {
    title: "Åbne lister",
    ok: () => "De åbne lister viser det samme som Fremdrift.",
    cause: (f) =>
      of(f, "failing") > 0
        ? `${lists(of(f, "failing"))} kunne ikke skrives sidst.`
        : `${rows(of(f, "rowsLeft"))} er ikke skrevet endnu.`,
  },
  malformed: {
    title: "Rækker, der ikke kan læses",
    ok: () => "Alle rækker kan læses.",
    cause: (f) => `${rows(of(f, "rows"))} er ændret, så Fremdrift ikke kan læse dem; resten er ikke berørt.`,
  },
  "outside-edits": {
    title: "Rettelser uden om Fremdrift",
    ok: () => "Ingen i de sidste 30 dage.",
    cause: (f) =>
      `${joined([
        of(f, "putBack") > 0 &&
          `${edits(of(f, "putBack"))} sat tilbage${of(f, "unknown") > 0 ? `, heraf ${of(f, "unknown")} af ukendte` : ""}`,
        of(f, "deleted") > 0 && `${rows(of(f, "deleted"))} slettet og skrevet igen`,
        of(f, "ownRows") > 0 && `${rows(of(f, "ownRows"))}, der ikke er Fremdrifts, bliver stående`,
      ])}.`,
  },
  budget: {
    title: "Forbrug hos SharePoint",
    ok: (f) =>
      of(f, "limit") === 0
        ? "Der er ingen grænse her."
        : `${of(f, "spent")} af ${of(f, "limit")} enheder i det sidste minut.`,
    cause: (f) => `${of(f, "percent")} % af det, SharePoint tillader i minuttet, er brugt; skærmbilleder kan vente.`,
  },
  "notice-backlog": {
    title: "Beskeder på vej",
    ok: (f) =>
      of(f, "waiting") === 0
        ? "Ingen er forsinket. Beskeder sendes på hverdage kl. 7-18."
        : `${messages(of(f, "waiting"))} er på vej.`,
    cause: (f) => `${messages(of(f, "waiting"))} har ventet i mere end 10 minutter.`,
  },
  uncertain: {
    title: "Beskeder med ukendt skæbne",
    ok: () => "Ingen.",
    cause: (f) => `Teams svarede ikke på ${messages(of(f, "count"))}; de sendes aldrig igen af sig selv.`,
  },
  undeliverable: {
    title: "Beskeder, der ikke kan leveres",
    ok: () => "Ingen i de sidste 30 dage.",
    cause: (f) =>
      `${messages(of(f, "count"))} nåede ikke frem: modtageren har ikke appen, har blokeret den eller er rejst.`,
  },
  bot: {
    title: "Chatten i Teams",
    ok: () => "Teams tager imod beskeder.",
    cause: (f) => (of(f, "waiting") > 0 ? "Teams tager ikke imod beskeder." : "Der er ikke sendt nogen besked endnu."),
  },
  clock: {
    title: "Uret",
    ok: () => "Serverens ur følger SharePoints.",
    cause: (f) =>
      `Serverens ur er ${Math.abs(of(f, "seconds"))} sekunder ${of(f, "seconds") > 0 ? "foran" : "bagefter"}; frister kan regnes forkert.`,
  },
  logs: {
    title: "Logbogens kæde",
    ok: () => "Alle linjer hænger sammen.",
    cause: (f) =>
      `${of(f, "broken") === 1 ? "1 post" : `${of(f, "broken")} poster`} har en log, som er ændret uden om Fremdrift.`,
  },
};

/** Page for administrators: how the service and its lists fare. */
export const administration = {
  title: "Driftsstatus",
  states: { ok: "OK", watch: "Obs", fault: "Fejl" },
  summary: {
    ok: "Alt virker.",
    watch: "Det virker, men der er noget at se på.",
    fault: "Noget virker ikke. Begynd øverst.",
  },
  lines,
  checks: "Kontroller",
  lists: "Lister",
  check: "Kontrol",
  state: "Tilstand",
  found: "Hvad der er",
  repair: "Hvad der kan gøres",
  list: "Liste",
  rowCount: "Rækker",
  age: "Læst",
  seconds: (count: number) =>
    count < 90
      ? `for ${count} sek. siden`
      : count < 5400
        ? `for ${Math.round(count / 60)} min. siden`
        : `for ${Math.round(count / 3600)} timer siden`,
  neverRead: "ikke læst",
  readFailing: "Den seneste læsning lykkedes ikke; det, der blev læst sidst, vises.",
  site: { records: "Sagsrum", open: "Fremdrift" },
  looked: (ago: string) => `Sammenholdt med det, de skal være, ${ago}`,
  notLooked: "Ikke sammenholdt endnu",
  stops: {
    none: "",
    writes: "Listen læses, men der skrives ikke i den.",
    reads: "Listen kan ikke læses; det, der blev læst sidst, vises.",
  },
  since: (when: string) => `Siden ${when}`,
  lastPost: (when: string) => `Senest modtaget af Teams ${when}`,
  acts: { "read-anew": "Læs på ny", rebuild: "Skriv de åbne lister igen", "check-logs": "Kontrollér igen" },
  acted: "Gjort. Siden viser, hvordan det står nu.",
  decide: "Afgør det for hver besked nedenfor.",
  command: "En SharePoint-administrator kører denne kommando:",
  person: {
    malformed: "Åbn rækken i SharePoint, og gendan en tidligere version af den.",
    "outside-edits": "De, Fremdrift kender, får besked i chatten om, hvor det rettes. Se nedenfor.",
    budget: "Vent, eller bed Microsoft om en højere grænse, hvis det varer ved.",
    undeliverable: "Bed dem installere Fremdrift i Teams. Opgaven står også i deres fane.",
    bot: "Kontrollér appens registrering i Teams og tjenestens forbindelse til nettet.",
    clock: "Stil serverens ur efter en tidsserver.",
  } as Readonly<Record<string, string>>,
  uncertain: "Beskeder med ukendt skæbne",
  uncertainText: "Spørg modtageren, om beskeden kom, og vælg så.",
  arrived: "Den kom frem",
  sendAgain: "Send igen",
  noReason: "Der er ikke længere grund til at sende den.",
  to: "Til",
  message: "Besked",
  when: "Tidspunkt",
  kinds: {
    "approval-request": "Godkend en ansøgning",
    "review-request": "Bedøm ansøgninger",
    "review-reminder": "Påmindelse om bedømmelse",
    "application-returned": "Ansøgning returneret",
    "application-approved": "Ansøgning godkendt",
    "decision-request": "Afgør en indstilling",
    "recommendation-sent-back": "Indstilling sendt tilbage",
    "need-news": "Nyt om et behov",
    "consultation-request": "Ny høring",
    "consultation-reminder": "Påmindelse om høringssvar",
    "consultation-answer": "Høringssvar modtaget",
    "consultation-closed": "Svarfrist udløbet",
    outcome: "Afgørelse til ansøger",
    "edit-put-back": "Rettelse sat tilbage",
    "daily-digest": "Samlet om morgenen",
  } as Readonly<Record<string, string>>,
  otherKind: "Besked",
  edits: "Rettelser uden om Fremdrift",
  editsAside: "de sidste 30 dage",
  where: "Hvor",
  who: "Hvem",
  unknownWho: "ukendt",
  became: "Hvad der blev af det",
  answers: {
    accepted: "Taget ind i Fremdrift",
    "put-back": "Sat tilbage",
    kept: "Egen række, bliver stående",
    restored: "Skrevet igen",
  },
  deletedRows: (count: number) => `${rows(count)} slettet`,
  ownRow: "Egen række",
  malformed: "Rækker, der ikke kan læses",
  item: "Række",
  column: "Kolonne",
};
