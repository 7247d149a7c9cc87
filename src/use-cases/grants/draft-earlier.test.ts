import { expect, it, vi } from "vitest";
import { draftSchema } from "#contract/drafts.ts";
import { firstRoundApplications } from "#demo/applications-first-round.ts";
import type { DemoApplication } from "#demo/demo-application.ts";
import { openHarness } from "#test/scenarios/harness.ts";
import { filledDraft, openRound, send } from "#test/scenarios/pool-story.ts";
import { good } from "#test/scenarios/world.ts";
import { earlierNumbers } from "./draft-earlier.ts";
import { saveDraft } from "./save-draft.ts";

const [homeVisits, other] = firstRoundApplications as readonly [DemoApplication, DemoApplication];

it("000-19 an application again names one of the centre's own that the applicant may see, and nothing else", async () => {
  const harness = await openHarness();
  const round = await openRound(harness);
  const mine = await filledDraft(harness, round.roundKey, homeVisits);
  good(await send(harness, homeVisits.applicant, mine));
  const foreign = await filledDraft(harness, round.roundKey, other);
  good(await send(harness, other.applicant, foreign));

  const again = await filledDraft(harness, round.roundKey, homeVisits, { resubmissionOf: "FR22-02" });
  const page = draftSchema.parse((await harness.http(homeVisits.applicant, "GET", `/api/drafts/${again}`)).body);
  expect(page.earlierNumbers).toEqual(["FR22-01"]);
  expect(page.problems).toEqual([]);
  const changes = { resubmissionOf: "fr22-01" };
  good(await saveDraft(harness.deps, harness.as(homeVisits.applicant), { draftKey: again, changes, base: {} }));
  const key = good(await send(harness, homeVisits.applicant, again));
  expect(harness.deps.records.applications.byKey(key)?.value.resubmissionOf).toBe("FR22-01");
});

it("000-19 a number the applicant may not see or that is older than Fremdrift is sent as it was typed", async () => {
  const harness = await openHarness();
  const round = await openRound(harness);
  const draftKey = await filledDraft(harness, round.roundKey, homeVisits, { resubmissionOf: " 2019/044 " });
  const key = good(await send(harness, homeVisits.applicant, draftKey));
  expect(harness.deps.records.applications.byKey(key)?.value.resubmissionOf).toBe("2019/044");
});

it("works a round out once, however many applications the centre has in it", async () => {
  const harness = await openHarness();
  const round = await openRound(harness);
  for (let count = 1; count <= 3; count += 1) {
    good(await send(harness, homeVisits.applicant, await filledDraft(harness, round.roundKey, homeVisits)));
  }
  const draftKey = await filledDraft(harness, round.roundKey, homeVisits);
  const draft = harness.deps.records.drafts.byKey(draftKey)?.value;
  if (draft === undefined) throw new Error("No draft");
  const reads = vi.spyOn(harness.deps.records.reviews, "all");
  const numbers = earlierNumbers(harness.deps, harness.as(homeVisits.applicant), draft);
  expect(numbers).toEqual(["FR22-01", "FR22-02", "FR22-03"]);
  expect(reads).toHaveBeenCalledTimes(1);
});
