import { expect, it } from "vitest";
import { applicationSchema } from "#contract/applications.ts";
import { draftSchema } from "#contract/drafts.ts";
import { firstRoundApplications } from "#demo/applications-first-round.ts";
import type { DemoApplication } from "#demo/demo-application.ts";
import { notCprMarks } from "#domain/grants/draft-cpr.ts";
import type { Key } from "#domain/shared/keys.ts";
import { openHarness } from "#test/scenarios/harness.ts";
import { filledDraft, openRound, send } from "#test/scenarios/pool-story.ts";
import { good } from "#test/scenarios/world.ts";
import { returnApplication } from "./return-application.ts";

it("an answer is saved with the draft, kept in SharePoint, and told to the head; the next question begins blank", async () => {
  const [{ applicant, ...rest }] = firstRoundApplications as readonly [DemoApplication];
  const harness = await openHarness();
  const round = await openRound(harness);
  const draftKey = await filledDraft(harness, round.roundKey, { applicant, ...rest });
  const ask = async (minute: string): Promise<void> => {
    const applicationKey = good(await send(harness, applicant, draftKey));
    harness.at(minute);
    const command = { commandKey: harness.press(), applicationKey, questions: "Hvem betaler?" };
    good(await returnApplication(harness.deps, harness.as("leder.sundhed"), command));
  };
  const save = async (changes: Readonly<Record<string, unknown>>) =>
    draftSchema.parse((await harness.http(applicant, "PATCH", `/api/drafts/${draftKey}`, { changes, base: {} })).body);
  const page = async (key: Key) =>
    applicationSchema.parse((await harness.http("leder.sundhed", "GET", `/api/applications/${key}`)).body);

  await ask("2022-03-18 11:00");
  harness.at("2022-03-18 11:30");
  const number = "Ring 010190-1234";
  expect((await save({ answer: number })).notStored).toEqual(["answer"]);
  await save({ answer: number, notCpr: notCprMarks("answer", number) });
  const saved = await save({ answer: "Centret betaler." });
  expect([saved.fields.answer, saved.questions, saved.questionsBy !== ""]).toEqual([
    "Centret betaler.",
    "Hvem betaler?",
    true,
  ]);
  good(await harness.sharePoint.refreshAll());
  await ask("2022-03-18 12:00");
  expect((await save({})).fields.answer).toBe("");
  harness.at("2022-03-18 12:30");
  expect((await save({ answer: "Centret betaler." })).fields.answer).toBe("Centret betaler.");
  const third = good(await send(harness, applicant, draftKey));
  good(await harness.sharePoint.refreshAll());
  const told = await page(third);
  expect(told.answer).toBe("Centret betaler.");
  expect(told.timeline.map(({ data }) => data["answer"])).toEqual([
    undefined,
    undefined,
    "Centret betaler.",
    undefined,
    "Centret betaler.",
  ]);
});
