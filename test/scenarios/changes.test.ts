import { beforeEach, describe, expect, it } from "vitest";
import { firstRoundApplications } from "#demo/applications-first-round.ts";
import type { DemoApplication } from "#demo/demo-application.ts";
import type { Key } from "#domain/shared/keys.ts";
import { createChangedKeys, publishChanges } from "#service/background/change-topics.ts";
import { createChangeFeed } from "#service/http/events.ts";
import { declareRecusal } from "#use-cases/grants/declare-recusal.ts";
import { giveReview } from "#use-cases/grants/give-review.ts";
import { saveDraft } from "#use-cases/grants/save-draft.ts";
import { saveReview } from "#use-cases/grants/save-review.ts";
import { inMemoryRecords } from "./in-memory-records.ts";
import { filledDraft, type OpenRound, openRound, send, sentSpring } from "./pool-story.ts";
import { answers, createWorld, good, type World } from "./world.ts";

const [homeVisits] = firstRoundApplications as readonly [DemoApplication];
const listeners = ["ansoeger.sundhed", "leder.sundhed", "ansoeger.hr", "oekonomi", "suppleant", "puljesekretariat"];

let world: World;
let round: OpenRound;
/** What each listener has heard since it was last emptied. */
let heard: Record<string, Set<string>>;

const forget = (): void => {
  heard = Object.fromEntries(listeners.map((user) => [user, new Set()]));
};
/** Who heard of a topic. */
const whoHeard = (topic: string): readonly string[] => listeners.filter((user) => heard[user]?.has(topic));

beforeEach(async () => {
  const store = inMemoryRecords();
  world = await createWorld({ records: store.records, basis: store.basis });
  round = await openRound(world);
  const feed = createChangeFeed();
  const changedKeys = createChangedKeys(store.records);
  for (const list of ["drafts", "applications", "reviews", "pools"] as const) changedKeys(list);
  store.onChange((list) => publishChanges(world.deps, feed, list, changedKeys(list)));
  for (const user of listeners) {
    feed.subscribe(({ topics, onlyFor }) => {
      if (onlyFor !== undefined && !onlyFor.has(world.personKey(user))) return;
      for (const topic of topics) heard[user]?.add(topic);
    });
  }
  forget();
});

describe("what open tabs hear of", () => {
  it("T19 a draft and an application not yet approved, only those who may see them", async () => {
    const draftKey = await filledDraft(world, round.roundKey, homeVisits);
    forget();
    good(await saveDraft(world.deps, world.as(homeVisits.applicant), { draftKey, changes: { title: "Ny" }, base: {} }));
    expect(whoHeard(`draft:${draftKey}`)).toEqual(["ansoeger.sundhed", "puljesekretariat"]);
    expect(whoHeard("overview")).toEqual(["ansoeger.sundhed", "puljesekretariat"]);
    forget();
    const key = good(await send(world, homeVisits.applicant, draftKey));
    expect(whoHeard(`application:${key}`)).toEqual(["ansoeger.sundhed", "leder.sundhed", "puljesekretariat"]);
    expect(whoHeard(`draft:${draftKey}`)).toEqual(["ansoeger.sundhed", "puljesekretariat"]);
    expect(whoHeard(`round:${round.roundKey}`)).toEqual(listeners);
  });

  it("T17 a review, only its reviewer and those who see scores; half a one leaves everybody else in peace", async () => {
    const keys = await sentSpring(world, round.roundKey);
    const [, applicationKey] = keys as readonly [Key, Key];
    world.at("2022-04-04 09:00");
    forget();
    const command = () => ({ commandKey: world.press(), applicationKey, answers: answers(4, 4, 4, 4, 4) });
    good(await saveReview(world.deps, world.as("oekonomi"), command()));
    expect(listeners.filter((user) => heard[user]?.size !== 0)).toEqual(["oekonomi", "puljesekretariat"]);
    good(await giveReview(world.deps, world.as("oekonomi"), command()));
    for (const topic of [`application:${applicationKey}`, `reviews:${round.roundKey}`, `ranking:${round.roundKey}`]) {
      expect(whoHeard(topic)).toEqual(["oekonomi", "puljesekretariat"]);
    }
    expect(whoHeard("overview")).toEqual(listeners);
  });

  it("a recusal, also the substitute whom it makes a reviewer, without naming the application", async () => {
    const [, applicationKey] = (await sentSpring(world, round.roundKey)) as readonly [Key, Key];
    world.at("2022-04-04 09:00");
    forget();
    const command = { commandKey: world.press(), applicationKey, reason: "Deltager i projektet" };
    good(await declareRecusal(world.deps, world.as("oekonomi"), command));
    expect(whoHeard(`reviews:${round.roundKey}`)).toContain("suppleant");
    expect(whoHeard(`application:${applicationKey}`)).toEqual(["oekonomi", "puljesekretariat"]);
  });
});
