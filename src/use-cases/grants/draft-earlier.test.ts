import { expect, it } from "vitest";
import { draftSchema } from "#contract/drafts.ts";
import { firstRoundApplications } from "#demo/applications-first-round.ts";
import type { DemoApplication } from "#demo/demo-application.ts";
import { openHarness } from "#test/scenarios/harness.ts";
import { filledDraft, openRound, send } from "#test/scenarios/pool-story.ts";
import { good } from "#test/scenarios/world.ts";
import { saveDraft } from "./save-draft.ts";

it("000-19 an application again names one of the centre's own that the applicant may see, and nothing else", async () => {
  const [homeVisits, other] = firstRoundApplications as readonly [DemoApplication, DemoApplication];
  const harness = await openHarness();
  const round = await openRound(harness);
  const mine = await filledDraft(harness, round.roundKey, homeVisits);
  good(await send(harness, homeVisits.applicant, mine));
  const foreign = await filledDraft(harness, round.roundKey, other);
  good(await send(harness, other.applicant, foreign));

  const again = await filledDraft(harness, round.roundKey, homeVisits, { resubmissionOf: "FR22-02" });
  const page = draftSchema.parse((await harness.http(homeVisits.applicant, "GET", `/api/drafts/${again}`)).body);
  expect(page.earlierNumbers).toEqual(["FR22-01"]);
  expect(await send(harness, homeVisits.applicant, again)).toMatchObject({
    ok: false,
    refusal: { kind: "incomplete", problems: [{ field: "resubmissionOf", code: "no-such-choice" }] },
  });
  const changes = { resubmissionOf: "fr22-01" };
  good(await saveDraft(harness.deps, harness.as(homeVisits.applicant), { draftKey: again, changes, base: {} }));
  const key = good(await send(harness, homeVisits.applicant, again));
  expect(harness.deps.records.applications.byKey(key)?.value.resubmissionOf).toBe("FR22-01");
});
