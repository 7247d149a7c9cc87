import { beforeEach, describe, expect, it } from "vitest";
import { draftSchema } from "#contract/drafts.ts";
import { firstRoundApplications } from "#demo/applications-first-round.ts";
import type { DemoApplication } from "#demo/demo-application.ts";
import { notCprMarks } from "#domain/grants/draft-cpr.ts";
import { plusMillis } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import { type Harness, openHarness } from "#test/scenarios/harness.ts";
import { filledDraft, openRound, send } from "#test/scenarios/pool-story.ts";
import { good, storedDraft } from "#test/scenarios/world.ts";
import { saveDraft } from "./save-draft.ts";

let harness: Harness;
let draftKey: Key;
const [homeVisits] = firstRoundApplications as readonly [DemoApplication];
const user = homeVisits.applicant;

beforeEach(async () => {
  harness = await openHarness();
  const round = await openRound(harness);
  draftKey = await filledDraft(harness, round.roundKey, homeVisits);
});

/** Saves as the tab does. */
async function patch(changes: Readonly<Record<string, unknown>>) {
  const answer = await harness.http(user, "PATCH", `/api/drafts/${draftKey}`, { changes, base: {} });
  expect(answer.status).toBe(200);
  return draftSchema.parse(answer.body);
}

describe("R-08 a save with something like a CPR number", () => {
  const number = "Ring til 010190-1234";

  it("names the field, stores everything else, and the number reaches no list", async () => {
    const saved = await patch({ effect: number, title: "Ny titel" });
    expect([saved.notStored, saved.fields.title, saved.fields.effect]).toEqual([
      ["effect"],
      "Ny titel",
      homeVisits.effect,
    ]);
    good(await harness.deps.records.refresh(["drafts"]));
    expect(storedDraft(harness, draftKey).fields).toMatchObject({ title: "Ny titel", effect: homeVisits.effect });
  });

  it("writes nothing at all when there is nothing else in it", async () => {
    harness.forgetGraph();
    expect((await patch({ effect: number })).notStored).toEqual(["effect"]);
    expect(harness.graphWrites()).toEqual([]);
  });

  it("is stored on the writer's word, which the application's log keeps by the name of the field", async () => {
    const saved = await patch({ effect: number, notCpr: notCprMarks("effect", number) });
    expect([saved.notStored, saved.fields.effect]).toEqual([[], number]);
    const key = good(await send(harness, user, draftKey));
    const log = harness.deps.records.applications.byKey(key)?.value.log;
    expect(log?.tail[0]?.detail["notCpr"]).toBe("effect");
  });
});

describe("T08 the same field in two windows", () => {
  const save = async (who: string, title: string) => {
    const { stamps } = before;
    harness.setNow(plusMillis(harness.now(), 1000));
    const answer = await harness.http(who, "PATCH", `/api/drafts/${draftKey}`, { changes: { title }, base: stamps });
    return draftSchema.parse(answer.body);
  };
  let before: ReturnType<typeof storedDraft>;
  beforeEach(() => {
    before = storedDraft(harness, draftKey);
  });

  it("knows one's own other window from somebody else", async () => {
    expect((await save(user, "Første vindue")).changedBy).toBeUndefined();
    expect((await save(user, "Andet vindue")).changedBy).toBe("self");
    await save("puljesekretariat", "På vegne af");
    expect((await save(user, "Første vindue igen")).changedBy).toBe("other");
  });

  it("names nobody when it was written before the service started", async () => {
    await save(user, "Første vindue");
    const deps = { ...harness.deps, records: { ...harness.deps.records } };
    const edit = { draftKey, changes: { title: "Andet vindue" }, base: before.stamps };
    expect(good(await saveDraft(deps, harness.as(user), edit)).changedBy).toBe("unknown");
  });

  it("T30 tells again what a save has written over whose answer was lost, and not after the answer came", async () => {
    await save(user, "Andet vindue");
    expect((await save(user, "Mit")).overwritten).toEqual({ title: "Andet vindue" });
    const again = await save(user, "Mit");
    expect([again.changedElsewhere, again.overwrittenBefore]).toEqual([[], [{ title: "Andet vindue" }]]);
    const further = await save(user, "Mit, mere");
    expect([further.overwritten, further.overwrittenBefore]).toEqual([{ title: "Mit" }, [{ title: "Andet vindue" }]]);
    before = storedDraft(harness, draftKey);
    expect((await save(user, "Nu med svar")).overwrittenBefore).toBeUndefined();
  });
});
