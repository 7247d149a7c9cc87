import { beforeAll, describe, expect, it } from "vitest";
import { draftSchema } from "#contract/drafts.ts";
import { problemSchema } from "#contract/problem.ts";
import { firstRoundApplications } from "#demo/applications-first-round.ts";
import type { DemoApplication } from "#demo/demo-application.ts";
import { draftLimits } from "#domain/grants/draft-limits.ts";
import type { Key } from "#domain/shared/keys.ts";
import { type Harness, openHarness } from "#test/scenarios/harness.ts";
import { filledDraft, openRound, send } from "#test/scenarios/pool-story.ts";
import { good, storedDraft } from "#test/scenarios/world.ts";

const [homeVisits] = firstRoundApplications as readonly [DemoApplication];
const user = homeVisits.applicant;
const texts = ["title", "description", "effect", "operation"] as const;
/** What a field of a form may hold while it is written. */
const most = 20_000;

let harness: Harness;
let draftKey: Key;

beforeAll(async () => {
  harness = await openHarness();
  const round = await openRound(harness);
  draftKey = await filledDraft(harness, round.roundKey, homeVisits);
});

const patch = (changes: Readonly<Record<string, unknown>>) =>
  harness.http(user, "PATCH", `/api/drafts/${draftKey}`, { changes, base: {} });

/** What stands in SharePoint after everything in memory is forgotten. */
async function reread() {
  good(await harness.deps.records.refresh(["drafts"]));
  return storedDraft(harness, draftKey).fields;
}

describe("T26 long texts", () => {
  it.each(texts)(
    "T26 %s one character too long is kept as typed while it is written, and named when it is sent",
    async (name) => {
      const before = (await reread())[name];
      const max = draftLimits[name];
      for (const length of [max, max + 1]) {
        const saved = draftSchema.parse((await patch({ [name]: "å".repeat(length) })).body);
        const tooLong = { field: name, code: "too-long", data: { max, length } };
        expect(saved.problems).toEqual(length > max ? [tooLong] : []);
        expect((await reread())[name]).toHaveLength(length);
      }
      expect(await send(harness, user, draftKey)).toMatchObject({
        ok: false,
        refusal: { kind: "incomplete", problems: [{ field: name, code: "too-long" }] },
      });
      await patch({ [name]: before });
    },
  );

  it.each(texts)(
    "T26 %s of 20,000 characters comes back whole; one more is refused with its name, and nothing is cut",
    async (name) => {
      const before = (await reread())[name];
      const whole = "æ".repeat(most);
      expect((await patch({ [name]: whole })).status).toBe(200);
      const refused = await patch({ [name]: `${whole}!`, focusArea: "2" });
      const problem = problemSchema.parse(refused.body);
      expect([refused.status, problem.code, problem.data?.["where"]]).toEqual([
        400,
        "malformed-body",
        `changes.${name}`,
      ]);
      expect((await reread())[name]).toBe(whole);
      await patch({ [name]: before });
    },
  );

  it("T26 a megabyte is refused before it is read", async () => {
    const refused = await patch({ description: "x".repeat(1_048_576) });
    expect([refused.status, problemSchema.parse(refused.body).code]).toEqual([413, "body-too-large"]);
  });

  it("T26 a form as large as its place comes back whole; more is refused in words, and what was there stays", async () => {
    const before = await reread();
    const lines = Array.from({ length: 20 }, (_, index) => ({
      id: `l${index}`,
      category: "other",
      // The same text twice would be stored once.
      note: String.fromCodePoint(0x100 + index).repeat(2000),
      amount: "1",
    }));
    const long = Object.fromEntries(texts.map((name) => [name, (name[0] ?? "").repeat(most)]));
    expect((await patch({ ...long, budgetLines: lines })).status).toBe(200);
    expect(await reread()).toMatchObject({ ...long, budgetLines: lines });
    const more = lines.map((line) => ({ ...line, note: line.note.repeat(2) }));
    const refused = await patch({ budgetLines: more });
    const problem = problemSchema.parse(refused.body);
    expect([refused.status, problem.code]).toEqual([413, "too-large"]);
    expect(problem.detail).toMatch(/^Teksten er for lang/);
    expect((await reread()).budgetLines).toEqual(lines);
    await patch({ ...Object.fromEntries(texts.map((name) => [name, before[name]])), budgetLines: before.budgetLines });
  });
});
