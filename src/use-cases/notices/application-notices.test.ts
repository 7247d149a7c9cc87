import { beforeEach, describe, expect, it } from "vitest";
import { firstRoundApplications } from "#demo/applications-first-round.ts";
import type { GrantApplication } from "#domain/grants/application.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import { inMemoryRecords } from "#test/scenarios/in-memory-records.ts";
import { filledDraft, openRound, send } from "#test/scenarios/pool-story.ts";
import { createWorld, good, type World } from "#test/scenarios/world.ts";
import { applicationNotices } from "./application-notices.ts";

let world: World;
let application: GrantApplication;

/** Sent and waiting for its head. */
beforeEach(async () => {
  const { records, basis } = inMemoryRecords();
  world = await createWorld({ records, basis });
  const { roundKey } = await openRound(world);
  const [typed] = firstRoundApplications;
  if (typed === undefined) throw new Error("No application");
  const key = good(await send(world, typed.applicant, await filledDraft(world, roundKey, typed)));
  const stored = records.applications.byKey(key)?.value;
  if (stored === undefined) throw new Error("No application");
  application = stored;
});

const applicant = () => firstRoundApplications[0]?.applicant ?? "";
const asSecretary = (user: string): Actor => ({ ...world.as(user), roles: ["secretariat"] });
const kindsFor = (actor: Actor) => applicationNotices(world.deps, actor, application).map(({ kind }) => kind);

describe("who is told to whom messages about an application go", () => {
  it.each(["oekonomi", "suppleant"])("T19 not a secretary who reviews the round blind: %s", (user) => {
    expect(kindsFor(asSecretary(user))).toEqual([]);
  });

  it("the secretariat, and the applicant of her own request, whatever other roles she has", () => {
    const asked = ["approval-request"];
    expect([asSecretary("puljesekretariat"), world.as(applicant()), asSecretary(applicant())].map(kindsFor)).toEqual([
      asked,
      asked,
      asked,
    ]);
  });

  it("no adviser, chair or director, though they may read the notes", () => {
    world.at("2022-04-01 09:00");
    expect(["raadgiver.sikkerhed", "formand.dsg"].map(world.as).map(kindsFor)).toEqual([[], []]);
  });
});
