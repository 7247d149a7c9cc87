import { describe, expect, test } from "vitest";
import type { Draft } from "#domain/grants/draft.ts";
import { emptyDraftFields } from "#domain/grants/draft.ts";
import type { Instant } from "#domain/shared/dates.ts";
import { at } from "#test/builders/clock.ts";
import { aKey } from "#test/builders/keys.ts";
import { anActor, people } from "#test/builders/organisation.ts";
import { carriedTexts, needTitle } from "./carry-need.ts";
import type { Need } from "./need.ts";
import { maySeeFinder, maySeeNeed } from "./need-access.ts";
import { needStatus } from "./need-status.ts";
import { editNeed, readAnswers, registerNeed } from "./register-need.ts";
import { closeNeed, nameActionItem, nameApplication } from "./settle-need.ts";
import { supportNeed } from "./support-need.ts";

const now = at("2026-11-23T09:00:00.000Z");
const later = at("2026-11-24T09:00:00.000Z");
const answers = {
  problem: "Borgere skal møde op for at få udleveret et hjælpemiddel. Mange bliver kørt af pårørende.",
  affected: "Ældre borgere uden bil",
  frequency: "daily",
};
const finder = anActor("applicant");
const colleague = anActor("colleague");
const head = anActor("head");
const stranger = anActor("economist");

function aNeed(): Need {
  const made = registerNeed({ commandKey: aKey("press"), answers }, finder, now);
  if (!made.ok) throw new Error("The need of the tests is not registered");
  return made.value;
}

const draftOf = (key: string, discardedAt?: Instant): Draft => ({
  key: aKey(key),
  number: "EF26-07",
  poolKey: aKey("pool"),
  roundKey: aKey("round"),
  ownerKey: finder.personKey,
  centreKey: finder.centreKey,
  fields: emptyDraftFields,
  stamps: {},
  createdAt: now,
  savedAt: now,
  discardedAt,
});

describe("registerNeed", () => {
  test("003-06 is for everybody employed: three answers, stored with centre and time, and approved by nobody", () => {
    const need = aNeed();
    expect(need).toMatchObject({
      ...answers,
      finderKey: finder.personKey,
      centreKey: finder.centreKey,
      registeredAt: now,
    });
    expect(needStatus(need, undefined)).toBe("open");
    expect(need.log.tail.map(({ action }) => action)).toEqual(["need-registered"]);
    // The log tells no word that was typed.
    expect(JSON.stringify(need.log)).not.toContain("hjælpemiddel");
  });

  test("names every answer that is missing, by its field", () => {
    const refused = readAnswers({ problem: " ", affected: "", frequency: "" });
    expect(refused).toMatchObject({
      refusal: {
        problems: [
          { field: "problem", code: "missing" },
          { field: "affected", code: "missing" },
          { field: "frequency", code: "missing" },
        ],
      },
    });
    expect(readAnswers({ ...answers, frequency: "always" })).toMatchObject({
      refusal: { problems: [{ field: "frequency", code: "no-such-choice" }] },
    });
  });

  test.each(["problem", "affected"] as const)("R-08 takes no CPR number in %s", (field) => {
    const refused = readAnswers({ ...answers, [field]: "Fru Holm, 010203-1234, venter" });
    expect(refused).toMatchObject({ refusal: { problems: [{ field, code: "cpr" }] } });
  });
});

describe("editNeed", () => {
  test("is for the finder and the head of the centre, and writes nothing for the same words", () => {
    const need = aNeed();
    const command = { commandKey: aKey("edit"), answers: { ...answers, frequency: "weekly" } };
    expect(editNeed(need, "open", command, finder, later)).toMatchObject({ value: { frequency: "weekly" } });
    expect(editNeed(need, "open", command, head, later).ok).toBe(true);
    expect(editNeed(need, "open", command, colleague, later)).toMatchObject({ refusal: { kind: "not-allowed" } });
    expect(editNeed(need, "open", { ...command, answers }, finder, later)).toEqual({ ok: true, value: need });
  });

  test("is over once something has come of it", () => {
    const closed = { ...aNeed(), outcome: { kind: "closed", reply: "Tak", at: now, by: head.personKey } } as const;
    const command = { commandKey: aKey("edit"), answers };
    expect(editNeed(closed, "closed", command, finder, later)).toMatchObject({
      refusal: { kind: "need-settled", at: now },
    });
  });
});

