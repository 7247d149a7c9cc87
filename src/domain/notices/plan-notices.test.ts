import { describe, expect, it } from "vitest";
import { plusDays, plusMillis } from "#domain/shared/dates.ts";
import { anActionItem, updatedAt } from "#test/builders/action-plans.ts";
import { at, day } from "#test/builders/clock.ts";
import { aKey } from "#test/builders/keys.ts";
import { anOrganisation, aPerson, people } from "#test/builders/organisation.ts";
import { planNotices, stillAsks } from "./plan-notices.ts";

const organisation = anOrganisation();
const asked = (item = anActionItem(), now = updatedAt, of = organisation) => planNotices([item], of, now);
const later = (days: number) => plusMillis(updatedAt, days * 86_400_000);

describe("the card about an item nobody has spoken of", () => {
  it("is due to the owner after two months, in sending hours, and once more for each two months of silence", () => {
    const [first] = asked();
    // 1 March and 60 days is Saturday 30 April: it comes on Monday morning.
    expect(plusDays(day("2022-03-01"), 60)).toBe("2022-04-30");
    expect(first).toMatchObject({
      kind: "stale-item",
      recipientKey: people.applicant.key,
      dueAt: "2022-05-02T05:00:00.000Z",
    });
    expect(asked(anActionItem(), later(119))[0]?.key).toBe(first?.key);
    const [second] = asked(anActionItem(), later(121));
    expect(second?.key).not.toBe(first?.key);
    expect(second && first && second.dueAt > first.dueAt && first.expiresAt <= second.dueAt).toBe(true);
  });

  it("is no more once somebody has said how it goes, and begins anew from there", () => {
    const [first] = asked();
    const told = anActionItem({ updatedAt: later(61) });
    expect(first && stillAsks(anActionItem(), first, later(70))).toBe(true);
    expect(first && stillAsks(told, first, later(70))).toBe(false);
    expect(first && stillAsks(anActionItem({ status: "done" }), first, later(70))).toBe(false);
    expect(asked(told, later(61))[0]?.key).not.toBe(first?.key);
  });

  it("goes to the head of the centre where the owner has left or there is none; nobody is asked of what is over", () => {
    const left = anOrganisation(aPerson({ ...people.applicant, active: false }));
    expect(asked(anActionItem(), updatedAt, left)[0]?.recipientKey).toBe(people.head.key);
    expect(asked(anActionItem({ ownerKey: undefined }))[0]?.recipientKey).toBe(people.head.key);
    expect(asked(anActionItem({ ownerKey: undefined, centreKey: aKey("It") }))).toEqual([]);
    for (const status of ["idea", "done", "stopped"] as const) expect(asked(anActionItem({ status }))).toEqual([]);
  });

  it("is the same on every run", () => {
    expect(asked(anActionItem(), at("2022-06-01T08:00:00.000Z"))).toEqual(
      asked(anActionItem(), at("2022-06-01T09:00:00.000Z")),
    );
  });
});
