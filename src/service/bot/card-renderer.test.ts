import { describe, expect, it } from "vitest";
import { lintCard } from "#cards/card-lint.ts";
import type { GrantApplication } from "#domain/grants/application.ts";
import type { GrantPool } from "#domain/grants/grant-pool.ts";
import type { Review } from "#domain/grants/review.ts";
import type { Notice } from "#domain/notices/notice.ts";
import { decisionRequestKey } from "#domain/notices/project-notices.ts";
import { OUTSIDE_EDIT } from "#domain/projections/outside-edit.ts";
import type { Instant } from "#domain/shared/dates.ts";
import { appendLog, auditKey, emptyLog } from "#domain/shared/log.ts";
import { kr } from "#domain/shared/money.ts";
import { springClock } from "#test/builders/clock.ts";
import { aLine, anApplication, anAward, aPool, aRecommendation, aReview, aRound } from "#test/builders/grants.ts";
import { aKey } from "#test/builders/keys.ts";
import { centres, people } from "#test/builders/organisation.ts";
import { inMemoryRecords } from "#test/scenarios/in-memory-records.ts";
import type { RenderedCard } from "#use-cases/ports/card-renderer.ts";
import { createCardRenderer } from "./card-renderer.ts";

const render = createCardRenderer("app-id");
const application = anApplication();
const round = aRound();

interface Given {
  readonly applications?: readonly GrantApplication[];
  readonly reviews?: readonly Review[];
  readonly pool?: Partial<GrantPool>;
  readonly now?: Instant;
}

async function card(notice: Partial<Notice> & Pick<Notice, "kind" | "recipientKey" | "subjectKey">, given: Given = {}) {
  const { records } = inMemoryRecords();
  for (const centre of centres) await records.centres.create(centre);
  for (const person of Object.values(people)) await records.persons.create(person);
  await records.pools.create(aPool(given.pool));
  for (const each of given.applications ?? [application]) await records.applications.create(each);
  for (const each of given.reviews ?? []) await records.reviews.create(each);
  const subject = { key: aKey("notice"), part: "", ...notice };
  return render(subject, records, "da", given.now ?? springClock.reviewing);
}

function answerable(rendered: RenderedCard | undefined): boolean | undefined {
  if (rendered !== undefined) expect(lintCard(JSON.parse(rendered.cardJson))).toEqual([]);
  return rendered?.answerable;
}

