import * as z from "zod/mini";
import {
  type CaseReading,
  type CreateFromTextRequest,
  caseReadingSchema,
  createdFromTextSchema,
} from "#contract/case-intake.ts";
import { decisionCodes, opennesses } from "#domain/cases/case.ts";
import { readCaseNumber } from "#domain/cases/case-number.ts";
import { parsePlainDate } from "#domain/shared/dates.ts";
import { formatShortDate } from "#domain/shared/format-dates.ts";
import { formatKr, oere, parseAmount } from "#domain/shared/money.ts";
import { readTypedDate } from "#domain/shared/typed-date.ts";

const text = z.string();

/** A pool as it is to be made: the amount and the year as they are typed. */
const poolValuesSchema = z.object({
  isTicked: z.boolean(),
  number: text,
  title: text,
  amount: text,
  year: text,
  plan: text,
  project: text,
  purpose: text,
  eligibility: text,
  /** "" where none is chosen. */
  likePoolKey: text,
});
export type IntakePoolValues = z.infer<typeof poolValuesSchema>;

/** What is to be made of a text, as it stands in the form: days as they are typed, what is unticked is not made. */
const intakeValuesSchema = z.object({
  number: text,
  title: text,
  openness: z.enum(opennesses),
  alternativeTitle: text,
  closedReason: text,
  statement: text,
  policyContext: text,
  financialConsequences: text,
  isFinancial: z.boolean(),
  recommendedByRole: text,
  points: z.array(z.object({ isTicked: z.boolean(), number: z.int(), text })),
  attachments: z.array(
    z.object({
      isTicked: z.boolean(),
      openness: z.enum(opennesses),
      title: text,
      documentNumber: text,
      mark: text,
      systemId: text,
    }),
  ),
  route: z.object({ isTicked: z.boolean(), text }),
  decisions: z.array(
    z.object({
      isTicked: z.boolean(),
      /** "" where the body is not known. */
      bodyKey: text,
      date: text,
      points: z.array(z.object({ number: z.int(), text, code: z.union([z.enum(decisionCodes), z.literal("")]) })),
      apologies: z.array(z.object({ role: text, partyLetter: text })),
    }),
  ),
  /** There for who may make it. */
  pool: z.optional(poolValuesSchema),
  consultation: z.optional(
    z.object({
      isTicked: z.boolean(),
      sentAfter: text,
      deadline: text,
      parties: z.array(z.object({ isTicked: z.boolean(), name: text })),
    }),
  ),
});
export type IntakeValues = z.infer<typeof intakeValuesSchema>;

/** What the window keeps of a text that is being read in. */
export const intakeDraftSchema = z.object({
  text,
  review: z.optional(
    z.object({
      /** The key of what is made of this text: pressing twice makes nothing twice. */
      textKey: text,
      reading: caseReadingSchema,
      values: intakeValuesSchema,
      made: z.optional(createdFromTextSchema),
    }),
  ),
});
export type IntakeDraft = z.infer<typeof intakeDraftSchema>;
export type IntakeReview = NonNullable<IntakeDraft["review"]>;

/** The form of a reading: what was not found is empty, and nothing is guessed. */
export function valuesOf(reading: CaseReading): IntakeValues {
  const { points, attachments, decisions, route, consultation } = reading;
  return {
    ...textsOf(reading),
    openness: reading.openness?.value ?? "open",
    isFinancial: reading.isFinancial?.value ?? false,
    points: points.map(({ value }) => ({ isTicked: true, ...value })),
    attachments: attachments.map(({ value }) => ({
      isTicked: true,
      openness: value.openness ?? "open",
      title: value.title,
      documentNumber: value.documentNumber,
      mark: value.mark,
      systemId: value.systemId,
    })),
    route: { isTicked: route.length > 0, text: route.map(({ value }) => stepText(value)).join(", ") },
    decisions: decisions.map((decision) => ({
      isTicked: decision.points.length > 0,
      bodyKey: decision.bodyKey ?? "",
      date: dayText(decision.date?.value),
      points: decision.points.map(({ value: { number, text: said, code } }) => ({
        number,
        text: said,
        code: code ?? "",
      })),
      apologies: decision.apologies.map(({ value }) => value),
    })),
    ...poolIn(reading),
    ...(consultation === undefined ? {} : { consultation: consultationIn(consultation) }),
  };
}

/** What the text says of a pool; its number, and how it is judged, no case text says. */
function poolIn({ pool, poolMaking }: CaseReading): Pick<IntakeValues, "pool"> {
  if (pool === undefined || poolMaking === undefined) return {};
  const { title, amount, year, budgetYears, purpose, eligibility } = pool;
  return {
    pool: {
      isTicked: true,
      number: "",
      title: title?.value ?? "",
      amount: amount === undefined ? "" : formatKr(oere(amount.value)),
      year: year === undefined ? "" : String(year.value),
      plan: budgetYears === undefined ? "" : `Budget ${budgetYears.value}`,
      project: "",
      purpose: purpose?.value ?? "",
      eligibility: eligibility?.value ?? "",
      likePoolKey: "",
    },
  };
}

/** The case's own texts; a text that was not found is "". */
function textsOf(reading: CaseReading) {
  const read = (name: TextName): string => reading[name]?.value ?? "";
  return {
    number: read("number"),
    title: read("title"),
    alternativeTitle: "",
    closedReason: "",
    statement: read("statement"),
    policyContext: read("policyContext"),
    financialConsequences: read("financialConsequences"),
    recommendedByRole: read("recommendedByRole"),
  };
}

