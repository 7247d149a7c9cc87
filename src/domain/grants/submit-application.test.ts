import { describe, expect, it } from "vitest";
import { keyOf } from "#domain/shared/keys.ts";
import { kr } from "#domain/shared/money.ts";
import { at, springClock } from "#test/builders/clock.ts";
import { aDraft, aLine, anApplication, aPool, aRecommendation, aRound, someFields } from "#test/builders/grants.ts";
import { aCommand, aKey } from "#test/builders/keys.ts";
import { aCentre, anActor, people } from "#test/builders/organisation.ts";
import { type ApproveState, approveApplication } from "./approve-application.ts";
import { returnApplication } from "./return-application.ts";
import { type SubmitState, submitApplication } from "./submit-application.ts";
import { withdrawApplication } from "./withdraw-application.ts";

const now = springClock.open;
const centre = aCentre({ headKey: people.head.key });
const applicant = anActor("applicant");
const head = anActor("head");
const secretary = anActor("secretary");
const returned = { at: now, by: people.head.key, questions: "Hvem betaler driften?" };
const recommended = aPool({ recommendations: [aRecommendation([aLine(anApplication())])] });
const byWhom = { by: people.secretary.key, at: springClock.recommending };

const submitState = (overrides: Partial<SubmitState> = {}): SubmitState => ({
  draft: aDraft(),
  pool: aPool(),
  round: aRound(),
  centre,
  attempts: [],
  earlierNumbers: [],
  ...overrides,
});

describe("submitApplication", () => {
  it("000-12 takes what is received at 23.58 and keeps the time", () => {
    const sent = submitApplication(submitState(), aCommand(), applicant, springClock.lastMinute);
    expect(sent).toMatchObject({
      ok: true,
      value: {
        key: keyOf("application", aDraft().key, 1),
        number: "FR22-01",
        attempt: 1,
        requestedOere: kr(95_000),
        pressedAt: springClock.lastMinute,
        approval: undefined,
        log: { tail: [{ action: "submitted", by: people.applicant.key, detail: { attempt: 1, notCpr: "" } }] },
      },
    });
  });

  it("000-12 refuses what is received at 00.00, without grace", () => {
    const closedAt = springClock.closed;
    expect(submitApplication(submitState(), aCommand(), applicant, at("2022-03-31T21:59:59.999Z")).ok).toBe(true);
    expect(submitApplication(submitState(), aCommand(), applicant, closedAt)).toEqual({
      ok: false,
      refusal: { kind: "deadline-passed", closedAt },
    });
  });

  it("000-08 lists what is missing and sends nothing", () => {
    const draft = aDraft({ fields: someFields({ budgetLines: [] }) });
    expect(submitApplication(submitState({ draft }), aCommand(), applicant, now)).toEqual({
      ok: false,
      refusal: { kind: "incomplete", problems: [{ field: "budgetLines", code: "expected-economy-missing", data: {} }] },
    });
  });

  it("makes the second attempt out of a returned one, until the heads' time is up", () => {
    const state = submitState({ attempts: [anApplication({ returned })] });
    const late = at("2022-04-04T21:59:59.999Z");
    expect(submitApplication(state, aCommand(), applicant, late)).toMatchObject({
      ok: true,
      value: { attempt: 2, key: keyOf("application", aDraft().key, 2), number: "FR22-01" },
    });
    expect(submitApplication(state, aCommand(), applicant, springClock.approvalOver)).toEqual({
      ok: false,
      refusal: { kind: "deadline-passed", closedAt: springClock.approvalOver },
    });
  });

  it("is answered from state when it has been handed in", () => {
    const application = anApplication();
    expect(submitApplication(submitState({ attempts: [application] }), aCommand(), applicant, now)).toMatchObject({
      refusal: { kind: "already-submitted", by: people.applicant.key, at: application.pressedAt },
    });
  });

  it("approves in the same create when the applicant heads the centre, and only then", () => {
    const own = aDraft({ ownerKey: people.head.key });
    expect(submitApplication(submitState({ draft: own }), aCommand(), head, now)).toMatchObject({
      ok: true,
      value: { approval: { at: now, by: people.head.key, how: "applicant-is-head" } },
    });
    expect(submitApplication(submitState({ draft: own }), aCommand(), secretary, now)).toMatchObject({
      ok: true,
      value: { applicantKey: people.head.key, approval: undefined },
    });
  });

  it("logs which fields the writer has called no CPR number", () => {
    const draft = aDraft({
      fields: someFields({ notCpr: ["title:0123456789abcdef", "effect:0123456789abcdef", "effect:fedcba9876543210"] }),
    });
    expect(submitApplication(submitState({ draft }), aCommand(), applicant, now)).toMatchObject({
      ok: true,
      value: { log: { tail: [{ detail: { notCpr: "title effect" } }] } },
    });
  });

  it.each([
    ["somebody else's draft", {}, anActor("colleague"), now, { kind: "not-allowed" }],
    [
      "000-11 a centre that is gone",
      { centre: undefined },
      applicant,
      now,
      { kind: "centre-not-eligible", eligibility: "Kommunens egne afdelinger" },
    ],
    [
      "000-07 a round that opens later",
      {},
      applicant,
      springClock.beforeOpening,
      { kind: "round-not-open-yet", opensAt: aRound().opensAt },
    ],
    ["a closed pool", { pool: aPool({ closedAt: now }) }, applicant, now, { kind: "pool-closed", at: now }],
    [
      "a round that is put up for decision",
      { pool: recommended },
      applicant,
      now,
      { kind: "deadline-passed", closedAt: springClock.closed },
    ],
  ] as const)("refuses %s", (_name, overrides, actor, time, refusal) => {
    expect(submitApplication(submitState(overrides), aCommand(), actor, time)).toEqual({ ok: false, refusal });
  });
});