describe("createCardRenderer", () => {
  const waiting = anApplication({ approval: undefined });
  const toHead = { kind: "approval-request", recipientKey: people.head.key, subjectKey: waiting.key } as const;

  it("lets a head answer until somebody has, or the time is up", async () => {
    const now = springClock.open;
    expect(answerable(await card(toHead, { applications: [waiting], now }))).toBe(true);
    expect(answerable(await card(toHead, { now }))).toBe(false);
    expect(answerable(await card(toHead, { applications: [waiting], now: springClock.approvalOver }))).toBe(false);
  });

  it("T48 counts what it stands for on a digest, with nothing to press but the way to Fremdrift", async () => {
    const rendered = await card({ ...toHead, subjectKey: people.head.key, part: "digest:12" });
    expect(answerable(rendered)).toBe(false);
    expect(rendered?.cardJson).toContain("12 ansøgninger er sendt til godkendelse hos dig");
    expect(rendered?.cardJson).not.toContain("Action.Execute");
  });

  it("takes the card from somebody who heads the centre no longer", async () => {
    const rendered = await card(
      { ...toHead, recipientKey: people.colleague.key },
      { applications: [waiting], now: springClock.open },
    );
    expect(answerable(rendered)).toBe(false);
    expect(rendered?.cardJson).not.toContain(waiting.title);
  });

  const toReviewer = { kind: "review-request", recipientKey: people.economist.key, subjectKey: round.key } as const;

  it("lets a reviewer answer, and change what is given, until the round is put up for decision", async () => {
    expect(answerable(await card(toReviewer))).toBe(true);
    expect(answerable(await card(toReviewer, { reviews: [aReview()] }))).toBe(true);
    const pool = { recommendations: [aRecommendation([aLine(application)])] };
    expect(answerable(await card(toReviewer, { pool }))).toBe(false);
  });

  it("shows somebody who does not review nothing of the applications", async () => {
    const rendered = await card({ ...toReviewer, recipientKey: people.colleague.key });
    expect(answerable(rendered)).toBe(false);
    expect(rendered?.cardJson).not.toContain(application.title);
  });

  it("closes the decider's card with the decision, and with the list's withdrawal", async () => {
    const recommendation = aRecommendation([aLine(application)]);
    const [packet] = recommendation.packets;
    if (packet === undefined) throw new Error("no packet");
    const toChair = {
      key: decisionRequestKey(recommendation, packet),
      kind: "decision-request",
      recipientKey: people.chair.key,
      subjectKey: round.key,
      part: "chair",
    } as const;
    const open = { recommendations: [recommendation] };
    const now = springClock.deciding;
    expect(answerable(await card(toChair, { pool: open, now }))).toBe(true);
    const packets = recommendation.packets.map((packet) => ({ ...packet, decidedAt: now }));
    const decided = { recommendations: [{ ...recommendation, packets }], awards: [anAward(application)] };
    expect(answerable(await card(toChair, { pool: decided, now }))).toBe(false);
    expect(answerable(await card(toChair, { now }))).toBe(false);
    const earlier = await card({ ...toChair, key: aKey("an earlier list") }, { pool: open, now });
    expect(answerable(earlier)).toBe(false);
    expect(earlier?.cardJson).toContain("Indstillingen er trukket tilbage");
    expect(answerable(await card({ ...toChair, recipientKey: people.deputy.key }, { pool: open, now }))).toBe(false);
  });

  it("asks for an answer to an award, never to a rejection", async () => {
    const toApplicant = { kind: "outcome", recipientKey: people.applicant.key, subjectKey: application.key } as const;
    const now = springClock.deciding;
    expect(answerable(await card(toApplicant, { pool: { awards: [anAward(application)] }, now }))).toBe(true);
    const rejection = anAward(application, { outcome: "rejection", amountOere: kr(0) });
    expect(answerable(await card(toApplicant, { pool: { awards: [rejection] }, now }))).toBe(false);
    expect(await card(toApplicant, { now })).toBeUndefined();
  });

  it("keeps the questions open until they are answered", async () => {
    const returned = { at: springClock.open, by: people.head.key, questions: "Hvem betaler driften?" };
    const first = anApplication({ approval: undefined, returned });
    const toApplicant = {
      kind: "application-returned",
      recipientKey: people.applicant.key,
      subjectKey: first.key,
    } as const;
    const now = springClock.open;
    expect(answerable(await card(toApplicant, { applications: [first], now }))).toBe(true);
    const second = anApplication({ attempt: 2, approval: undefined });
    expect(answerable(await card(toApplicant, { applications: [first, second], now }))).toBe(false);
  });

  it("tells the applicant who approved and what happens next, and asks for nothing", async () => {
    const toApplicant = {
      kind: "application-approved",
      recipientKey: people.applicant.key,
      subjectKey: application.key,
    } as const;
    const approved = await card(toApplicant);
    expect(answerable(approved)).toBe(false);
    expect(approved?.cardJson).toContain("Din leder har godkendt ansøgningen");
    expect(approved?.cardJson).toContain(people.head.name);
    expect(approved?.cardJson).toContain("Bedømmerne læser den senest 20. april 2022.");
    const waiting = anApplication({ approval: undefined });
    expect(await card(toApplicant, { applications: [waiting] })).toBeUndefined();
    const withdrawn = anApplication({ withdrawnAt: springClock.open });
    const gone = await card(toApplicant, { applications: [withdrawn] });
    expect(gone?.cardJson).toContain("siden trukket tilbage");
    expect(gone?.cardJson).not.toContain("Bedømmerne læser");
  });

  it("T42 tells in the notification that an own row stays, also when one card counts them", async () => {
    const { records } = inMemoryRecords();
    const subjectKey = aKey("an edit");
    const tell = (part: string) =>
      render(
        { key: aKey("notice"), kind: "edit-put-back", recipientKey: people.head.key, subjectKey, part },
        records,
        "da",
        springClock.open,
      );
    const line = { at: springClock.open, by: people.head.key, commandKey: subjectKey, action: "open-row-kept" };
    const detail = { kind: "own-row", answer: "kept", listTitle: "Puljeansøgninger", rows: 1 };
    const [logged] = appendLog(emptyLog, { ...line, detail }).tail;
    if (logged === undefined) throw new Error("No line");
    const key = auditKey(subjectKey, 1);
    await records.audit.create({ ...logged, key, recordKey: subjectKey, recordKind: OUTSIDE_EDIT });
    expect([tell("own-row")?.summary, tell("digest:6:own-row")?.summary]).toEqual([
      "Din egen række i SharePoint bliver stående",
      "Dine egne rækker i SharePoint bliver stående",
    ]);
    expect(tell("digest:6:own-row")?.cardJson).not.toContain("sat tilbage");
    expect(tell("digest:6")?.summary).toBe("Rettelser i SharePoint er sat tilbage");
  });

  it("says nothing of the content in a notification, and knows nothing of records that are gone", async () => {
    const rendered = await card(toReviewer);
    expect(rendered?.summary).toBe("Ansøgninger venter på din bedømmelse");
    for (const kind of [
      "approval-request",
      "review-reminder",
      "application-returned",
      "application-approved",
      "decision-request",
      "recommendation-sent-back",
      "outcome",
      "edit-put-back",
      "consultation-request",
      "consultation-reminder",
      "consultation-answer",
      "consultation-closed",
    ] as const) {
      expect(await card({ ...toReviewer, kind, subjectKey: aKey("nothing") })).toBeUndefined();
    }
  });
});
