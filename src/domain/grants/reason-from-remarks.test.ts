import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anApplication, aReview, criteria, someAnswers } from "#test/builders/grants.ts";
import { people } from "#test/builders/organisation.ts";
import { reasonFromRemarks } from "./reason-from-remarks.ts";
import type { Review } from "./review.ts";

const line = { application: anApplication() };
const [chair, economist, spokesman] = [people.chair, people.economist, people.spokesman];
const names = [chair, economist, spokesman].map(({ name }) => name);

const review = (reviewerKey: typeof chair.key, remarks: Readonly<Record<string, string>>): Review =>
  aReview({ reviewerKey, answers: someAnswers(undefined, { remarks }) });
const draft = (reviews: readonly Review[], proposed = "Rammen rakte ikke."): string | undefined =>
  reasonFromRemarks(line, proposed, reviews, criteria, names);

describe("a reason drafted from the reviewers' remarks", () => {
  it("000-18 stands criterion by criterion after the proposed wording, each remark once and as a sentence", () => {
    const reviews = [
      review(chair.key, { K3: "Stor gavn for borgeren", K1: "Synligt for mange!" }),
      review(economist.key, { K1: "Kun én enhed er med", K3: "Stor gavn for borgeren." }),
    ];
    expect(draft(reviews)).toBe(
      "Rammen rakte ikke.\n\nKriterium K1: Kun én enhed er med. Synligt for mange!\n\nKriterium K3: Stor gavn for borgeren.",
    );
  });

  it("is the same text whoever said what, and whoever gave the review first", () => {
    const one = [review(chair.key, { K1: "Alfa" }), review(economist.key, { K1: "Beta" })];
    const other = [review(spokesman.key, { K1: "Beta" }), review(chair.key, { K1: "Alfa" })];
    expect(draft(one)).toBe(draft(other));
  });

  it.each([
    ["what looks like a CPR number", "Ring til 010190-1234"],
    ["another application", "Svagere end FR22-04"],
    ["a reviewer by first name", "Enig med Frida"],
    ["a reviewer in the genitive", "Jf. fridas bemærkning"],
    ["a reviewer by last name", "Se Økonoms regnskab"],
    ["nothing but space", " \n "],
  ])("R-08 leaves out a remark with %s", (_what, remark) => {
    expect(draft([review(chair.key, { K1: remark })])).toBeUndefined();
    expect(draft([review(chair.key, { K1: remark, K2: "Godt" })])).toBe("Rammen rakte ikke.\n\nKriterium K2: Godt.");
  });

  it.each(["fr22-07", "FR 22-07", "fr 22-07", "EF 26-02", "Fr\u00a022\u201307"])(
    "R-08 leaves out a remark with another application's number as %s",
    (number) => {
      expect(draft([review(chair.key, { K1: `Svagere end ${number}` })])).toBeUndefined();
    },
  );

  it.each(["FR22-01 er moden.", "fr 22-01 er moden.", "Når ud på 10-15 borgere.", "Uge 22-23 er for kort."])(
    "lets a remark name the application itself, and figures: %s",
    (remark) => {
      expect(draft([review(chair.key, { K1: remark })])).toContain(remark);
    },
  );

  const named = (name: string, remark: string) =>
    reasonFromRemarks(line, "", [review(chair.key, { K1: remark })], criteria, [name]);

  it.each([
    ["Anne-Marie Bach-Nielsen", "Enig med Anne-Marie"],
    ["Anne-Marie Bach-Nielsen", "Se nielsens regnskab"],
    ["Anne-Marie Bach-Nielsen", "Jf. Bach"],
    ["Bo Lind", "Enig med Bo"],
    ["Bo Lind", "Bos bemærkning er rigtig"],
    ["Ea-Li Holm", "Spørg Li"],
    ["Rene\u0301 Holm", "Som René siger"],
  ])("R-08 leaves out a remark that names %s: %s", (name, remark) => {
    expect(named(name, remark)).toBeUndefined();
  });

  it.each([
    ["Bo Lind", "Flere kan bo hjemme"],
    ["Jens I. Holm", "I år er rammen lille"],
    ["Karen de Vito", "De søger for sent"],
  ])("keeps a remark with words that are no name of %s: %s", (name, remark) => {
    expect(named(name, remark)).toContain(remark);
  });

  it("R-08 no part of a reviewer's name of three letters or more survives in any spelling or place", () => {
    const part = fc.stringMatching(/^[A-ZÆØÅ][a-zæøå]{2,7}$/u);
    const name = fc.array(part, { minLength: 1, maxLength: 4 });
    const spelling = fc.constantFrom(
      (word: string) => word,
      (word: string) => word.toLowerCase(),
      (word: string) => word.toUpperCase(),
      (word: string) => `${word}s`,
      (word: string) => `${word}'s`,
      (word: string) => `-${word}-`,
    );
    const joint = fc.constantFrom(" ", "-", "–", ". ");
    const around = fc.constantFrom("", "Enig med ", "(", "1", "KLE/");
    fc.assert(
      fc.property(name, joint, spelling, around, fc.nat(), (parts, between, spell, before, at) => {
        const told = parts[at % parts.length] ?? "";
        expect(named(parts.join(between), `${before}${spell(told)}`)).toBeUndefined();
      }),
    );
  });

  it("never takes what a reviewer wrote as overall reason", () => {
    const secret = aReview({ answers: someAnswers(undefined, { remarks: {}, reason: "Kun til udvalget" }) });
    expect(draft([secret])).toBeUndefined();
  });

  it("begins an award with why it is supported", () => {
    expect(draft([review(chair.key, { K1: "Godt" })], "")).toMatch(
      /^Projektet er blandt de bedst egnede i runden\.\n\n/u,
    );
  });

  it("T26 leaves out whole remarks, so that the reason keeps its limit", () => {
    const long = review(chair.key, { K1: "a".repeat(1500), K2: "b".repeat(1500), K3: "Kort" });
    const text = draft([long]) ?? "";
    expect(text.length).toBeLessThanOrEqual(2000);
    expect(text).toContain(`${"a".repeat(1500)}.`);
    expect(text).not.toContain("bb");
    expect(text).toMatch(/Kort\.$/u);
  });
});