const waiting = anApplication({ approval: undefined });
const state = (overrides: Partial<ApproveState> = {}): ApproveState => ({
  application: waiting,
  pool: aPool(),
  round: aRound(),
  centre,
  ...overrides,
});
const vacant = state({ centre: aCentre() });
const answered = [
  ["withdrawn", state({ application: anApplication({ withdrawnAt: now }) }), { kind: "already-withdrawn", at: now }],
  [
    "returned",
    state({ application: anApplication({ returned }) }),
    { kind: "already-returned", by: people.head.key, at: now },
  ],
  ["put up for decision", state({ pool: recommended }), { kind: "already-recommended", ...byWhom }],
] as const;

describe("approveApplication", () => {
  it("000-12 is the head's until two working days after the round, both times kept", () => {
    const last = at("2022-04-04T21:59:59.999Z");
    expect(approveApplication(state(), aCommand(), head, last)).toMatchObject({
      ok: true,
      value: { pressedAt: waiting.pressedAt, approval: { at: last, by: people.head.key, how: "head" } },
    });
    expect(approveApplication(state(), aCommand(), head, springClock.approvalOver)).toEqual({
      ok: false,
      refusal: { kind: "approval-deadline-passed", deadline: springClock.approvalOver },
    });
  });

  it("000-12 becomes the secretariat's recorded choice for a silent head or a vacant post", () => {
    expect(approveApplication(state(), aCommand(), secretary, now)).toEqual({
      ok: false,
      refusal: { kind: "head-may-still-answer", deadline: springClock.approvalOver },
    });
    const chosen = { ok: true, value: { approval: { by: people.secretary.key, how: "secretariat" } } };
    expect(approveApplication(state(), aCommand(), secretary, springClock.approvalOver)).toMatchObject(chosen);
    expect(approveApplication(vacant, aCommand(), secretary, now)).toMatchObject(chosen);
  });

  it("R-33 is not the secretariat's choice where the secretariat applies itself", () => {
    const own = anApplication({ approval: undefined, applicantKey: people.secretary.key });
    const late = approveApplication(state({ application: own }), aCommand(), secretary, springClock.approvalOver);
    expect(late).toEqual({ ok: false, refusal: { kind: "not-allowed" } });
    expect(approveApplication({ ...vacant, application: own }, aCommand(), secretary, now).ok).toBe(false);
    const asHead = anActor("secretary", { headOf: [own.centreKey] });
    expect(approveApplication(state(), aCommand(), asHead, springClock.approvalOver).ok).toBe(false);
  });

  it("answers a second press, by whomever, with who approved and when", () => {
    const approved = approveApplication(state(), aCommand(), head, now);
    if (!approved.ok) throw new Error("The first press is carried out");
    const refusal = { kind: "already-approved", by: people.head.key, at: now };
    const again = state({ application: approved.value });
    expect(approveApplication(again, aCommand(), head, springClock.lastMinute)).toEqual({ ok: false, refusal });
    expect(approveApplication(again, aCommand("other"), secretary, springClock.lastMinute)).toEqual({
      ok: false,
      refusal,
    });
  });

  it.each(answered)("refuses an application that is %s", (_name, each, refusal) => {
    expect(approveApplication(each, aCommand(), head, now)).toEqual({ ok: false, refusal });
  });

  it.each(["applicant", "otherHead", "administrator"] as const)("is not for %s", (name) => {
    expect(approveApplication(state(), aCommand(), anActor(name), now)).toEqual({
      ok: false,
      refusal: { kind: "not-allowed" },
    });
    expect(approveApplication(vacant, aCommand(), anActor(name), now)).toMatchObject({ ok: false });
  });
});

