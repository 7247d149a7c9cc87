/** Ranking, recommendation and decision. */
export const ranking = {
  heading: (round: string) => `Prioritering · ${round}`,
  money: "Pengene i runden",
  frame: "Ramme",
  supported: "Foreslået",
  rest: "Tilbage",
  kept: (count: number) =>
    `${counted(count)}, du er inhabil ved, er ikke regnet med. Derfor står der ikke, hvad der er tilbage.`,
  list: "Ansøgninger i rækkefølge",
  empty: "Der er ingen ansøgninger at prioritere endnu.",
  emptyNext: "De kommer her, når lederne har godkendt dem.",
  missingReviews: (count: number) =>
    count === 1
      ? "1 bedømmelse mangler. Runden kan først indstilles, når alle er afgivet."
      : `${count} bedømmelser mangler. Runden kan først indstilles, når alle er afgivet.`,
  complete: "Alle bedømmelser er afgivet.",
  rank: "Plads",
  application: "Ansøgning",
  score: "Point",
  spread: (low: string, high: string) => `fra ${low} til ${high}`,
  reviews: "Bedømmelser",
  reviewsOf: (given: number, expected: number) => `${given} af ${expected}`,
  missing: (names: string) => `Mangler: ${names}`,
  recused: {
    "own-centre": (names: readonly string[]) =>
      `${listed(names)} er ${names.length === 1 ? "inhabil" : "inhabile"} (eget center).`,
    declared: (names: readonly string[]) =>
      `${listed(names)} har erklæret sig ${names.length === 1 ? "inhabil" : "inhabile"}.`,
  },
  stepsIn: (name: string, recused: number) =>
    `${name} bedømmer som suppleant${recused < 2 ? "" : ` i stedet for ${recused === 2 ? "den ene" : "en af dem"}`}.`,
  substituteOut: (name: string, isToo: boolean) => `Suppleanten, ${name}, er ${isToo ? "også " : ""}inhabil.`,
  fewer: (given: number, all: number) => `Derfor ${given} bedømmelser og ikke ${all}.`,
  requested: "Ansøgt",
  granted: "Bevilget",
  // An amount ends with the full stop of "kr.".
  cut: {
    fits: (requested: string, rest: string | undefined) =>
      rest === undefined
        ? `Rammen rækker til ${requested}`
        : `Rammen rækker til ${requested}, og så er der ${rest} tilbage.`,
    "partial-offered": (requested: string, granted: string) =>
      `Der er ${granted} tilbage i rammen, som tilbydes ud af de ${requested}, projektet søger.`,
    "does-not-fit": (requested: string, rest: string | undefined) =>
      rest === undefined
        ? `Projektet søger ${requested}, og det rækker rammen ikke til.`
        : `Der er ${rest} tilbage i rammen, og projektet søger ${requested}`,
    used: (requested: string) => `Rammen er brugt, og projektet søger ${requested}`,
    "below-the-line": "Rammen følger rækkefølgen, så projektet rykker ikke forbi dem med flere point.",
  },
  disagreement: (count: number, name: string, low: number, high: number) =>
    count === 1
      ? `Bedømmerne er uenige om ét kriterium: ${name} (fra ${low} til ${high}).`
      : `Bedømmerne er uenige om ${count} kriterier, mest om ${name} (fra ${low} til ${high}).`,
  outcome: "Udfald",
  line: (frame: string, rest: string) => `Rammen på ${frame} går hertil. Der er ${rest} tilbage.`,
  lineOnly: (frame: string) => `Rammen på ${frame} går hertil.`,
  lineFull: (frame: string) => `Rammen på ${frame} er brugt hertil.`,
  byDeputy: "Afgøres af næstformanden",
  reason: "Begrundelse",
  reasonFor: (number: string) => `Begrundelse til ${number}`,
  reasonHint: "Står i brevet til ansøger.",
  reasonDraft: "Udkast fra bedømmernes bemærkninger – ret det, før det sendes.",
  reasonSaving: "Gemmer …",
  reasonSaved: "Gemt.",
  reasonNotSaved: "Ikke gemt endnu. Vi prøver igen.",
  reasonCpr: "Feltet er ikke gemt: der står noget, der ligner et CPR-nummer. Fjern det, så gemmes feltet.",
  showReason: "Vis begrundelse",
  hideReason: "Skjul begrundelse",
  editReason: "Ret begrundelse",
  reasonOf: (words: string, number: string) => `${words} til ${number}`,
  reasonMissing: "Begrundelse mangler",
  offerPartial: (amount: string, number: string) => `Tilbyd resten på ${amount} til ${number} som delvist tilsagn`,
  recommend: "Indstil",
  recommendTitle: "Vil du indstille listen?",
  recommendText: (awards: number, rejections: number, total: string) =>
    `${outcomes(awards, rejections, total)} Bedømmelserne bliver lukket.`,
  recommendDrafts: (count: number) =>
    count === 1
      ? "1 begrundelse er stadig et udkast fra bedømmernes bemærkninger. Den sendes, som den står."
      : `${count} begrundelser er stadig udkast fra bedømmernes bemærkninger. De sendes, som de står.`,
  recommendUnread: (count: number) =>
    count === 1
      ? "1 begrundelse har et udkast fra bedømmernes bemærkninger, som du ikke har læst. Den sendes uden bemærkningerne. Åbn begrundelsen eller brevet først, hvis de skal med."
      : `${count} begrundelser har udkast fra bedømmernes bemærkninger, som du ikke har læst. De sendes uden bemærkningerne. Åbn begrundelserne eller brevene først, hvis de skal med.`,
  recommended: "Listen er indstillet.",
  recommendedBy: (name: string, when: string) => `Indstillet af ${name} ${when}`,
  withdraw: "Træk indstillingen tilbage",
  withdrawTitle: "Vil du trække indstillingen tilbage?",
  withdrawText:
    "Formand og næstformand kan ikke længere afgøre den, og deres kort siger det. Listen skal indstilles igen.",
  withdrawn: "Indstillingen er trukket tilbage.",
  sendBack: "Send tilbage",
  sendBackTitle: "Vil du sende indstillingen tilbage?",
  sendBackText:
    "Hele listen går tilbage til puljesekretariatet, som får din begrundelse og skal indstille igen. Den, der er inhabil ved en af ansøgningerne, kan ikke læse begrundelsen.",
  sendBackReason: "Begrundelse til puljesekretariatet",
  sendBackMissing: "Skriv, hvorfor indstillingen sendes tilbage.",
  sendBackConfirm: "Send indstillingen tilbage",
  sentBackDone: "Indstillingen er sendt tilbage til puljesekretariatet.",
  sentBack: (name: string, when: string) => `Indstillingen er sendt tilbage af ${name} ${when}`,
  sentBackHidden: "Begrundelsen kan nævne en ansøgning, du er inhabil ved, og vises derfor ikke.",
  decision: "Afgørelse",
  packet: { chair: "Formandens del", deputy: "Næstformandens del" },
  packetCount: counted,
  packetTotal: (total: string) => `I alt ${total}`,
  packetOpen: (name: string) => `Afventer ${name}`,
  packetDecided: (name: string, when: string) => `Afgjort af ${name} ${when}`,
  deputyDecides: (count: number) => `${counted(count)} afgøres af næstformanden`,
  deputyWhy: "Formanden er inhabil.",
  decide: "Afgør indstillingen",
  decideTitle: "Vil du afgøre indstillingen?",
  decideText: (awards: number, rejections: number, total: string) =>
    `${outcomes(awards, rejections, total)} Du kan fortryde i mindst 30 sekunder, før brevene sendes.`,
  decideConfirm: (total: string) => `Afgør: tilsagn på ${total}`,
  decideConfirmNone: "Afgør: kun afslag",
  decided: "Afgørelsen er truffet.",
  undo: "Fortryd, før brevene sendes",
  youDecided: "Du har truffet afgørelsen.",
  undoNow: "Fortryd afgørelsen",
  undoSeconds: (seconds: number) =>
    seconds === 1 ? "Kan fortrydes i 1 sekund endnu" : `Kan fortrydes i ${seconds} sekunder endnu`,
  undoUntil: (when: string) => `Kan fortrydes, indtil brevene sendes ${when}`,
  undone: "Afgørelsen er fortrudt. Ingen har fået besked.",
  optimum: "Til orientering: flest point for pengene",
  optimumWhy:
    "Puljen går til de bedst egnede i rækkefølge og ikke til flest point i alt. Det her er oplysning; intet ændres herfra.",
  optimumList: (points: string) => `Listen støtter for ${points} point i alt.`,
  optimumMost: (points: string, total: string) => `Flest point inden for rammen ville være ${points} for ${total}`,
  optimumJoins: (numbers: string) => `Så kom ${numbers} med.`,
  optimumLeaves: (numbers: string) => `Så måtte ${numbers} vige.`,
  rows: counted,
};

/** "4 får tilsagn på i alt 270.000 kr., og 2 får afslag." – without what there is none of. */
function outcomes(awards: number, rejections: number, total: string): string {
  const amount = awards === 1 ? total : `i alt ${total}`;
  if (awards > 0 && rejections > 0) return `${awards} får tilsagn på ${amount}, og ${rejections} får afslag.`;
  // An amount ends with the full stop of "kr.".
  const end = amount.endsWith(".") ? "" : ".";
  return awards > 0 ? `${counted(awards)} får tilsagn på ${amount}${end}` : `${counted(rejections)} får afslag.`;
}

function counted(count: number): string {
  return count === 1 ? "1 ansøgning" : `${count} ansøgninger`;
}

/** "Anne", "Anne og Bo", "Anne, Bo og Carla". */
function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} og ${last}`;
}