type TextName = "number" | "title" | "statement" | "policyContext" | "financialConsequences" | "recommendedByRole";

function consultationIn({ sentAfter, deadline, parties }: NonNullable<CaseReading["consultation"]>) {
  return {
    isTicked: true,
    sentAfter: dayText(sentAfter?.value),
    deadline: dayText(deadline?.value),
    parties: parties.map(({ value }) => ({ isTicked: true, name: value })),
  };
}

function stepText({ kind, code, date }: CaseReading["route"][number]["value"]): string {
  return [kind === "body" ? code : "høring", dayText(date)].filter((part) => part !== "").join(" ");
}

function dayText(date: string | undefined): string {
  const read = date === undefined ? undefined : parsePlainDate(date);
  return read?.ok === true ? formatShortDate(read.value) : "";
}

/** The ids of fields that are missing or cannot be read. */
export function wrongFields(values: IntakeValues): readonly string[] {
  const wrong: string[] = [];
  const check = (id: string, isWrong: boolean): void => {
    if (isWrong) wrong.push(id);
  };
  const isNoDay = (typed: string): boolean => !readTypedDate(typed).ok;
  check("title", values.title.trim() === "");
  check("number", !readCaseNumber(values.number).ok);
  check("alternativeTitle", values.openness === "closed" && values.alternativeTitle.trim() === "");
  check("closedReason", values.openness === "closed" && values.closedReason.trim() === "");
  wrong.push(...wrongOfPool(values.pool));
  check("route", values.route.isTicked && values.route.text.trim() === "");
  for (const [index, { isTicked, bodyKey, date, points }] of values.decisions.entries()) {
    if (!isTicked) continue;
    check(`decisions.${index}.body`, bodyKey === "");
    check(`decisions.${index}.date`, isNoDay(date));
    for (const [at, { code }] of points.entries()) check(`decisions.${index}.points.${at}`, code === "");
  }
  const { consultation } = values;
  if (consultation?.isTicked === true) {
    check("consultation.sentAfter", consultation.sentAfter.trim() !== "" && isNoDay(consultation.sentAfter));
    check("consultation.deadline", consultation.deadline.trim() !== "" && isNoDay(consultation.deadline));
  }
  return wrong;
}

/** In the order of the form. */
function wrongOfPool(pool: IntakePoolValues | undefined): readonly string[] {
  if (pool?.isTicked !== true) return [];
  const amount = parseAmount(pool.amount);
  const isWrong = (name: keyof Omit<IntakePoolValues, "isTicked">): boolean => {
    if (name === "amount") return !amount.ok || amount.value <= 0;
    return name === "year" ? !/^\s*(?:19[7-9]|20\d)\d\s*$/u.test(pool.year) : pool[name].trim() === "";
  };
  return poolFields.filter(isWrong).map((name) => `pool.${name}`);
}

const poolFields = [
  "number",
  "title",
  "amount",
  "year",
  "plan",
  "project",
  "purpose",
  "eligibility",
  "likePoolKey",
] as const;

/** What is sent of the form, when nothing in it is wrong. Points that stay are numbered anew, also where they are decided. */
export function requestOf(values: IntakeValues, textKey: string): CreateFromTextRequest {
  const { points, attachments, route, decisions, consultation, pool, ...fields } = values;
  const kept = points.filter(({ isTicked, text: said }) => isTicked && said.trim() !== "");
  const numbers = new Map(kept.map(({ number }, index) => [number, index + 1]));
  return {
    textKey,
    fields: {
      ...fields,
      points: kept.map(({ text: said }) => said),
      attachments: attachments
        .filter(({ isTicked }) => isTicked)
        .map(({ openness, title, documentNumber, mark, systemId }, index) => {
          return { number: index + 1, openness, title, documentNumber, mark, systemId };
        }),
    },
    route: route.isTicked ? route.text : "",
    decisions: decisions
      .filter(({ isTicked }) => isTicked)
      .map((decision) => ({
        bodyKey: decision.bodyKey,
        date: dayOf(decision.date) ?? "",
        points: decision.points.flatMap(({ number, text: said, code }) => {
          const renumbered = numbers.get(number);
          return renumbered === undefined || code === "" ? [] : [{ number: renumbered, text: said, code }];
        }),
        apologies: decision.apologies,
      })),
    ...poolOf(pool),
    ...(consultation?.isTicked === true ? { consultation: consultationOf(consultation) } : {}),
  };
}

function poolOf(pool: IntakePoolValues | undefined): Pick<CreateFromTextRequest, "pool"> {
  const amount = parseAmount(pool?.amount ?? "");
  if (pool?.isTicked !== true || !amount.ok) return {};
  const { number, title, plan, project, purpose, eligibility, year, likePoolKey } = pool;
  const texts = { number, title, plan, project, purpose, eligibility };
  return { pool: { ...texts, year: Number(year), amountOere: amount.value, likePoolKey } };
}

function consultationOf({ sentAfter, deadline, parties }: NonNullable<IntakeValues["consultation"]>) {
  const [after, until] = [dayOf(sentAfter), dayOf(deadline)];
  return {
    parties: parties.filter(({ isTicked }) => isTicked).map(({ name }) => name),
    ...(after === undefined ? {} : { sentAfter: after }),
    ...(until === undefined ? {} : { deadline: until }),
  };
}

function dayOf(typed: string): string | undefined {
  const read = readTypedDate(typed);
  return read.ok ? read.value : undefined;
}
