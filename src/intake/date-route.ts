import type { WrittenStep } from "#domain/cases/read-route.ts";
import type { PlainDate } from "#domain/shared/dates.ts";
import type { ProposedConsultation, ProposedDecision } from "./case-proposal.ts";
import { type Found, foundText, type SourceText } from "./source-text.ts";
import { foundDate, type Part, placesOf, WRITTEN_DATE } from "./written-values.ts";

interface Told {
  readonly decisions: readonly ProposedDecision[];
  readonly consultation: ProposedConsultation | undefined;
  readonly paragraphs: readonly Part[];
}

const MEETING_DAY = `mødet(?: den| d\\.)? (${WRITTEN_DATE})`;

/**
 * The steps with the days the text tells: a body's when it names exactly as many meetings of it as the route has steps,
 * the consultation's by its deadline. Days that do not follow each other are not what the text means: then none is set.
 */
export function dateRoute(
  source: SourceText,
  route: readonly Found<WrittenStep>[],
  told: Told,
): readonly Found<WrittenStep>[] {
  const consultations = route.filter(({ value }) => value.kind === "consultation").length;
  const dated = route.map((step, index) => {
    const { value } = step;
    if (value.date !== undefined) return step;
    if (value.kind === "consultation") {
      const date = consultations === 1 ? told.consultation?.deadline?.value : undefined;
      return { ...step, value: { ...value, date } };
    }
    const sameBody = (other: Found<WrittenStep>): boolean =>
      other.value.kind === "body" && other.value.body.key === value.body.key;
    const days = meetingDays(source, value, told);
    const place = route.slice(0, index).filter(sameBody).length;
    const date = days.length === route.filter(sameBody).length ? days[place] : undefined;
    return { ...step, value: { ...value, date } };
  });
  const days = dated.flatMap(({ value }) => (value.date === undefined ? [] : [value.date]));
  return days.every((day, index) => index === 0 || (days[index - 1] ?? day) <= day) ? dated : route;
}

/** The days on which the body meets about this case, by what it has decided and by paragraphs that name no other body. */
function meetingDays(
  source: SourceText,
  { body }: Extract<WrittenStep, { kind: "body" }>,
  { decisions, paragraphs }: Told,
): readonly PlainDate[] {
  const decided = decisions.map(({ date }) => date?.value);
  const days = decided.filter((_, index) => decisions[index]?.bodyKey === body.key);
  // "økonomiudvalgsmødet" holds the name without its ending.
  const stem = body.name.replace(/(?:et|en)$/iu, "").toLowerCase();
  for (const part of paragraphs) {
    const [place, ...more] = placesOf(part, MEETING_DAY);
    const text = foundText(source, part)?.value.toLowerCase() ?? "";
    const isOther = /(?:udvalg|bestyrelse|byråd|direktion)/u.test(text.replaceAll(stem, ""));
    if (place === undefined || more.length > 0 || isOther || !text.includes(stem)) continue;
    const day = foundDate(source, place)?.value;
    // What lies before the decision may be another case's meeting; only what is to come is this case's way.
    if (day !== undefined && decided.length > 0 && decided.every((last) => last !== undefined && last < day))
      days.push(day);
  }
  return [...new Set(days.filter((day) => day !== undefined))].toSorted();
}
