import { beforeEach, describe, expect, it } from "vitest";
import { draftSchema } from "#contract/drafts.ts";
import { firstRoundApplications } from "#demo/applications-first-round.ts";
import type { DemoApplication } from "#demo/demo-application.ts";
import { plusMillis } from "#domain/shared/dates.ts";
import type { FieldProblem } from "#domain/shared/field-problem.ts";
import type { Key } from "#domain/shared/keys.ts";
import { kr } from "#domain/shared/money.ts";
import type { Result } from "#domain/shared/result.ts";
import { approveApplication } from "#use-cases/grants/approve-application.ts";
import { createDraft } from "#use-cases/grants/create-draft.ts";
import { draftPage } from "#use-cases/grants/draft-page.ts";
import { returnApplication } from "#use-cases/grants/return-application.ts";
import { saveDraft } from "#use-cases/grants/save-draft.ts";
import { submitDraft } from "#use-cases/grants/submit-draft.ts";
import { upsertPerson } from "#use-cases/organisation/upsert-person.ts";
import { type Harness, openHarness } from "./harness.ts";
import { approve, filledDraft, type OpenRound, openRound, send } from "./pool-story.ts";
import { good, kindOf, storedDraft } from "./world.ts";

let harness: Harness;
let round: OpenRound;
const [homeVisits] = firstRoundApplications as readonly [DemoApplication];
const user = homeVisits.applicant;

beforeEach(async () => {
  harness = await openHarness();
  round = await openRound(harness);
});

/** The problems of a form that was refused. */
function problems<T>(result: Result<T, { readonly kind: string; readonly problems?: readonly FieldProblem[] }>) {
  if (result.ok) throw new Error("Not refused");
  return result.refusal.problems ?? [];
}