describe("returnApplication", () => {
  const command = (questions = "Hvem betaler driften?", name = "press") => ({ ...aCommand(name), questions });

  it("asks the head's questions and keeps them", () => {
    const sentBack = returnApplication(state(), command(), head, now);
    expect(sentBack).toMatchObject({ ok: true, value: { returned } });
    if (!sentBack.ok) return;
    const refusal = { kind: "already-returned", by: people.head.key, at: now };
    const again = state({ application: sentBack.value });
    expect(returnApplication(again, command(), head, now)).toEqual({ ok: false, refusal });
    expect(returnApplication(again, command("?", "another"), head, now)).toEqual({ ok: false, refusal });
  });

  it("is open to the secretariat for what is handed in, while the round is open", () => {
    const submitted = state({ application: anApplication() });
    expect(returnApplication(submitted, command(), secretary, now).ok).toBe(true);
    expect(returnApplication(submitted, command(), secretary, springClock.closed)).toEqual({
      ok: false,
      refusal: { kind: "under-review", since: springClock.closed },
    });
    expect(returnApplication({ ...submitted, pool: recommended }, command(), secretary, now)).toEqual({
      ok: false,
      refusal: { kind: "already-recommended", ...byWhom },
    });
  });

  it("is too late for the head once approved", () => {
    expect(returnApplication(state({ application: anApplication() }), command(), head, now)).toMatchObject({
      refusal: { kind: "already-approved", by: people.head.key },
    });
  });

  it("needs a question, and no CPR number in it", () => {
    expect(returnApplication(state(), command(" "), head, now)).toEqual({
      ok: false,
      refusal: { kind: "incomplete", problems: [{ field: "questions", code: "missing", data: {} }] },
    });
    expect(returnApplication(state(), command("Er det 010190-1234?"), head, now)).toMatchObject({
      refusal: { problems: [{ code: "cpr" }] },
    });
  });

  it.each(answered)("refuses an application that is %s", (_name, each, refusal) => {
    expect(returnApplication(each, command(), head, now)).toEqual({ ok: false, refusal });
  });
});

describe("withdrawApplication", () => {
  const withdraw = (application = anApplication(), pool = aPool(), actor = applicant, name = "press") =>
    withdrawApplication({ application, pool }, aCommand(name), actor, now);

  it("takes the application back for the applicant or the head", () => {
    expect(withdraw()).toMatchObject({ ok: true, value: { withdrawnAt: now } });
    expect(withdraw(anApplication(), aPool(), head).ok).toBe(true);
    expect(withdraw(anApplication(), aPool(), secretary)).toEqual({ ok: false, refusal: { kind: "not-allowed" } });
  });

  it("answers a second press with who and when", () => {
    const first = withdraw();
    if (!first.ok) throw new Error("The first press is carried out");
    const refusal = { kind: "already-withdrawn", by: people.applicant.key, at: now };
    expect(withdraw(first.value)).toEqual({ ok: false, refusal });
    expect(withdraw(first.value, aPool(), head, "another")).toEqual({ ok: false, refusal });
    expect(withdraw(anApplication({ withdrawnAt: now }))).toMatchObject({ refusal: { by: undefined } });
  });

  it("is refused when returned, or put up for decision", () => {
    expect(withdraw(anApplication({ returned }))).toMatchObject({ refusal: { kind: "already-returned" } });
    expect(withdraw(anApplication(), recommended)).toEqual({
      ok: false,
      refusal: { kind: "already-recommended", ...byWhom },
    });
    expect(withdraw(anApplication({ roundKey: aKey("another") }), recommended).ok).toBe(true);
  });
});
