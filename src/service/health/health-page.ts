import type { AdminHealth } from "#contract/health.ts";
import { epochMs, type Instant } from "#domain/shared/dates.ts";
import type { Language } from "#domain/shared/language.ts";
import type { ListState, UnreadableItem } from "#sharepoint/open-sharepoint.ts";
import type { SiteFinding } from "#sharepoint/provisioning/verify-sites.ts";
import { failedPollsAllowed, type HealthMemory } from "./health.ts";
import type { RecordFacts } from "./health-facts.ts";

/** Everything the page is judged from. */
export interface HealthFacts extends RecordFacts {
  /** Business time. */
  readonly now: Instant;
  readonly machineNow: number;
  readonly memory: HealthMemory;
  readonly lists: readonly ListState[];
  readonly unreadable: readonly UnreadableItem[];
  readonly findings: readonly SiteFinding[];
  readonly lookedAt: number | undefined;
  readonly spent: number;
  /** Resource units a minute; Infinity when there is no budget. */
  readonly unitLimit: number;
  readonly skewMs: number | undefined;
}

type Line = AdminHealth["lines"][number];
type List = AdminHealth["lists"][number];
type State = Line["state"];

/** Due for longer than this, a message is stuck rather than on its way. */
const STUCK_MS = 10 * 60_000;
/** Half a minute is nothing to a deadline that is shown in minutes; five minutes are. */
const SKEW_MS = { watch: 30_000, fault: 300_000 };
/** A list is read at least once a minute. */
const OLD_S = { watch: 180, fault: 900 };
const MOST_EDITS = 20;

/** Judges the facts line by line: state, figures for the sentence, and the one thing that can be done. Pure. */
export function healthPage(facts: HealthFacts, language: Language): AdminHealth {
  const lists = facts.lists.map((list) => listLine(facts, list, language));
  const lines = linesOf(facts, lists);
  return {
    now: facts.now,
    state: worst([...lines, ...lists].map(({ state }) => state)),
    lines: [...lines],
    lists: lists.toSorted((a, b) => rank(b.state) - rank(a.state)),
    ...secondsSince("secondsSinceLook", facts.lookedAt, facts.machineNow),
    uncertain: facts.uncertain.map((each) => ({ ...each })),
    edits: facts.edits.slice(0, MOST_EDITS).map(({ at, kind, answer, listTitle, reference, fields, rows, who }) => ({
      at,
      kind,
      answer,
      list: listTitle,
      reference,
      fields,
      rows,
      ...(who === undefined ? {} : { who }),
    })),
    malformed: facts.unreadable.map(({ listTitle, itemId, column }) => ({ list: listTitle, itemId, column })),
  };
}

function linesOf(facts: HealthFacts, lists: readonly List[]): readonly Line[] {
  return [
    sharePointLine(facts, lists),
    ...rowLines(facts),
    budgetLine(facts),
    ...noticeLines(facts),
    clockLine(facts),
    logLine(facts),
  ];
}

function sharePointLine({ memory }: HealthFacts, lists: readonly List[]): Line {
  const damaged = lists.filter(({ findings }) => findings.length > 0);
  const faults = lists.filter(({ state }) => state === "fault").length;
  const polls = memory.failedPolls === 0 ? "ok" : memory.failedPolls > failedPollsAllowed ? "fault" : "watch";
  const state = worst([polls, ...lists.map((list) => list.state)]);
  const repair = damaged.some(({ findings }) => findings.some((each) => each.isRepairable)) ? "provision" : "read-anew";
  const figures = { lists: lists.length, faults, damaged: damaged.length, failedPolls: memory.failedPolls };
  return line("sharepoint", state, figures, repair);
}

function rowLines({ memory, unreadable, edits }: HealthFacts): readonly Line[] {
  const { failingProjections, rowsLeft, ownRows } = memory;
  const putBack = edits.filter(({ answer }) => answer === "put-back");
  const deleted = edits.filter(({ kind }) => kind === "deleted").reduce((sum, { rows }) => sum + rows, 0);
  const unknown = putBack.filter(({ editorKey }) => editorKey === undefined).length;
  const figures = { putBack: putBack.length, unknown, ownRows, deleted };
  return [
    line(
      "projections",
      failingProjections.size > 0 ? "fault" : rowsLeft > 0 ? "watch" : "ok",
      { failing: failingProjections.size, rowsLeft },
      "rebuild",
    ),
    line("malformed", unreadable.length > 0 ? "fault" : "ok", { rows: unreadable.length }, "person"),
    line("outside-edits", putBack.length + ownRows + deleted > 0 ? "watch" : "ok", figures, "person"),
  ];
}

