import { beforeAll, describe, expect, it, test } from "vitest";
import { roundSchema } from "#contract/rounds.ts";
import { type SearchAnswer, searchSchema } from "#contract/search.ts";
import { firstRoundApplications } from "#demo/applications-first-round.ts";
import { demoPeople } from "#demo/people.ts";
import type { Key } from "#domain/shared/keys.ts";
import { type Harness, openHarness } from "./harness.ts";
import { approve, filledDraft, type OpenRound, openRound, reviewEverything, send } from "./pool-story.ts";
import { good } from "./world.ts";

/**
 * Who finds an application (Center for Sundhed og Omsorg) as its round goes on, by B10: the same people as meet it in the
 * round's list. s sent · a approved · r under review · v reviews visible
 */
const FINDS = {
  "ansoeger.sundhed": "sarv",
  "leder.sundhed": "sarv",
  "ansoeger.hr": "",
  "leder.hr": "arv",
  oekonomi: "rv",
  suppleant: "rv",
  "formand.dsg": "arv",
  "naestformand.dsg": "arv",
  puljesekretariat: "sarv",
  "raadgiver.sikkerhed": "rv",
  direktion: "arv",
  sagsbehandler: "arv",
  udvalgssekretaer: "",
  administrator: "",
  "raad.aeldre": "",
} as const;

/** What each is offered to do in the round: as it is open, under review and with reviews visible. */
const COMMANDS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  "ansoeger.sundhed": [["apply"], [], []],
  "ansoeger.hr": [["continue-draft", "apply"], ["continue-draft"], ["continue-draft"]],
  oekonomi: [["apply"], ["review"], ["review", "rank"]],
  suppleant: [["apply"], ["review"], ["review", "rank"]],
  "formand.dsg": [["apply"], ["review"], ["review", "rank"]],
  puljesekretariat: [["apply"], ["rank"], ["rank"]],
  direktion: [["apply"], [], []],
  administrator: [["apply"], [], []],
};

let harness: Harness;
let round: OpenRound;
let key: Key;
let draftKey: Key;
const found: Record<string, string> = {};
const listed: Record<string, string> = {};
const offered: Record<string, string[][]> = {};

async function searched(user: string, typed: string): Promise<SearchAnswer> {
  const { status, body } = await harness.http(user, "GET", `/api/search?q=${encodeURIComponent(typed)}`);
  expect(status).toBe(200);
  return searchSchema.parse(body);
}

const hits = async (user: string, typed: string) =>
  (await searched(user, typed)).hits.map(({ kind, number }) => `${kind} ${number}`);

async function look(stage: string): Promise<void> {
  for (const { user } of demoPeople) {
    const { hits, commands } = await searched(user, numberOf(key));
    const page = roundSchema.parse((await harness.http(user, "GET", `/api/rounds/${round.roundKey}`)).body);
    found[user] = `${found[user] ?? ""}${hits.some((hit) => hit.key === key) ? stage : ""}`;
    listed[user] = `${listed[user] ?? ""}${page.applications.some((row) => row.key === key) ? stage : ""}`;
    if (stage !== "a") offered[user] = [...(offered[user] ?? []), commands.map(({ kind }) => kind)];
  }
}

beforeAll(async () => {
  harness = await openHarness();
  round = await openRound(harness);
  const [application, other] = firstRoundApplications;
  if (application === undefined || other === undefined) throw new Error("No applications");
  draftKey = await filledDraft(harness, round.roundKey, {
    ...other,
    applicant: "ansoeger.hr",
    title: "Lærdom på tværs",
  });
  key = good(await send(harness, application.applicant, await filledDraft(harness, round.roundKey, application)));
  await look("s");
  good(await approve(harness, key));
  await look("a");
  await reviewEverything(harness, round, (user) => user === "leder.skole");
  await look("r");
  harness.at("2022-04-21 10:00");
  await look("v");
});

describe("search", () => {
  test.each(Object.entries(FINDS))("T19 %s finds an application at %j", (user, stages) => {
    expect(found[user]).toBe(stages);
  });

  it("T19 finds for everybody exactly the applications of the round's list", () => {
    expect(found).toEqual(listed);
  });

  test.each(Object.entries(COMMANDS))("%s is offered %j", (user, [open, review, visible]) => {
    expect([offered[user]?.[0], offered[user]?.[1], offered[user]?.[2]]).toEqual([open, review, visible]);
  });

  it("T17 says nothing of reviews, points, reasons or who is recused, whatever is looked for", async () => {
    for (const typed of ["Begrundet i ansøgningen", "godt projekt", "inhabil", "90,0", "Mette"]) {
      expect([typed, await hits("puljesekretariat", typed)]).toEqual([typed, []]);
    }
  });

  it("T19 finds a form for its writer only, by its title as it stands", async () => {
    expect(await hits("ansoeger.hr", "laerdom")).toEqual([`draft ${numberOf(draftKey)}`]);
    for (const { user } of demoPeople) {
      if (user !== "ansoeger.hr") expect([user, await hits(user, "lærdom på tværs")]).toEqual([user, []]);
    }
  });

  it("U16 finds rounds and pools for everybody, by number, name and year", async () => {
    expect(await hits("raad.aeldre", "PULJE-2022")).toEqual(["pool PULJE-2022", "round FR22"]);
    expect(await hits("raad.aeldre", "forår 22")).toEqual(["round FR22"]);
    expect(await hits("raad.aeldre", "fora\u030ar")).toEqual(["round FR22"]);
    expect(await hits("puljesekretariat", "fr22")).toEqual(["round FR22", `application ${numberOf(key)}`]);
  });

  it("U16 what is called so comes before what belongs there", async () => {
    expect(await hits("ansoeger.hr", "forår 2022")).toEqual(["round FR22", `draft ${numberOf(draftKey)}`]);
  });

  test.each(["", "   ", "%27", "' or 1=1--", "𝔸".repeat(200), "(((", "\u0000", "FR22-99"])(
    "T21 %j finds nothing, and what can be done stands there still",
    async (typed) => {
      const answer = await searched("puljesekretariat", typed);
      expect([answer.hits, answer.commands.length]).toEqual([[], 1]);
    },
  );

  it("T21 without a query it is the same as with an empty one", async () => {
    const { body } = await harness.http("puljesekretariat", "GET", "/api/search");
    expect(searchSchema.parse(body)).toEqual(await searched("puljesekretariat", ""));
  });

  it("asks Graph for nothing", async () => {
    harness.forgetGraph();
    await searched("puljesekretariat", "fr22");
    expect(harness.graph).toEqual([]);
  });
});

function numberOf(record: Key): string {
  const { applications, drafts } = harness.deps.records;
  return (applications.byKey(record) ?? drafts.byKey(record))?.value.number ?? "";
}
