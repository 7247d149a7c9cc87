import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aKey } from "#test/builders/keys.ts";
import { parseCardAction, parseSubmittedCard } from "./card-command.ts";
import { cutText } from "./cut-text.ts";
import { tabLink } from "./tab-link.ts";

const applicationKey = aKey("application");
const roundKey = aKey("round");
const press = (verb: string, data: unknown) => parseCardAction({ action: { type: "Action.Execute", verb, data } });

describe("parseCardAction", () => {
  it("reads inputs as the texts they are, and passes over what is empty or not ours", () => {
    const data = {
      roundKey,
      applicationKey,
      revision: 3,
      "score-K1": "5",
      "score-K2": "",
      "remark-K1": "Fordi",
      support: "support-partly",
      reason: "Et godt projekt",
      recusalReason: "ikke sendt",
      somethingElse: { nested: true },
    };
    expect(press("review.next", data)).toEqual({
      ok: true,
      value: {
        verb: "review.next",
        roundKey,
        applicationKey,
        revision: 3,
        again: false,
        answers: { scores: { K1: 5 }, remarks: { K1: "Fordi" }, support: "support-partly", reason: "Et godt projekt" },
      },
    });
  });

  it("takes missing inputs as empty ones", () => {
    expect(press("review.previous", { roundKey, applicationKey })).toMatchObject({
      ok: true,
      value: { answers: { scores: {}, remarks: {}, support: undefined, reason: "" }, revision: 0 },
    });
    expect(press("application.return", { applicationKey })).toMatchObject({ ok: true, value: { questions: "" } });
  });

  it("says which input holds a choice that does not exist", () => {
    const data = { roundKey, applicationKey, "score-K1": "6", "score-K2": "1.5", support: "maybe" };
    expect(press("review.next", data)).toMatchObject({
      ok: false,
      refusal: {
        kind: "wrong-input",
        problems: [
          { field: "scores.K1", code: "no-such-choice" },
          { field: "scores.K2", code: "no-such-choice" },
          { field: "support", code: "no-such-choice" },
        ],
      },
    });
  });

  it.each([
    ["an unknown verb", "review.delete", { roundKey, applicationKey }],
    ["a missing key", "application.approve", {}],
    ["a key that is none", "application.approve", { applicationKey: "../../me" }],
    ["an undo of no time", "decision.undo", { roundKey, packet: "chair", decidedAt: 1e18 }],
    ["a packet that does not exist", "decision.decide", { roundKey, recommendationKey: roundKey, packet: "king" }],
    ["a key inside an object", "award.accept", { applicationKey: { $ne: "" } }],
    ["no data", "award.accept", null],
    ["a text as data", "award.accept", "x"],
  ])("refuses %s", (_, verb, data) => {
    expect(press(verb, data)).toEqual({ ok: false, refusal: { kind: "not-a-command" } });
  });

  it("never throws and never lets a foreign key through, whatever arrives", () => {
    fc.assert(
      fc.property(fc.anything(), fc.string(), (anything, verb) => {
        for (const read of [parseCardAction(anything), press(verb, anything), parseSubmittedCard(anything)]) {
          if (read.ok && "applicationKey" in read.value) expect(read.value.applicationKey).toMatch(/^[0-9a-f]{32}$/u);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("leaves the prototypes alone", () => {
    const data: unknown = JSON.parse(
      `{"roundKey":"${roundKey}","applicationKey":"${applicationKey}","remark-__proto__":"x","__proto__":{"polluted":true}}`,
    );
    expect(press("review.next", data).ok).toBe(true);
    expect("polluted" in {}).toBe(false);
  });

  it("reads the message an old client sends instead", () => {
    expect(parseSubmittedCard({ verb: "award.accept", applicationKey, revision: 2, msteams: {} })).toEqual({
      ok: true,
      value: { verb: "award.accept", applicationKey, revision: 2 },
    });
    expect(parseSubmittedCard({ applicationKey }).ok).toBe(false);
  });
});

describe("cutText", () => {
  it("leaves short texts alone and cuts long ones between words", () => {
    expect(cutText("kort", 10)).toBe("kort");
    expect(cutText("et to tre fire fem", 12)).toBe("et to tre…");
    expect(cutText("Sundhedsplejerskeordning", 10)).toBe("Sundhedsp…");
  });

  it("is never longer than asked and never ends inside a character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), fc.integer({ min: 2, max: 40 }), (text, max) => {
        const cut = cutText(text, max);
        expect(cut.length).toBeLessThanOrEqual(max);
        expect(cut.isWellFormed()).toBe(text.isWellFormed());
      }),
    );
  });
});

describe("tabLink", () => {
  it("opens a page of the tab in Teams", () => {
    const url = new URL(tabLink("app-id", "/rounds/k/reviews"));
    expect(url.origin + url.pathname).toBe("https://teams.microsoft.com/l/entity/app-id/fremdrift");
    expect(JSON.parse(url.searchParams.get("context") ?? "")).toEqual({ subEntityId: "/rounds/k/reviews" });
  });
});