function budgetLine({ spent, unitLimit }: HealthFacts): Line {
  const limit = Number.isFinite(unitLimit) ? unitLimit : 0;
  const percent = limit === 0 ? 0 : Math.round((spent / limit) * 100);
  return line("budget", percent >= 90 ? "fault" : percent >= 60 ? "watch" : "ok", { spent, limit, percent }, "person");
}

function noticeLines(facts: HealthFacts): readonly Line[] {
  const { now, waiting, oldestWaiting, uncertain, undeliverable, lastPostAt } = facts;
  const isStuck = oldestWaiting !== undefined && epochMs(now) - epochMs(oldestWaiting) > STUCK_MS;
  const bot = line("bot", isStuck ? "fault" : lastPostAt === undefined ? "watch" : "ok", { waiting }, "person");
  return [
    line("notice-backlog", isStuck ? "fault" : "ok", { waiting }, "read-anew", oldestWaiting),
    line("uncertain", uncertain.length > 0 ? "watch" : "ok", { count: uncertain.length }, "decide"),
    line("undeliverable", undeliverable > 0 ? "watch" : "ok", { count: undeliverable }, "person"),
    lastPostAt === undefined ? bot : { ...bot, at: lastPostAt },
  ];
}

function clockLine({ skewMs }: HealthFacts): Line {
  const off = Math.abs(skewMs ?? 0);
  const state = off >= SKEW_MS.fault ? "fault" : off >= SKEW_MS.watch ? "watch" : "ok";
  return line("clock", state, skewMs === undefined ? {} : { seconds: Math.round(skewMs / 1000) }, "person");
}

function logLine({ memory }: HealthFacts): Line {
  const broken = memory.brokenLogs.size;
  return line("logs", broken > 0 ? "fault" : "ok", { broken }, "check-logs");
}

/** A line; what is well needs no repair. */
function line(
  name: Line["name"],
  state: State,
  figures: Line["figures"],
  repair: NonNullable<Line["repair"]>,
  at?: Instant,
): Line {
  return { name, state, figures, ...(at === undefined ? {} : { at }), ...(state === "ok" ? {} : { repair }) };
}

function listLine(facts: HealthFacts, { name, title, site, rows }: ListState, language: Language): List {
  const reads = facts.memory.lists.get(name);
  const found = facts.findings.filter(({ difference }) => difference.list === name && difference.site === site);
  const age = secondsSince("secondsSinceRead", reads?.readAt, facts.machineNow);
  const seconds = age.secondsSinceRead;
  const isFailing = reads?.failure !== undefined;
  const isOld = (limit: number): boolean => site === "records" && (seconds === undefined || seconds > limit);
  const state = worst([
    found.some(({ stops }) => stops !== "none") ? "fault" : found.length > 0 ? "watch" : "ok",
    isDamage(reads?.failure) || isOld(OLD_S.fault) ? "fault" : isFailing || isOld(OLD_S.watch) ? "watch" : "ok",
  ]);
  const findings = found.map(({ cause, repair, stops, isRepairable }) => {
    return { cause: cause[language], repair: repair[language], stops, isRepairable };
  });
  return { name, title, site, state, rows, isFailing, findings, ...age };
}

/** A failure that does not pass by itself: the list or one of its columns is gone. */
function isDamage(failure: string | undefined): boolean {
  return failure === "not-found" || failure === "malformed-item";
}

/**
 * Titles of record lists that are only shown: gone, or without a column that is read or written (T41).
 */
export function readOnlyLists(facts: Pick<HealthFacts, "memory" | "lists" | "findings">): readonly string[] {
  return facts.lists
    .filter(({ site }) => site === "records")
    .filter(({ name, site }) => {
      const found = facts.findings.filter(({ difference }) => difference.list === name && difference.site === site);
      return isDamage(facts.memory.lists.get(name)?.failure) || found.some(({ stops }) => stops !== "none");
    })
    .map(({ title }) => title);
}

function secondsSince<N extends string>(name: N, at: number | undefined, now: number): { readonly [K in N]?: number } {
  const seconds = at === undefined ? undefined : Math.max(0, Math.round((now - at) / 1000));
  return seconds === undefined ? {} : ({ [name]: seconds } as { readonly [K in N]?: number });
}

const order: readonly State[] = ["ok", "watch", "fault"];

function rank(state: State): number {
  return order.indexOf(state);
}

function worst(states: readonly State[]): State {
  return states.reduce<State>((sum, state) => (rank(state) > rank(sum) ? state : sum), "ok");
}
