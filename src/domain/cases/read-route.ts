import { type Body, findBody } from "#domain/organisation/body.ts";
import type { PlainDate } from "#domain/shared/dates.ts";
import { searchKey } from "#domain/shared/plain-text.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import { readTypedDate } from "#domain/shared/typed-date.ts";
import type { RouteStep } from "./case.ts";

/** A step as it was written, before it has a place in a case. */
export type WrittenStep =
  | { readonly kind: "body"; readonly body: Body; readonly date: PlainDate | undefined }
  | { readonly kind: "consultation"; readonly date: PlainDate | undefined };

/** A route that cannot be read. */
export type RouteTextRefusal =
  | { readonly kind: "route-empty" }
  | { readonly kind: "route-too-long"; readonly most: number }
  /** No body has this name or abbreviation. */
  | { readonly kind: "unknown-body"; readonly written: string };

const MOST_STEPS = 30;
const SEPARATORS = /[,;\n>\u2192]+/u;
const DASHES_ALONE = /\s[\u2010-\u2015-]+\s/gu;
/** "ØK 15-06-2021", "høring (frist 30. juli 2021)": a name, then a day. */
const WITH_DAY = /^(\P{N}+?)[\s:(]+(?:(?:den|d\.|frist)\s+)?(\d.*?)\)?$/u;
const CONSULTATION = /^(?:(?:i |offentlig )?hoering(?:er)?|hoeringsperiode|consultation|hearing)$/u;

/**
 * Reads "ØK, høring, ØK, KB" as steps (001-01): bodies by any of their abbreviations or by name, consultations, each
 * with its day where one is written behind it. The same body may come twice.
 */
export function readRoute(text: string, bodies: readonly Body[]): Result<readonly WrittenStep[], RouteTextRefusal> {
  const words = text
    .normalize("NFC")
    .replace(DASHES_ALONE, ",")
    .split(SEPARATORS)
    .map((word) => word.replace(/^[\s-]+|[\s.-]+$/gu, "").replace(/\s+/gu, " "))
    .filter((word) => word !== "");
  if (words.length === 0) return refuse({ kind: "route-empty" });
  if (words.length > MOST_STEPS) return refuse({ kind: "route-too-long", most: MOST_STEPS });
  const steps: WrittenStep[] = [];
  for (const word of words) {
    const step = readStep(word, bodies);
    if (step === undefined) return refuse({ kind: "unknown-body", written: word.slice(0, 60) });
    steps.push(step);
  }
  return ok(steps);
}

function readStep(word: string, bodies: readonly Body[]): WrittenStep | undefined {
  const [, named, dayText] = WITH_DAY.exec(word) ?? [];
  const day = dayText === undefined ? undefined : readTypedDate(dayText);
  const isDated = named !== undefined && day?.ok === true;
  const name = isDated ? named.trim() : word;
  const date = isDated ? day.value : undefined;
  if (CONSULTATION.test(searchKey(name))) return { kind: "consultation", date };
  const body = findBody(bodies, name);
  return body && { kind: "body", body, date };
}

/** The route as case files write it: "ØK, høring, ØK, KB". */
export function routeText(steps: readonly RouteStep[]): string {
  return steps.map((step) => (step.kind === "body" ? step.code : "høring")).join(", ");
}
