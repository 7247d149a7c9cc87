import type { CaseReading } from "#contract/case-intake.ts";

/** Where a value of the form stands in the text. */
export interface IntakePlace {
  /** The field it was read into: "title", "points.0", "decisions.0.date". */
  readonly field: string;
  readonly start: number;
  readonly end: number;
}

/** A piece of the text: plain, or the place of a value. */
export interface TextPiece {
  readonly start: number;
  readonly text: string;
  readonly field: string | undefined;
  /** Only the beginning of a long place is pressed; the rest is marked. */
  readonly isPressed: boolean;
}

/** Longer places are pressed at their beginning, so that no button holds a page of text. */
const LONGEST_PRESSED = 120;
const PRESSED_BEGINNING = 60;

type Found = readonly [field: string, found: { readonly span: Omit<IntakePlace, "field"> } | undefined];

/** The place of every value that was found. */
export function placesOf(reading: CaseReading): readonly IntakePlace[] {
  const { route, points, attachments, decisions, notes } = reading;
  const all: readonly Found[] = [
    ...single.map((name): Found => [name, reading[name]]),
    ...route.map((step): Found => ["route", step]),
    ...points.map((point, index): Found => [`points.${index}`, point]),
    ...attachments.map((attachment, index): Found => [`attachments.${index}`, attachment]),
    ...decisions.flatMap(decisionFound),
    ...consultationFound(reading.consultation),
    ...poolFound(reading.pool),
    ...notes.map((note): Found => [note.kind === "unknown-body" ? "route" : "number", note]),
  ];
  return all.flatMap(([field, found]) => (found === undefined ? [] : [{ field, ...found.span }]));
}

function decisionFound(decision: CaseReading["decisions"][number], index: number): readonly Found[] {
  const field = `decisions.${index}`;
  return [
    [`${field}.body`, decision.body],
    [`${field}.date`, decision.date],
    ...decision.points.map((point, at): Found => [`${field}.points.${at}`, point]),
    ...decision.apologies.map((apology): Found => [`${field}.apologies`, apology]),
  ];
}

function consultationFound(consultation: CaseReading["consultation"]): readonly Found[] {
  if (consultation === undefined) return [];
  return [
    ["consultation.sentAfter", consultation.sentAfter],
    ["consultation.deadline", consultation.deadline],
    ...consultation.parties.map((party, index): Found => [`consultation.parties.${index}`, party]),
  ];
}

function poolFound(pool: CaseReading["pool"]): readonly Found[] {
  if (pool === undefined) return [];
  const rounds = pool.rounds.flatMap(({ label, frame }, index): readonly Found[] => [
    [`pool.rounds.${index}`, label],
    [`pool.rounds.${index}`, frame],
  ]);
  return [...ofPool.map((name): Found => [`pool.${name}`, pool[name]]), ["pool.plan", pool.budgetYears], ...rounds];
}

const single = [
  "title",
  "number",
  "openness",
  "statement",
  "policyContext",
  "financialConsequences",
  "isFinancial",
  "recommendedByRole",
] as const;
const ofPool = ["title", "amount", "year", "purpose", "eligibility"] as const;

/** The text in pieces, in its order and with nothing left out; where places lie in one another, the shortest has the piece. */
export function piecesOf(text: string, places: readonly IntakePlace[]): readonly TextPiece[] {
  const ranges = places
    .filter(({ start, end }) => start >= 0 && end > start && end <= text.length)
    .flatMap((place) => rangesOf(text, place))
    .toSorted((a, b) => a.length - b.length);
  const cuts = new Set([0, text.length, ...ranges.flatMap(({ start, end }) => [start, end])]);
  const bounds = [...cuts].toSorted((a, b) => a - b);
  return bounds.slice(0, -1).map((start, index) => {
    const end = bounds[index + 1] ?? text.length;
    const range = ranges.find((each) => each.start <= start && end <= each.end);
    return { start, text: text.slice(start, end), field: range?.field, isPressed: range?.isPressed ?? false };
  });
}

interface Range extends IntakePlace {
  readonly isPressed: boolean;
  /** Of the whole place. */
  readonly length: number;
}

function rangesOf(text: string, { field, start, end }: IntakePlace): readonly Range[] {
  const length = end - start;
  if (length <= LONGEST_PRESSED) return [{ field, start, end, isPressed: true, length }];
  const line = text.slice(start, start + PRESSED_BEGINNING).split("\n")[0] ?? "";
  const words = line.length < PRESSED_BEGINNING ? line : line.slice(0, Math.max(line.lastIndexOf(" "), 1));
  const cut = start + Math.max(words.length, 1);
  return [
    { field, start, end: cut, isPressed: true, length },
    { field, start: cut, end, isPressed: false, length },
  ];
}