describe("applying", () => {
  it("000-08 an application without expected economy stays a draft and is not sent", async () => {
    const draftKey = await filledDraft(harness, round.roundKey, homeVisits, { budgetLines: [] });
    const refused = await send(harness, user, draftKey);
    expect(problems(refused)).toContainEqual(
      expect.objectContaining({ field: "budgetLines", code: "expected-economy-missing" }),
    );
    expect(storedDraft(harness, draftKey).fields.title).toBe(homeVisits.title);
    expect(harness.deps.records.applications.all()).toEqual([]);
  });

  it("000-09 lines of 115.000 balance 95.000 and 20.000; asking 96.000 names the 1.000 kr. difference", async () => {
    const unbalanced = await filledDraft(harness, round.roundKey, homeVisits, { requestedAmount: "96.000" });
    expect(problems(await send(harness, user, unbalanced))).toMatchObject([
      { code: "out-of-balance", data: { differenceOere: kr(-1000) } },
    ]);
    good(
      await saveDraft(harness.deps, harness.as(user), {
        draftKey: unbalanced,
        changes: { requestedAmount: "95.000 kr." },
        base: {},
      }),
    );
    const key = good(await send(harness, user, unbalanced));
    expect(harness.deps.records.applications.byKey(key)?.value).toMatchObject({
      requestedOere: kr(95_000),
      ownContributionOere: kr(20_000),
    });
  });

  it("000-10 300.001 kr. is above the round's cap", async () => {
    const draftKey = await filledDraft(harness, round.roundKey, homeVisits, { requestedAmount: "300.001" });
    const capped = problems(await send(harness, user, draftKey)).filter(({ code }) => code === "over-cap");
    expect(capped).toMatchObject([{ field: "requestedAmount", data: { capOere: kr(300_000) } }]);
  });

  it("000-11 somebody outside the municipality's own centres may not apply", async () => {
    const actor = harness.as("raad.aeldre");
    const command = { commandKey: harness.press(), roundKey: round.roundKey, centreKey: undefined };
    expect(kindOf(await createDraft(harness.deps, actor, command))).toBe("centre-not-eligible");
    const foreign = { ...command, commandKey: harness.press(), centreKey: harness.centreKey("sundhed") };
    expect(kindOf(await createDraft(harness.deps, actor, foreign))).toBe("not-allowed");
  });

  it("000-12 sent at 23.58 is in time with number and time; sent at 00.00 the deadline has passed", async () => {
    const inTime = await filledDraft(harness, round.roundKey, homeVisits);
    const tooLate = await filledDraft(harness, round.roundKey, homeVisits);
    harness.at("2022-03-31 23:58");
    const key = good(await send(harness, user, inTime));
    const stored = harness.deps.records.applications.byKey(key)?.value;
    expect([stored?.number, stored?.pressedAt]).toEqual(["FR22-01", "2022-03-31T21:58:00.000Z"]);
    harness.at("2022-04-01 00:00");
    expect(kindOf(await send(harness, user, tooLate))).toBe("deadline-passed");
    expect(storedDraft(harness, tooLate).fields.title).toBe(homeVisits.title);
  });

  it("000-12 what was pressed in time counts although the store answers after the deadline", async () => {
    const draftKey = await filledDraft(harness, round.roundKey, homeVisits);
    harness.at("2022-03-31 23:59");
    const pressedAt = harness.now();
    harness.at("2022-04-01 00:01");
    good(await submitDraft(harness.deps, harness.as(user), { commandKey: harness.press(), draftKey, pressedAt }));
  });

  it("000-12 a silent head becomes the secretariat's recorded choice after two working days, both times kept", async () => {
    const draftKey = await filledDraft(harness, round.roundKey, homeVisits);
    harness.at("2022-03-31 23:58");
    const applicationKey = good(await send(harness, user, draftKey));
    const secretariat = harness.as("puljesekretariat");
    const press = () => ({ commandKey: harness.press(), applicationKey });
    harness.at("2022-04-04 23:59");
    expect(kindOf(await approveApplication(harness.deps, secretariat, press()))).toBe("head-may-still-answer");
    harness.at("2022-04-05 00:00");
    expect(kindOf(await approveApplication(harness.deps, harness.as("leder.sundhed"), press()))).toBe(
      "approval-deadline-passed",
    );
    const approved = good(await approveApplication(harness.deps, secretariat, press()));
    expect(approved).toMatchObject({
      pressedAt: "2022-03-31T21:58:00.000Z",
      approval: { at: "2022-04-04T22:00:00.000Z", how: "secretariat", by: harness.personKey("puljesekretariat") },
    });
  });

  it("000-19 questions from the head make the draft alive again, and the answer is the next attempt", async () => {
    const draftKey = await filledDraft(harness, round.roundKey, homeVisits);
    const first = good(await send(harness, user, draftKey));
    const questions = "Hvem betaler licenserne efter det første år?";
    const command = { commandKey: harness.press(), applicationKey: first, questions };
    good(await returnApplication(harness.deps, harness.as("leder.sundhed"), command));
    expect(good(draftPage(harness.deps, harness.as(user), draftKey))).toMatchObject({ questions });
    const second = good(await send(harness, user, draftKey));
    expect(second).not.toBe(first);
    expect(harness.deps.records.applications.byKey(second)?.value).toMatchObject({ attempt: 2, number: "FR22-01" });
  });
});

