import { beforeAll, describe, expect, it } from "vitest";
import { type Deliveries, deliveriesSchema } from "#contract/notice-deliveries.ts";
import { aConversation } from "#test/builders/a-conversation.ts";
import { chooseNotices } from "#use-cases/notices/choose-notices.ts";
import { upsertPerson } from "#use-cases/organisation/upsert-person.ts";
import { type Harness, openHarness } from "./harness.ts";
import { type OpenRound, openRound, reviewEverything, sentSpring } from "./pool-story.ts";
import { good } from "./world.ts";

let harness: Harness;
let round: OpenRound;
/** The substitute reviews what a reviewer of the own centre may not. */
const reviewers = ["formand.dsg", "leder.sundhed", "leder.skole", "oekonomi", "tr.boern", "suppleant"];
const nameOf = (user: string): string => harness.deps.records.persons.byKey(harness.personKey(user))?.value.name ?? "";

async function page(user: string): Promise<Deliveries> {
  const { status, body } = await harness.http(user, "GET", "/api/notices/deliveries");
  expect(status).toBe(200);
  return deliveriesSchema.parse(body);
}
const give = async (user: string, roles: readonly ("administrator" | "secretariat")[]) => {
  const { log: _, ...person } = harness.deps.records.persons.byKey(harness.personKey(user))?.value ?? never();
  const command = { commandKey: harness.press(), by: "system" as const };
  good(await upsertPerson(harness.deps, { ...command, person: { ...person, roles: [...person.roles, ...roles] } }));
};
function never(): never {
  throw new Error("No such person");
}
const reached = ({ deliveries }: Deliveries, kind: string) =>
  deliveries.filter((each) => each.kind === kind).map(({ to }) => to);

describe("what was told to whom", () => {
  beforeAll(async () => {
    harness = await openHarness();
    round = await openRound(harness);
    for (const user of [...reviewers, "ansoeger.sundhed"]) {
      const conversation = aConversation(user, harness.personKey(user), harness.now());
      good(await harness.deps.records.conversations.create(conversation));
    }
    await sentSpring(harness, round.roundKey);
    await harness.settle();
  }, 60_000);

  it("B10 is shown to the secretariat and administrators, and to nobody else", async () => {
    for (const user of ["ansoeger.sundhed", "leder.sundhed", "oekonomi", "formand.dsg", "direktion", "sagsbehandler"]) {
      const { status } = await harness.http(user, "GET", "/api/notices/deliveries");
      expect([user, status]).toEqual([user, 403]);
    }
  });

  it("names people, subjects and fates to the secretariat, each with its page", async () => {
    const { deliveries } = await page("puljesekretariat");
    const request = deliveries.find(({ kind, to }) => kind === "review-request" && to === nameOf("oekonomi"));
    expect(request).toMatchObject({ state: "sent", subject: { link: `/rounds/${round.roundKey}` } });
    expect(reached(await page("puljesekretariat"), "review-request").toSorted()).toEqual(
      reviewers.map(nameOf).toSorted(),
    );
    const approved = deliveries.find(
      ({ kind, to }) => kind === "application-approved" && to !== nameOf("ansoeger.sundhed"),
    );
    expect(approved?.state).toBe("no-chat");
    expect(approved?.subject?.number).toMatch(/^FR22-/u);
  });

  it("B10 names no subject to an administrator", async () => {
    const view = await page("administrator");
    expect(view.deliveries.length).toBeGreaterThan(8);
    const all = [...view.deliveries, ...view.tasks];
    expect(all.filter(({ subject }) => subject !== undefined)).toEqual([]);
    expect(view.tasks.filter(({ from }) => from !== undefined)).toEqual([]);
  });

  it("B10 names no other reviewer to who reviews in the blind round, whatever other role, until it is over", async () => {
    await give("oekonomi", ["secretariat", "administrator"]);
    const own = [nameOf("oekonomi")];
    const blind = await page("oekonomi");
    expect(reached(blind, "review-request")).toEqual(own);
    expect(blind.tasks.filter(({ kind }) => kind === "review-request").map(({ to }) => to)).toEqual(own);
    expect(reached(blind, "application-approved")).toEqual([]);
  });

  it("says who waits for whom, for how long and until when, and of what is told in the tab only", async () => {
    const actor = { personKey: harness.personKey("tr.boern") };
    const command = { commandKey: harness.press(), modes: { reminders: "tab" }, hours: undefined } as const;
    good(await chooseNotices(harness.deps, actor, command));
    harness.at("2022-04-06 09:00");
    const { deliveries, tasks } = await page("puljesekretariat");
    const reviews = tasks.filter(({ kind }) => kind === "review-request");
    expect(reviews).toHaveLength(reviewers.length);
    expect(reviews[0]).toMatchObject({ days: 5, deadline: "2022-04-20T22:00:00.000Z" });
    const reminders = deliveries.filter(({ kind }) => kind === "review-reminder");
    expect(reminders.map(({ to, state }) => [to, state])).toContainEqual([nameOf("tr.boern"), "tab-only"]);
  });

  it("shows what was done about it, and then nobody waits", async () => {
    await reviewEverything(harness, round);
    const { deliveries, tasks } = await page("puljesekretariat");
    const requests = deliveries.filter(({ kind }) => kind === "review-request");
    expect(requests.every(({ answeredAt }) => answeredAt !== undefined)).toBe(true);
    expect(tasks.filter(({ kind }) => kind === "review-request")).toEqual([]);
  });

  it("costs no Graph request", async () => {
    harness.forgetGraph();
    await page("puljesekretariat");
    expect(harness.graph).toEqual([]);
  });
});
