import type { PacketKind } from "#domain/grants/grant-pool.ts";

/** The card of the chair, and of the deputy for her packet. */
export const daDecision = {
  heading: (round: string) => `Indstilling til afgørelse · ${round}`,
  packet: {
    chair: "Formandens del",
    deputy: "Næstformandens del: formanden er inhabil her",
  } satisfies Record<PacketKind, string>,
  recommended: (name: string, when: string) => `Indstillet af ${name} ${when}`,
  frame: "Ramme",
  total: "I alt på dette kort",
  rest: "Tilbage af rammen",
  line: (number: string, title: string) => `${number} · ${title}`,
  points: (points: string) => `${points} point`,
  more: (count: number) => `og ${counted(count)} til i Fremdrift`,
  // An open card is left as it stands when the other part is decided, so the name of the part says nothing of that.
  elsewhere: {
    chair: "Formandens del",
    deputy: "Næstformandens del",
  } satisfies Record<PacketKind, string>,
  counted,
  elsewhereDecided: (count: number, when: string) => `${counted(count)}, afgjort ${when}`,
  decide: "Afgør",
  sure: (awards: number, rejections: number, total: string) =>
    `${outcomes(awards, rejections, total)} Du kan fortryde i mindst 30 sekunder. Derefter får ansøgerne besked.`,
  confirm: (total: string) => `Afgør: tilsagn på ${total}`,
  confirmNone: "Afgør: kun afslag",
  decidedHeading: (round: string) => `Afgjort · ${round}`,
  decided: (name: string, when: string) => `Afgjort af ${name} ${when}.`,
  alreadyDecided: (name: string, when: string) => `Allerede afgjort af ${name} ${when}.`,
  undo: (until: string) => `Fortryd (indtil ${until})`,
  undone: "Afgørelsen er fortrudt. Ingen har fået besked.",
  lettersGone: "Fristen for at fortryde er udløbet, og brevene er på vej.",
  poolClosedUndo: "Puljen er lukket. Afgørelsen står ved magt.",
  withdrawnHeading: "Indstillingen er trukket tilbage",
  withdrawn: "Der er ikke noget at afgøre lige nu. Du får et nyt kort, når listen er indstillet igen.",
  sendBack: "Send tilbage",
  sendBackReason: "Hvorfor sendes indstillingen tilbage?",
  sendBackHint: "Skriv, hvad puljesekretariatet skal se på igen",
  sendBackMissing: "Skriv en begrundelse.",
  sendBackSure:
    "Hele listen går tilbage til puljesekretariatet, som får din begrundelse og skal indstille igen. Den, der er inhabil ved en af ansøgningerne, kan ikke læse begrundelsen.",
  sendBackConfirm: "Send indstillingen tilbage",
  numberRemoved: "Et CPR-nummer er fjernet af begrundelsen. Læs den igennem, og send igen.",
  partDecided: "En del af listen er afgjort. Fortryd den afgørelse, før listen kan sendes tilbage.",
  sentBackHeading: "Indstillingen er sendt tilbage",
  sentBack: (name: string, when: string) => `Sendt tilbage til puljesekretariatet af ${name} ${when}.`,
  replaced: "Listen er ændret, siden du så den. Her er den nye.",
  overFrame: (amount: string) => `Afgørelsen overstiger rammen med ${amount}. Intet er afgjort.`,
  overAppropriation: (amount: string) => `Afgørelsen overstiger bevillingen med ${amount}. Intet er afgjort.`,
  poolClosed: "Puljen er lukket. Intet er afgjort.",
  left: (numbers: string) =>
    `${numbers} er trukket tilbage eller sendt retur. Intet er afgjort; puljesekretariatet må tage indstillingen tilbage og indstille igen.`,
  recused: (numbers: string) =>
    `Du er blevet inhabil ved ${numbers}. Intet er afgjort; puljesekretariatet må tage indstillingen tilbage og indstille igen.`,
  summary: "En indstilling venter på din afgørelse",
};

/** The secretariat's card when a decider has sent the list back. */
export const daSentBack = {
  heading: (round: string) => `Indstillingen er sendt tilbage · ${round}`,
  from: (name: string, when: string) => `Af ${name} ${when}`,
  reason: "Begrundelse",
  hidden: "Begrundelsen kan nævne en ansøgning, du er inhabil ved, og vises derfor ikke her.",
  next: "Bedømmelserne er åbne igen. Ret listen, og indstil den igen.",
  again: "Der er siden indstillet igen.",
  open: "Se prioriteringen",
  summary: "En indstilling er sendt tilbage",
};

/** "4 får tilsagn på i alt 270.000 kr., og 2 får afslag." – without what there is none of. */
function outcomes(awards: number, rejections: number, total: string): string {
  const amount = awards === 1 ? total : `i alt ${total}`;
  if (awards > 0 && rejections > 0) return `${awards} får tilsagn på ${amount}, og ${rejections} får afslag.`;
  // "45.000 kr." ends the sentence itself.
  const end = amount.endsWith(".") ? "" : ".";
  return awards > 0 ? `${counted(awards)} får tilsagn på ${amount}${end}` : `${counted(rejections)} får afslag.`;
}

function counted(count: number): string {
  return count === 1 ? "1 ansøgning" : `${count} ansøgninger`;
}
