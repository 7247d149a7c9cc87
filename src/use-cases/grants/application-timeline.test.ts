import { expect, it } from "vitest";
import { applicationSchema } from "#contract/applications.ts";
import { firstRoundApplications } from "#demo/applications-first-round.ts";
import type { DemoApplication } from "#demo/demo-application.ts";
import { openHarness } from "#test/scenarios/harness.ts";
import { filledDraft, openRound, send } from "#test/scenarios/pool-story.ts";
import { good } from "#test/scenarios/world.ts";
import { approveApplication } from "./approve-application.ts";
import { returnApplication } from "./return-application.ts";

const [homeVisits] = firstRoundApplications as readonly [DemoApplication];

it("keeps every question on the timeline after the application has come again: who, when and the text", async () => {
  const harness = await openHarness();
  const round = await openRound(harness);
  const draftKey = await filledDraft(harness, round.roundKey, homeVisits);
  const ask = async (minute: string, questions: string): Promise<void> => {
    const applicationKey = good(await send(harness, homeVisits.applicant, draftKey));
    harness.at(minute);
    const command = { commandKey: harness.press(), applicationKey, questions };
    good(await returnApplication(harness.deps, harness.as("leder.sundhed"), command));
  };
  await ask("2022-03-18 11:00", "Hvem betaler licenserne?");
  await ask("2022-03-18 12:00", "Og driften?");
  harness.at("2022-03-18 13:00");
  const key = good(await send(harness, homeVisits.applicant, draftKey));
  for (const user of [homeVisits.applicant, "leder.sundhed"]) {
    const page = applicationSchema.parse((await harness.http(user, "GET", `/api/applications/${key}`)).body);
    const told = page.timeline.map(({ at, action, who, data }) => [at, action, who !== undefined, data["questions"]]);
    expect(told).toMatchObject([
      [expect.any(String), "submitted", true, undefined],
      ["2022-03-18T10:00:00.000Z", "returned", true, "Hvem betaler licenserne?"],
      [expect.any(String), "submitted", true, undefined],
      ["2022-03-18T11:00:00.000Z", "returned", true, "Og driften?"],
      ["2022-03-18T12:00:00.000Z", "submitted", true, undefined],
    ]);
  }
});

it("leads from an attempt that came back to the newest one, for those who may see that", async () => {
  const harness = await openHarness();
  const round = await openRound(harness);
  const draftKey = await filledDraft(harness, round.roundKey, homeVisits);
  const first = good(await send(harness, homeVisits.applicant, draftKey));
  const asked = { commandKey: harness.press(), applicationKey: first, questions: "Hvem betaler licenserne?" };
  good(await returnApplication(harness.deps, harness.as("leder.sundhed"), asked));
  const newerFor = async (user: string, key: string) =>
    applicationSchema.parse((await harness.http(user, "GET", `/api/applications/${key}`)).body).newerKey;
  expect(await newerFor(homeVisits.applicant, first)).toBeUndefined();
  const second = good(await send(harness, homeVisits.applicant, draftKey));
  expect(await newerFor(homeVisits.applicant, first)).toBe(second);
  expect(await newerFor("leder.sundhed", first)).toBe(second);
  expect(await newerFor("leder.sundhed", second)).toBeUndefined();
});

it("B10 tells another centre of the attempt its head approved, not of amounts that came before", async () => {
  const harness = await openHarness();
  const round = await openRound(harness);
  const draftKey = await filledDraft(harness, round.roundKey, homeVisits);
  const first = good(await send(harness, homeVisits.applicant, draftKey));
  const asked = { commandKey: harness.press(), applicationKey: first, questions: "Kan det gøres billigere?" };
  good(await returnApplication(harness.deps, harness.as("leder.sundhed"), asked));
  harness.at("2022-03-18 13:00");
  const key = good(await send(harness, homeVisits.applicant, draftKey));
  good(
    await approveApplication(harness.deps, harness.as("leder.sundhed"), {
      commandKey: harness.press(),
      applicationKey: key,
    }),
  );
  const actionsFor = async (user: string) => {
    const page = applicationSchema.parse((await harness.http(user, "GET", `/api/applications/${key}`)).body);
    return page.timeline.map(({ action }) => action);
  };
  expect(await actionsFor("leder.skole")).toEqual(["submitted", "approved"]);
  expect(await actionsFor(homeVisits.applicant)).toEqual(["submitted", "returned", "submitted", "approved"]);
});
