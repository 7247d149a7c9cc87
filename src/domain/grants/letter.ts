import type { Instant } from "#domain/shared/dates.ts";
import { plainDateOf } from "#domain/shared/dates.ts";
import { documentFileName } from "#domain/shared/document-file-name.ts";
import { formatDate } from "#domain/shared/format-dates.ts";
import { formatKr, type Oere } from "#domain/shared/money.ts";
import type { GrantApplication } from "./application.ts";
import type { Criterion, GrantPool, Outcome } from "./grant-pool.ts";
import { answerBlocks, conditionBlocks, contactBlocks, type LetterPerson, reapplyBlocks } from "./letter-terms.ts";

/** A part of a letter's body, as Word and the preview both draw it. */
export type LetterBlock =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  /** Names with their values, like references. */
  | { readonly kind: "facts"; readonly facts: readonly (readonly [string, string])[] }
  /** A table: the heads of its columns, and its rows. */
  | { readonly kind: "table"; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** A letter as it is read, in Danish whatever the reader's language: it is the municipality's own document. */
export interface OutcomeLetter {
  readonly outcome: Outcome;
  /** Not decided yet: shown as a draft, never handed out. */
  readonly isDraft: boolean;
  readonly municipality: string;
  readonly sender: string;
  readonly addressee: readonly string[];
  readonly date: string;
  /** Name and value: case, application, pool and round. */
  readonly references: readonly (readonly [string, string])[];
  readonly title: string;
  readonly blocks: readonly LetterBlock[];
  readonly signature: readonly string[];
  readonly fileName: string;
}

/** What a letter is written from. Amounts in øre. */
export interface LetterParts {
  readonly municipality: string;
  readonly pool: Pick<GrantPool, "title" | "appropriation" | "criteria">;
  readonly roundName: string;
  readonly frameOere: Oere;
  /** How many applications the round weighed against each other. */
  readonly applicationCount: number;
  readonly application: GrantApplication;
  readonly applicant: LetterPerson;
  readonly centreName: string;
  readonly outcome: Outcome;
  readonly amountOere: Oere;
  readonly reason: string;
  /** The application's own result, never another's. */
  readonly scoreTenths: number;
  readonly means: Readonly<Record<string, number>>;
  /** Missing in a draft. */
  readonly decidedAt: Instant | undefined;
  readonly decider: LetterPerson;
  readonly contact: LetterPerson | undefined;
}

const titles: Readonly<Record<Outcome, string>> = {
  award: "Tilsagn om støtte",
  "partial-award": "Delvist tilsagn om støtte",
  rejection: "Afslag på ansøgning om støtte",
};

/**
 * The letter about a decision (000-18), one wording for Word and preview: what was applied for and given, the reason
 * with the application's own points per criterion, for an award its conditions and by when to answer, for a
 * rejection frame, number of applications and how to apply again, and whom to write to (C4). An internal pool's
 * decision has no outside complaints body, so none is named.
 */
export function outcomeLetter(parts: LetterParts): OutcomeLetter {
  const { application, applicant, centreName, decidedAt, decider, municipality, outcome, pool, roundName } = parts;
  const caseNumber = pool.appropriation?.caseNumber ?? "";
  return {
    outcome,
    isDraft: decidedAt === undefined,
    municipality,
    sender: "Puljesekretariatet",
    addressee: [centreName, `Att. ${nameOf(applicant)}`],
    date: decidedAt === undefined ? "Dateres, når afgørelsen er truffet" : formatDate(plainDateOf(decidedAt), "da"),
    references: [
      ...(caseNumber === "" ? [] : [["Sagsnr.", caseNumber] as const]),
      ["Ansøgning", application.number],
      ["Pulje", pool.title],
      ["Runde", roundName],
    ],
    title: titles[outcome],
    blocks: [
      ...openingBlocks(parts),
      ...reasonBlocks(parts),
      ...(outcome === "rejection" ? reapplyBlocks(parts) : [...conditionBlocks(parts), ...answerBlocks(parts)]),
      ...contactBlocks(parts),
    ],
    signature: ["Venlig hilsen", decider.name, decider.title, municipality].filter((line) => line !== ""),
    fileName: letterFileName(application.number, outcome, application.title),
  };
}

function openingBlocks(parts: LetterParts): readonly LetterBlock[] {
  const { application, outcome, pool, amountOere } = parts;
  const { requestedOere, ownContributionOere, startDate, endDate } = application;
  const project = `Jeres projekt ”${application.title}”`;
  const sentences: Readonly<Record<Outcome, string>> = {
    award: `${project} får tilsagn om ${formatKr(amountOere)} fra ${pool.title}.`,
    "partial-award": `${project} får delvist tilsagn om ${formatKr(amountOere)} fra ${pool.title}. I søgte om ${formatKr(requestedOere)}`,
    rejection: `Vi har vurderet ${lowerFirst(project)}, hvor I søgte om ${formatKr(requestedOere)} fra ${pool.title}. Projektet får ikke støtte i denne runde.`,
  };
  const from = startDate && formatDate(startDate, "da");
  const to = endDate && formatDate(endDate, "da");
  const period = from && to ? `${from} – ${to}` : from ? `fra ${from}` : to ? `til ${to}` : "";
  const facts = (
    [
      ["Søgt beløb", formatKr(requestedOere)],
      ["Bevilget beløb", outcome === "rejection" ? "" : formatKr(amountOere)],
      ["Egen finansiering", ownContributionOere > 0 ? formatKr(ownContributionOere) : ""],
      ["Periode", period],
    ] as const
  ).filter(([, value]) => value !== "");
  return [
    { kind: "paragraph", text: sentences[outcome] },
    { kind: "facts", facts },
  ];
}

function reasonBlocks({ outcome, pool, reason, means, scoreTenths }: LetterParts): readonly LetterBlock[] {
  const written = reason
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const fallback =
    outcome === "award" ? ["Projektet er blandt de bedst egnede i runden, og beløbet er inden for rammen."] : [];
  const paragraphs = written.length > 0 ? written : fallback;
  const rows = pool.criteria.flatMap(({ code, name, weight }: Criterion) => {
    const mean = means[code];
    return mean === undefined ? [] : [[name, `${weight} pct.`, meanText(mean)]];
  });
  return [
    { kind: "heading", text: "Begrundelse" },
    ...paragraphs.map((text): LetterBlock => ({ kind: "paragraph", text })),
    ...(rows.length === 0
      ? []
      : [
          { kind: "table", head: ["Kriterium", "Vægt", "Point (1-5)"], rows } as const,
          { kind: "paragraph", text: `Samlet vurdering: ${decimal(scoreTenths / 10)} af 100 point.` } as const,
        ]),
  ];
}

function letterFileName(number: string, outcome: Outcome, title: string): string {
  const kind = { award: "Tilsagn", "partial-award": "Delvist tilsagn", rejection: "Afslag" }[outcome];
  return documentFileName(`${number} ${kind} - ${title}`);
}

function nameOf({ name, title }: LetterPerson): string {
  return title === "" ? name : `${name}, ${title}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function decimal(value: number): string {
  return value.toFixed(1).replace(".", ",");
}

/** A mean as Danes write it: "3", "3,5". */
function meanText(mean: number): string {
  return mean.toFixed(1).replace(".", ",").replace(",0", "");
}
