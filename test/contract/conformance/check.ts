import { isDeepStrictEqual } from "node:util";
import type { Answer } from "#workspace/graph-server/graph-answer.test-support.ts";
import type { World } from "./world.ts";

/** One thing Microsoft Graph does, seen from outside. The title begins with the number of its line in the checklist. */
export interface Check {
  readonly title: `G-${string} ${string}`;
  readonly run: (world: World) => Promise<void>;
}

/** Graph did something else than expected. */
export class Differs extends Error {
  override readonly name = "Differs";
}

/** What a check needs was not given: a token, a recipient, a hand on the server. */
export class NotTried extends Error {
  override readonly name: string = "NotTried";
}

/** The owner's token may make no lists in the site. */
export class NoList extends NotTried {
  override readonly name = "NoList";
}

/** The same value, members in any order. */
export function is(what: string, came: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(came, expected)) throw differs(what, shown(expected), came);
}

/** The opposite. */
export function isNot(what: string, came: unknown, unwanted: unknown): void {
  if (isDeepStrictEqual(came, unwanted)) throw differs(what, `anything but ${shown(unwanted)}`, came);
}

export function isOneOf(what: string, came: unknown, expected: readonly unknown[]): void {
  if (!expected.includes(came)) throw differs(what, expected.map(shown).join(" or "), came);
}

/** A text of this shape. */
export function isLike(what: string, came: unknown, pattern: RegExp): void {
  if (typeof came !== "string" || !pattern.test(came)) throw differs(what, String(pattern), came);
}

/** A text with this in it. */
export function contains(what: string, came: unknown, part: string): void {
  if (typeof came !== "string" || !came.includes(part)) throw differs(what, `… ${part} …`, came);
}

/** An answer of this status; the check goes on with it. */
export function answered(answer: Answer, ...statuses: readonly number[]): Answer {
  if (!statuses.includes(answer.status)) {
    throw differs("status", statuses.join(" or "), `${answer.status} ${shown(answer.at("error") ?? answer.body)}`);
  }
  return answer;
}

/** A refusal in Graph's envelope, with one of the statuses and one of the codes; several where the facts leave a choice. */
export function refused(
  answer: Answer,
  statuses: number | readonly number[],
  codes?: string | readonly string[],
  message?: string,
): Answer {
  answered(answer, ...[statuses].flat());
  const code = answer.at("error", "code");
  if (codes === undefined) isLike("error.code", code, /^\w+$/u);
  else isOneOf("error.code", code, [codes].flat());
  contains("error.message", answer.at("error", "message"), message ?? "");
  return answer;
}

function differs(what: string, expected: string, came: unknown): Differs {
  return new Differs(`${what}: expected ${expected}, came ${typeof came === "string" ? came : shown(came)}`);
}

const longest = 300;

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > longest ? `${text.slice(0, longest)} …` : text;
}