describe("supportNeed", () => {
  const says = (supports: boolean) => ({ commandKey: aKey(`support ${supports}`), supports });

  test("counts each person once, and can be taken back", () => {
    const once = supportNeed(aNeed(), "open", says(true), colleague, later);
    if (!once.ok) throw new Error("not supported");
    expect(once.value.supports).toEqual([
      { personKey: colleague.personKey, centreKey: colleague.centreKey, at: later },
    ]);
    expect(supportNeed(once.value, "open", says(true), colleague, later)).toEqual(once);
    expect(supportNeed(once.value, "open", says(false), colleague, later)).toMatchObject({ value: { supports: [] } });
  });

  test("is not for the finder, nor for who does not see the need", () => {
    expect(supportNeed(aNeed(), "open", says(true), finder, later)).toMatchObject({ refusal: { kind: "own-need" } });
    expect(supportNeed(aNeed(), "open", says(true), stranger, later)).toMatchObject({
      refusal: { kind: "not-allowed" },
    });
  });
});

describe("what becomes of a need", () => {
  const named = {
    commandKey: aKey("promote"),
    draftKey: aKey("draft"),
    number: "EF26-07",
    writerKey: finder.personKey,
  };

  test("003-07 is one thing: an application, an action item, or a word to the finder", () => {
    const promoted = nameApplication(aNeed(), "open", named, head, later);
    expect(promoted).toMatchObject({
      value: { outcome: { kind: "application", number: "EF26-07", by: head.personKey } },
    });
    if (!promoted.ok) return;
    const status = needStatus(promoted.value, draftOf("draft"));
    expect(status).toBe("application");
    expect(
      nameActionItem(promoted.value, status, { commandKey: aKey("2"), actionItemKey: aKey("item") }, head, later),
    ).toMatchObject({ refusal: { kind: "already-settled", by: head.personKey, at: later } });
    expect(closeNeed(promoted.value, status, { commandKey: aKey("3"), reply: "Nej" }, head, later).ok).toBe(false);
    // The same press again is answered as the first.
    expect(nameApplication(promoted.value, status, named, head, later)).toEqual(promoted);
  });

  test("is decided by who handles the centre's needs", () => {
    const command = { commandKey: aKey("close"), reply: "Det løses med det nye system til foråret." };
    for (const name of ["head", "secretary", "chair"] as const) {
      expect(closeNeed(aNeed(), "open", command, anActor(name), later).ok).toBe(true);
    }
    for (const name of ["applicant", "otherHead", "director", "administrator"] as const) {
      expect(closeNeed(aNeed(), "open", command, anActor(name), later)).toMatchObject({
        refusal: { kind: "not-allowed" },
      });
    }
  });

  test("needs a word to the finder when it is closed", () => {
    expect(closeNeed(aNeed(), "open", { commandKey: aKey("close"), reply: " " }, head, later)).toMatchObject({
      refusal: { kind: "incomplete", problems: [{ field: "reply", code: "missing" }] },
    });
  });

  test("is nothing when the draft was discarded: the need is open again", () => {
    const promoted = nameApplication(aNeed(), "open", named, head, now);
    if (!promoted.ok) throw new Error("not promoted");
    const status = needStatus(promoted.value, draftOf("draft", later));
    expect(status).toBe("open");
    const again = nameApplication(promoted.value, status, { ...named, draftKey: aKey("second") }, head, later);
    expect(again).toMatchObject({ value: { outcome: { draftKey: aKey("second") } } });
  });
});

describe("who sees a need", () => {
  test("is the finder, the finder's centre and those who read all; who found it only who may ask more", () => {
    const need = aNeed();
    const all = Object.keys(people) as (keyof typeof people)[];
    expect(all.filter((name) => maySeeNeed(anActor(name), need))).toEqual([
      "applicant",
      "colleague",
      "head",
      "otherHead",
      "chair",
      "secretary",
      "officer",
      "director",
    ]);
    expect(all.filter((name) => maySeeFinder(anActor(name), need))).toEqual([
      "applicant",
      "head",
      "chair",
      "secretary",
    ]);
  });
});

describe("carriedTexts", () => {
  test("carries the finder's words on, with the first sentence as a title", () => {
    const need = aNeed();
    expect(carriedTexts(need)).toEqual({
      title: "Borgere skal møde op for at få udleveret et hjælpemiddel",
      description: `${answers.problem}\n\nHvem rammer det? Ældre borgere uden bil\nHvor tit? Hver dag`,
    });
  });

  test("cuts a long sentence between words, and none at an abbreviation", () => {
    expect(needTitle({ problem: `Vi mangler bl.a. ${"nøgler og skabe ".repeat(20)}` }, 40)).toBe(
      "Vi mangler bl.a. nøgler og skabe…",
    );
  });
});
