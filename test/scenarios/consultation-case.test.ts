import { beforeEach, describe, expect, it } from "vitest";
import { keyOf } from "#domain/shared/keys.ts";
import { aCase, aRoute, decidedAt } from "#test/builders/cases.ts";
import { councils } from "#use-cases/consultations/councils.ts";
import { createConsultation } from "#use-cases/consultations/create-consultation.ts";
import { editConsultation } from "#use-cases/consultations/edit-consultation.ts";
import { draftConsultation, storyFields } from "./consultation-story.ts";
import { inMemoryRecords } from "./in-memory-records.ts";
import { createWorld, good, kindOf, type World } from "./world.ts";

let world: World;

beforeEach(async () => {
  const { records, basis } = inMemoryRecords();
  world = await createWorld({ records, basis }, "2021-06-16 09:00");
});

const offered = (user = "sagsbehandler") => good(councils(world.deps, world.as(user))).cases;

describe("the case a consultation is about", () => {
  it("001-02 is offered with the meetings around its consultation, decided or not", async () => {
    const undecided = aCase();
    good(await world.deps.records.cases.create(undecided));
    const before = { body: "ØK", meetingOn: "2021-06-15" };
    const next = { body: "ØK", meetingOn: "2021-08-17" };
    const named = { key: undecided.key, number: "21/6103", title: undecided.title, isClosed: false };
    expect(offered()).toEqual([{ ...named, before, next }]);
    const other = decidedAt(aCase({ key: keyOf("decided"), number: "21/9" }), 1, "2021-06-16", "approved");
    good(await world.deps.records.cases.create(other));
    expect(offered().find(({ number }) => number === "21/9")).toMatchObject({
      before: { body: "ØK", meetingOn: "2021-06-16", decidedOn: "2021-06-16" },
      next,
    });
  });

  it("says nothing of meetings where no consultation is on its way; decided and closed ones are not offered", async () => {
    const steps = aRoute("ØK 15-06-2021, KB 24-08-2021");
    good(await world.deps.records.cases.create(aCase({ steps })));
    const [only] = offered();
    expect(only?.before ?? only?.next).toBeUndefined();
    const isOver = aCase({ key: keyOf("over"), closedAt: world.now() });
    good(await world.deps.records.cases.create(isOver));
    expect(offered()).toHaveLength(1);
  });

  it("R-27 is one the officer may read, whoever asks", async () => {
    const closed = aCase({ openness: "closed", alternativeTitle: "En kontrakt", closedReason: "Udbud" });
    good(await world.deps.records.cases.create(closed));
    expect(offered()).toEqual([]);
    expect(offered("udvalgssekretaer")).toMatchObject([{ isClosed: true }]);
    const fields = { ...storyFields, caseKey: closed.key };
    const create = (user: string) =>
      createConsultation(world.deps, world.as(user), { commandKey: world.press(), fields });
    expect(kindOf(await create("sagsbehandler"))).toBe("not-found");
    expect(await create("udvalgssekretaer")).toMatchObject({ ok: true });
    const consultationKey = await draftConsultation(world);
    const edit = { commandKey: world.press(), consultationKey, fields };
    expect(kindOf(await editConsultation(world.deps, world.as("sagsbehandler"), edit))).toBe("not-found");
  });
});
