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
  elsewhere: {
    chair: "Afgøres af formanden",
    deputy: "Afgøres af næstformanden",
  } satisfies Record<PacketKind, string>,
  counted,
  decide: "Afgør",
  sure: (awards: number, rejections: number, total: string) =>
    `${outcomes(awards, rejections, total)} Ansøgerne får besked.`,
  confirm: (total: string) => `Bevilg ${total}`,
  confirmNone: "Godkend afslag",
  decidedHeading: (round: string) => `Afgjort · ${round}`,
  decided: (name: string, when: string) => `Afgjort af ${name} ${when}.`,
  alreadyDecided: (name: string, when: string) => `Allerede afgjort af ${name} ${when}.`,
  undo: (until: string) => `Fortryd (indtil ${until})`,
  undone: "Afgørelsen er fortrudt. Ingen har fået besked.",
  lettersGone: "Fristen for at fortryde er udløbet, og brevene er på vej.",
  poolClosedUndo: "Puljen er lukket. Afgørelsen står ved magt.",
  withdrawnHeading: "Indstillingen er trukket tilbage",
  withdrawn: "Der er ikke noget at afgøre lige nu. Du får et nyt kort, når listen er indstillet igen.",
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

/** "4 får tilsagn på i alt 270.000 kr., og 2 får afslag." – without what there is none of. */
function outcomes(awards: number, rejections: number, total: string): string {
  const amount = awards === 1 ? total : `i alt ${total}`;
  if (awards > 0 && rejections > 0) return `${awards} får tilsagn på ${amount}, og ${rejections} får afslag.`;
  return awards > 0 ? `${counted(awards)} får tilsagn på ${amount}.` : `${counted(rejections)} får afslag.`;
}

function counted(count: number): string {
  return count === 1 ? "1 ansøgning" : `${count} ansøgninger`;
}
