import * as fc from "fast-check";
import { expect, it } from "vitest";
import { draftSchema, saveDraftRequestSchema } from "#contract/drafts.ts";
import { firstRoundApplications } from "#demo/applications-first-round.ts";
import type { DemoApplication } from "#demo/demo-application.ts";
import { compareDanish } from "#domain/shared/plain-text.ts";
import { openHarness } from "#test/scenarios/harness.ts";
import { filledDraft, openRound } from "#test/scenarios/pool-story.ts";
import { good, storedDraft } from "#test/scenarios/world.ts";

const SEED = 20_261_122;

/** What people in a Danish municipality may paste: composed and not, joined, turned around, from Greenland and the Faroes. */
const pieces = [
  "æøå ÆØÅ",
  "a\u030a A\u030a",
  "\u00e9 e\u0301",
  "👩\u200d👩\u200d👧",
  "🏳\ufe0f\u200d🌈",
  "\u202egnirts",
  "\u2067עברית\u2069",
  "العربية",
  "ĸ Qaanaaq Ittoqqortoormiit ᴋ",
  "ð Ð Føroyar Tórshavn ý",
  "\n",
  "\r\n",
  "\t",
  "  ",
  "\u00a0",
  "\u2028",
  "\ufeff",
  "\\u0041",
  '"</script>',
  "${title}",
  "~1",
] as const;
const text = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: "grapheme", maxLength: 6 })), {
  maxLength: 8,
});
const words = text.map((parts) => parts.join("").replaceAll(/\d/g, ""));
const changes = fc.record({
  title: words,
  description: words,
  effect: words,
  operation: words,
  requestedAmount: words,
  startDate: words,
  budgetLines: fc.array(
    fc.record({ id: fc.constantFrom("a1", "b2"), category: fc.constant("other" as const), note: words, amount: words }),
    { maxLength: 2 },
  ),
});

it(`T27 what is typed comes back character by character from the tab through the service and SharePoint (seed ${SEED})`, async () => {
  const harness = await openHarness();
  const round = await openRound(harness);
  const [{ applicant, ...rest }] = firstRoundApplications as readonly [DemoApplication];
  const draftKey = await filledDraft(harness, round.roundKey, { applicant, ...rest });
  await fc.assert(
    fc.asyncProperty(changes, async (typed) => {
      const request = { changes: typed, base: {} };
      expect(saveDraftRequestSchema.parse(JSON.parse(JSON.stringify(request)))).toEqual(request);
      const answer = await harness.http(applicant, "PATCH", `/api/drafts/${draftKey}`, request);
      expect(draftSchema.parse(answer.body)).toMatchObject({ fields: typed, notStored: [] });
      good(await harness.sharePoint.refreshAll());
      expect(storedDraft(harness, draftKey).fields).toMatchObject(typed);
      const page = await harness.http(applicant, "GET", `/api/drafts/${draftKey}`);
      expect(draftSchema.parse(page.body).fields).toMatchObject(typed);
    }),
    { seed: SEED, numRuns: 40 },
  );
});

it("T27 Danish order puts Å after Ø after Æ after Z, composed or not, and Ð and ĸ where their letters belong", () => {
  const sorted = ["Zoo", "Æble", "Ødis", "A\u030aen", "Åen"];
  for (let turn = 0; turn < sorted.length; turn += 1) {
    const turned = [...sorted.slice(turn), ...sorted.slice(0, turn)].toSorted(compareDanish);
    expect(turned.map((word) => word.normalize("NFC"))).toEqual(sorted.map((word) => word.normalize("NFC")));
  }
  expect(["Ebbe", "Ðania", "Dania", "Lars", "ĸilaĸ"].toSorted(compareDanish).slice(0, 2)).toEqual(["Dania", "Ðania"]);
});