describe("two presses", () => {
  it("T10 sending twice with one press is one application and the same answer", async () => {
    const draftKey = await filledDraft(harness, round.roundKey, homeVisits);
    const command = { commandKey: harness.press(), draftKey, pressedAt: harness.now() };
    const actor = harness.as(user);
    const answers = await Promise.all([1, 2, 3, 4].map(() => submitDraft(harness.deps, actor, command)));
    expect(new Set(answers.map((answer) => good(answer))).size).toBe(1);
    expect(harness.deps.records.applications.all()).toHaveLength(1);
    harness.at("2022-03-18 10:01");
    expect(good(await submitDraft(harness.deps, actor, command))).toBe(good(answers[0] as Result<Key, never>));
  });

  it("T10 beginning twice with one press is one draft", async () => {
    const command = { commandKey: harness.press(), roundKey: round.roundKey, centreKey: undefined };
    const actor = harness.as(user);
    const keys = await Promise.all([1, 2, 3].map(() => createDraft(harness.deps, actor, command)));
    expect(new Set(keys.map((key) => good(key))).size).toBe(1);
    expect(harness.deps.records.drafts.all()).toHaveLength(1);
  });

  it("everybody who begins at the same moment gets a number of their own", async () => {
    const users = ["ansoeger.sundhed", "ansoeger.skole", "ansoeger.hr", "ansoeger.kultur", "ansoeger.teknik"];
    const made = await Promise.all(
      users.map((each) => {
        const command = { commandKey: harness.press(), roundKey: round.roundKey, centreKey: undefined };
        return createDraft(harness.deps, harness.as(each), command);
      }),
    );
    const numbers = made.map((key) => storedDraft(harness, good(key)).number).toSorted();
    expect(numbers).toEqual(["FR22-01", "FR22-02", "FR22-03", "FR22-04", "FR22-05"]);
  });

  it("T08 two windows that write in different fields both keep their words", async () => {
    const draftKey = await filledDraft(harness, round.roundKey, homeVisits);
    const actor = harness.as(user);
    const { stamps } = storedDraft(harness, draftKey);
    const [title, effect] = await Promise.all([
      saveDraft(harness.deps, actor, { draftKey, changes: { title: "Ny titel" }, base: stamps }),
      saveDraft(harness.deps, actor, { draftKey, changes: { effect: "Ny effekt" }, base: stamps }),
    ]);
    good(title);
    good(effect);
    expect(storedDraft(harness, draftKey).fields).toMatchObject({ title: "Ny titel", effect: "Ny effekt" });
  });

  it("T08 the answer to a save says which words of another window it has written over", async () => {
    const draftKey = await filledDraft(harness, round.roundKey, homeVisits);
    const { stamps } = storedDraft(harness, draftKey);
    harness.setNow(plusMillis(harness.now(), 1000));
    const save = (title: string) =>
      harness.http(user, "PATCH", `/api/drafts/${draftKey}`, { changes: { title }, base: stamps });
    const one = draftSchema.parse((await save("Hendes titel")).body);
    expect([one.overwritten, one.changedElsewhere]).toEqual([{}, []]);
    harness.setNow(plusMillis(harness.now(), 1000));
    const two = draftSchema.parse((await save("Min titel")).body);
    expect([two.overwritten, two.changedElsewhere]).toEqual([{ title: "Hendes titel" }, ["title"]]);
    const page = draftSchema.parse((await harness.http(user, "GET", `/api/drafts/${draftKey}`)).body);
    expect([page.overwritten, page.fields.title]).toEqual([{}, "Min titel"]);
  });

  it("T11 approving what was withdrawn meanwhile says so", async () => {
    const draftKey = await filledDraft(harness, round.roundKey, homeVisits);
    const applicationKey = good(await send(harness, user, draftKey));
    good(await approve(harness, applicationKey));
    const again = await approveApplication(harness.deps, harness.as("leder.sundhed"), {
      commandKey: harness.press(),
      applicationKey,
    });
    expect(again).toMatchObject({
      ok: false,
      refusal: { kind: "already-approved", by: harness.personKey("leder.sundhed") },
    });
  });

  it("T18 who is no longer head is refused by the roles of now", async () => {
    const draftKey = await filledDraft(harness, round.roundKey, homeVisits);
    const applicationKey = good(await send(harness, user, draftKey));
    const person = harness.deps.records.persons.byKey(harness.personKey("leder.sundhed"))?.value;
    if (person === undefined) throw new Error("No head");
    good(
      await upsertPerson(harness.deps, {
        commandKey: harness.press(),
        by: "system",
        person: { ...person, active: false },
      }),
    );
    expect(() => harness.as("leder.sundhed")).toThrow("unknown-person");
    expect(harness.deps.records.applications.byKey(applicationKey)?.value.approval).toBeUndefined();
  });
});
