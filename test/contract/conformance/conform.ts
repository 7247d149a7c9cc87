import { randomBytes } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { allChecks } from "./all-checks.ts";
import { type Check, NoList, NotTried } from "./check.ts";
import { readOptions } from "./conform-options.ts";
import { createWorld, type World } from "./world.ts";

type Verdict = "ok" | "differs" | "not-tried";

interface Judgement {
  readonly verdict: Verdict;
  readonly why?: string;
  /** Whether it was not tried because the owner may make no lists. */
  readonly noList?: boolean;
}

const words = {
  da: {
    verdicts: { ok: "ok", differs: "afviger", "not-tried": "ikke prøvet" },
    sum: (ok: number, differs: number, notTried: number) => `${ok} ok, ${differs} afviger, ${notTried} ikke prøvet`,
    left: (count: number) =>
      `${count} lister kunne ikke slettes igen: fjern dem, hvis navn begynder med "Overensstemmelse".`,
    noList: "Ejerens token kan ikke oprette lister her: det, der kræver en liste, er ikke prøvet.",
    stopped: "Afbrudt; det, der blev oprettet, slettes …",
  },
  en: {
    verdicts: { ok: "ok", differs: "differs", "not-tried": "not tried" },
    sum: (ok: number, differs: number, notTried: number) => `${ok} ok, ${differs} differ, ${notTried} not tried`,
    left: (count: number) =>
      `${count} lists could not be removed: remove those whose name begins with "Overensstemmelse".`,
    noList: "The owner's token may make no lists here: what needs one was not tried.",
    stopped: "Stopped; what was made is being removed …",
  },
} as const;

/**
 * The command `npm run conform`: runs the table of checks against any Graph, one line each. It makes lists of its own in
 * the site and removes them. Answers the exit code: 0 when nothing differs, 1 when something does or no list could be
 * made to try it on, 2 when it was typed wrongly.
 */
export async function conform(typed: readonly string[], say: (line: string) => void): Promise<number> {
  const read = readOptions(typed);
  if (!read.ok) {
    say(read.refusal);
    return 2;
  }
  const options = read.value;
  const told = words[options.language];
  const world = createWorld({
    ...options,
    fetch: (request) => fetch(request),
    wait: (milliseconds) => wait(milliseconds),
    run: randomBytes(3).toString("hex"),
  });
  let stopped = false;
  const stop = () => {
    stopped = true;
    say(told.stopped);
  };
  process.once("SIGINT", stop).once("SIGTERM", stop);
  let noList = false;
  const counts = { ok: 0, differs: 0, "not-tried": 0 };
  for (const check of allChecks.filter(
    ({ title }) => options.only.length === 0 || options.only.includes(idOf(title)),
  )) {
    if (stopped) break;
    const { verdict, why, ...more } = await judge(check, world);
    noList ||= more.noList === true;
    counts[verdict] += 1;
    say(
      `${idOf(check.title).padEnd(6)} ${told.verdicts[verdict].padEnd(12)} ${check.title.slice(check.title.indexOf(" ") + 1)}`,
    );
    if (why !== undefined) say(`${" ".repeat(20)}${why}`);
  }
  const left = await world.clean();
  process.off("SIGINT", stop).off("SIGTERM", stop);
  say(told.sum(counts.ok, counts.differs, counts["not-tried"]));
  if (left > 0) say(told.left(left));
  if (noList) say(told.noList);
  return counts.differs > 0 || left > 0 || noList ? 1 : 0;
}

function idOf(title: string): string {
  return title.slice(0, title.indexOf(" "));
}

async function judge(check: Check, world: World): Promise<Judgement> {
  try {
    await check.run(world);
    return { verdict: "ok" };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    const verdict = cause instanceof NotTried ? "not-tried" : "differs";
    return { verdict, why, noList: cause instanceof NoList };
  }
}
