import { createRequire } from "node:module";
import type * as AdaptiveCards from "adaptivecards";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkReview } from "#domain/grants/check-review.ts";
import { proposedCriteria } from "#domain/grants/proposed-criteria.ts";
import { plusMillis } from "#domain/shared/dates.ts";
import { fieldProblemCodes, problemAt } from "#domain/shared/field-problem.ts";
import type { Language } from "#domain/shared/language.ts";
import { areaCards, areaData } from "#test/builders/area-cards.ts";
import { anApplication, anAward, aRecusal, aRound } from "#test/builders/grants.ts";
import { people } from "#test/builders/organisation.ts";
import {
  answers,
  application,
  at,
  decision,
  given,
  many,
  poolCards,
  request,
  sentBackList,
  step,
  walkOf,
  wrong,
} from "#test/builders/pool-cards.ts";
import { approvalRequestCard } from "./approval-request-card.ts";
import { approvedCard } from "./approved-card.ts";
import { lintCard } from "./card-lint.ts";
import { cardLimitBytes, utf8Bytes } from "./card-size.ts";
import { decisionCard } from "./decision-card.ts";
import { outcomeCard } from "./outcome-card.ts";
import { returnedCard } from "./returned-card.ts";
import { reviewCard } from "./review-card.ts";
import { reviewClosedCard, reviewListCard } from "./review-list-card.ts";
import type { CardScreen } from "./screen.ts";
import { sentBackCard } from "./sent-back-card.ts";
import { problemText } from "./texts/problem-text.ts";

/** The package's ESM build cannot be loaded by Node, the other one has no types. */
const {
  AdaptiveCard: RenderedCard,
  SerializationContext,
  ValidationPhase,
} = createRequire(import.meta.url)("adaptivecards/dist/adaptivecards.js") as typeof AdaptiveCards;

const appId = "f7e3d1a0-5b2c-4c86-9a41-6d0c2f9b1e02";
const cards = { ...poolCards, ...areaCards };
const languages: readonly Language[] = ["da", "en"];
const everyCard = Object.entries(cards).flatMap(([name, build]) =>
  languages.map((language) => ({ name, language, card: asJson(build({ language, appId })) })),
);

function asJson(card: unknown): Readonly<Record<string, unknown>> {
  const json: unknown = JSON.parse(JSON.stringify(card));
  if (typeof json !== "object" || json === null) throw new Error("not a card");
  return { ...json };
}

/** Everything the reader reads. */
function wordsOf(card: unknown): string[] {
  if (Array.isArray(card)) return card.flatMap(wordsOf);
  if (typeof card !== "object" || card === null) return [];
  return Object.entries(card).flatMap(([name, value]) =>
    ["text", "title", "label", "placeholder", "value", "errorMessage", "fallbackText"].includes(name) &&
    typeof value === "string"
      ? [value]
      : name === "data" || name === "fallback"
        ? []
        : wordsOf(value),
  );
}

describe("every card in every state and language", () => {
  it.each(everyCard)("keeps to Teams' rules and ours: $name ($language)", ({ card }) => {
    expect(lintCard(card)).toEqual([]);
  });

  it.each(everyCard)("is understood by Microsoft's renderer: $name ($language)", ({ card }) => {
    const parsed = new RenderedCard();
    const context = new SerializationContext();
    parsed.parse(card, context);
    const parsing = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index));
    const events = [...parsing, ...parsed.validateProperties().validationEvents].map(
      ({ phase, message }) => `${ValidationPhase[phase]}: ${message}`,
    );
    // The renderer tests "lang" by a regular expression that remembers where it stood: every second one is "invalid".
    expect(events.filter((event) => !/Invalid value "(?:da|en)" for property "lang"/u.test(event))).toEqual([]);
    expect(wordsOf(parsed.toJSON()).length).toBeGreaterThanOrEqual(wordsOf(card["body"]).length);
  });

  it("would be told by the renderer of a wrong choice, an unknown element and an id used twice", () => {
    const body = [
      { type: "TextBlock", text: "x", size: "Enormous" },
      { type: "Fireworks" },
      { type: "Input.Text", id: "a", isRequired: true },
    ];
    const parsed = new RenderedCard();
    const context = new SerializationContext();
    parsed.parse({ type: "AdaptiveCard", version: "1.5", body }, context);
    expect(context.eventCount + parsed.validateProperties().validationEvents.length).toBeGreaterThanOrEqual(3);
  });

  it("speaks its reader's language", () => {
    const danish = /[æøå]|\b(?:og|ikke|er|venter|godkend\w*|afgør\w*|bedøm\w*|svar\w*|beløb)\b/iu;
    for (const { name, card, language } of everyCard) {
      const ours = wordsOf(card).filter((text) => !isData(text));
      const [own] = ours.filter((text) => danish.test(text));
      if (language === "en") expect(own, name).toBeUndefined();
      else expect(own, `${name}: ${ours.join(" | ")}`).toBeDefined();
    }
  });

  it("has a sentence for every problem at a field", () => {
    for (const code of fieldProblemCodes) {
      for (const language of languages) {
        const sentence = problemText(problemAt("x", code, { max: 10, length: 12, min: 5 }), language);
        expect(sentence).toMatch(/^[A-ZÅÆØ].+[.!]$/u);
        expect(sentence).not.toMatch(/undefined|\{|NaN/u);
      }
    }
  });
});

/** What people or the municipality wrote, which is Danish whoever reads it. */
function isData(text: string): boolean {
  const data = [
    ...areaData,
    ...Object.values(answers.remarks),
    answers.reason,
    ...proposedCriteria.flatMap(({ name, anchors }) => [name, ...anchors]),
    application.description,
    application.title,
    application.effect,
    application.operation,
    "Fordi",
    "Hvem betaler",
    "Prøv igen",
    "Ret felterne",
    "er afgivet.",
    "Noteret",
    "overstiger rammen",
    "Forår 2022",
    "Sundhed og Omsorg",
    "Halvt",
    "010180",
    "Skriv **dansk**",
    "Write **English**",
    ...Object.values(people).map(({ name }) => name),
  ];
  return data.some((each) => text.includes(each));
}

describe("T47 sizes", () => {
  const long = 'Sundhedsplejerskeordningskoordinatorens overvejelser om æøå, 🙂 og "citater"\n'.repeat(80);

  it.each(languages)("a review full of long texts stays small (%s)", (language) => {
    const texts = long.slice(0, 790);
    const full = {
      scores: { K1: 1, K2: 2, K3: 5, K4: 1, K5: 2 } as const,
      remarks: Object.fromEntries(proposedCriteria.map(({ code }) => [code, texts])),
      support: "support-partly" as const,
      reason: long.slice(0, 1490),
    };
    const walk = walkOf(many(8, { title: long, description: long, resubmissionOf: long }));
    const item = walk.items[3];
    const problems = proposedCriteria.flatMap(({ code }) => [problemAt(`remarks.${code}`, "cpr")]);
    const card = reviewCard(
      { language, appId },
      step({ walk, ...(item ? { item } : {}), answers: full, problems, centreName: long }),
    );
    const json = JSON.stringify(card);
    expect(new TextEncoder().encode(json).length).toBeLessThanOrEqual(cardLimitBytes);
    expect(lintCard(asJson(card))).toEqual([]);
    expect(json).toContain("…");
    expect(
      JSON.stringify(Object.values(full.remarks).map((remark) => wordsOf(asJson(card)).includes(remark))),
    ).not.toContain("false");
  });

  it("what the tab has stored fits into its fields, however long", () => {
    const stored = { ...answers, remarks: { K1: "a".repeat(2000) }, reason: "b".repeat(1900) };
    const card = asJson(reviewCard({ language: "da", appId }, step({ answers: stored })));
    expect(JSON.stringify(card)).toContain("review.next");
    expect(lintCard(card)).toEqual([]);
  });

  it("a review too long for a chat is sent to the tab, and nothing on the card can overwrite it", () => {
    const huge = {
      ...answers,
      remarks: Object.fromEntries(proposedCriteria.map(({ code }) => [code, "æ".repeat(2000)])),
      reason: "å".repeat(2000),
    };
    const card = asJson(reviewCard({ language: "da", appId }, step({ answers: huge })));
    expect(lintCard(card)).toEqual([]);
    expect(JSON.stringify(card)).toContain("for langt til et kort");
    expect(JSON.stringify(card)).not.toMatch(/Input\.|review\.next/u);
  });

  it("lists and rankings of 500 stay small and say how many are left out", () => {
    const crowd = many(500, { title: long });
    const list = asJson(reviewListCard({ language: "da", appId }, walkOf(crowd), undefined));
    expect(lintCard(list)).toEqual([]);
    expect(JSON.stringify(list)).toMatch(/og \d+ til i Fremdrift/u);
    const ranking = asJson(decisionCard({ language: "da", appId }, { ...decision({}, 500), titleOf: () => long }));
    expect(lintCard(ranking)).toEqual([]);
    expect(JSON.stringify(ranking)).toMatch(/og \d+ ansøgninger til i Fremdrift/u);
  });

  it("tells the lint when a card is too big, unlinked or unlabelled", () => {
    const bad = {
      type: "AdaptiveCard",
      version: "1.6",
      body: [
        { type: "Input.Text", id: "a" },
        { type: "TextBlock", text: "x".repeat(21_000) },
      ],
    };
    expect(lintCard(bad)).toEqual(
      expect.arrayContaining([
        "version is not 1.5",
        "lang is not set",
        "no link into the tab",
        "a has no label",
        "a has no maxLength",
      ]),
    );
    expect(lintCard(bad).join()).toContain("bytes are more than");
  });
});

describe("T25 what people write stays text", () => {
  const payloads = [
    "[klik](javascript:alert(1))",
    "[klik](https://evil.example)",
    "![x](https://evil.example/pixel.png)",
    "<img src=x onerror=alert(1)>",
    "<at>Frida Formand</at>",
    "**fed** _kursiv_ ~~streg~~",
    "| a | b |\n|---|---|",
    "# Overskrift",
    "- punkt\n1. punkt",
    "`kode`",
    '<a href="https://evil.example">x</a>',
    "https://evil.example)](x",
  ];
  it.each(payloads)("%s", (payload) => {
    const evil = anApplication({ title: payload, description: payload, resubmissionOf: payload });
    const returned = { ...evil, returned: { at, by: people.head.key, questions: payload } };
    const screen: CardScreen = { language: "da", appId };
    const named = walkOf([evil]);
    const round = { ...named.state.round, name: payload };
    const walk = { ...named, state: { ...named.state, round } };
    const all = [
      approvalRequestCard(screen, request({ application: evil, applicantName: payload, centreName: payload })),
      approvalRequestCard(screen, request({ state: { kind: "returned", byName: payload, at } })),
      approvedCard(screen, { application: evil, round: aRound(), byName: payload }),
      reviewCard(screen, step({ walk, centreName: payload })),
      reviewListCard(screen, walk, undefined),
      reviewClosedCard(screen, walk, { byName: payload, at }, undefined),
      decisionCard(screen, { ...decision({ recommendedByName: payload, round }), titleOf: () => payload }),
      outcomeCard(screen, {
        application: evil,
        award: anAward(evil, { reason: payload, step: "accepted" }),
        answerBy: at,
        late: false,
        contactName: people.secretary.name,
        answeredByName: payload,
        revision: 0,
      }),
      returnedCard(screen, { application: returned, byName: payload, until: at, state: "open" }),
    ];
    for (const card of all) {
      for (const text of markdownOf(asJson(card))) {
        const links = [...text.matchAll(/\[[^\]]*\]\(([^)]*)\)/gu)].map(([, url]) => url ?? "");
        expect(links.filter((url) => !url.startsWith("https://teams.microsoft.com/l/entity/"))).toEqual([]);
        expect(text).not.toMatch(/<(?:img|at|a)\b/u);
        expect(text).not.toMatch(/!\[[^\]]*\]\(/u);
      }
    }
  });

  it("cuts long texts without cutting a character in two", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), (text) => {
        const card = asJson(
          reviewCard({ language: "da", appId }, step({}, [anApplication({ title: text, description: text })])),
        );
        expect(JSON.stringify(card)).not.toMatch(/\\ud[89a-f]/iu);
      }),
      { numRuns: 50 },
    );
  });
});

/** The texts of a card in which Markdown is live. */
function markdownOf(card: unknown): string[] {
  if (Array.isArray(card)) return card.flatMap(markdownOf);
  if (typeof card !== "object" || card === null) return [];
  const { type, text, facts } = card as {
    type?: unknown;
    text?: unknown;
    facts?: readonly { title: string; value: string }[];
  };
  const own = type === "TextBlock" && typeof text === "string" ? [text] : [];
  const factTexts = type === "FactSet" ? (facts ?? []).flatMap((fact) => [fact.title, fact.value]) : [];
  return [...own, ...factTexts, ...Object.values(card).flatMap(markdownOf)];
}

describe("what each card shows and hides", () => {
  const screen: CardScreen = { language: "da", appId };

  it("the walk leaves out what the reviewer is recused for, and counts without it", () => {
    const own = anApplication({ number: "FR22-02", centreKey: people.economist.centreKey });
    const declared = anApplication({ number: "FR22-03" });
    const walk = walkOf([application, own, declared], [aRecusal({}, declared)]);
    expect(walk.items.map((item) => item.application.number)).toEqual(["FR22-01"]);
    expect(JSON.stringify(reviewCard(screen, step({ walk })))).toContain("1 af 1");
  });

  it("a review shows position, progress, anchors and what was typed", () => {
    const json = JSON.stringify(reviewCard(screen, step({ walk: walkOf(many(8), given.slice(0, 5)), answers })));
    expect(json).toContain("**2 af 8** · 5 af 8 afgivet");
    expect(json).toContain("5 – Alle i målgruppen ser og bruger det");
    expect(json).toContain(`"value":"${answers.reason}"`);
  });

  it("a review that came back says so beside the button, too: the top of a long card is out of sight", () => {
    const back = step({
      answers: wrong,
      problems: checkReview(wrong, proposedCriteria),
      again: true,
      notice: "Ret felterne",
    });
    expect(JSON.stringify(reviewCard(screen, back).body?.slice(-3))).toContain("Ret felterne");
    expect(JSON.stringify(reviewCard(screen, step({ answers })).body?.slice(-3))).not.toContain("Ret felterne");
  });

  it("a review says beside the button which application it is, and what became of the one before", () => {
    const next = step({ notice: "FR22-01 er afgivet." });
    const { number, title } = next.item.application;
    const foot = JSON.stringify(reviewCard(screen, next).body?.slice(-3));
    expect(foot).toContain("FR22-01 er afgivet.");
    expect(foot).toContain(`Du er nu ved ${number}`);
    expect(foot).toContain(title.slice(0, 20));
  });

  it("each card has at most one act drawn as what it is for, and a card that only informs has none", () => {
    const positive = '"style":"positive"';
    const informing = everyCard.filter(({ name }) =>
      /^(?:closed|decision (?:already )?decided|decision withdrawn|review list done|welcome|help|message)/u.test(name),
    );
    expect(informing.length).toBeGreaterThan(10);
    for (const { name, card } of informing) expect(JSON.stringify(card), name).not.toContain(positive);
    const acting = everyCard.filter(({ name }) => /^(?:review (?:empty|first|begun|list half)|decision)$/u.test(name));
    expect(acting).toHaveLength(10);
    for (const { name, card } of acting) expect(JSON.stringify(card), name).toContain(positive);
  });

  it("R-08 a reason that held a CPR number comes back without it, for the decider to read and send again", () => {
    const json = JSON.stringify(
      decisionCard(
        screen,
        decision({ attempt: { reason: "Journal 010180-1234", problems: [problemAt("reason", "cpr")] } }),
      ),
    );
    expect(json).not.toContain("010180");
    expect(json).toContain("Et CPR-nummer er fjernet af begrundelsen.");
    expect(JSON.stringify(sentBackCard(screen, sentBackList()))).not.toContain("010180");
  });

  it("a list can go back while no part of it is decided, and not after", () => {
    const whole = JSON.stringify(decisionCard(screen, decision()));
    expect(whole).toContain('"verb":"decision.sendBack"');
    const base = decision();
    const packets = base.recommendation.packets.map((each) => ({ ...each, decidedAt: at }));
    const part = { ...base, recommendation: { ...base.recommendation, packets } };
    expect(JSON.stringify(decisionCard(screen, part))).not.toContain("decision.sendBack");
  });

  it("R-33 the reason is kept from who is recused", () => {
    const kept = JSON.stringify(sentBackCard(screen, sentBackList({ mayReadReason: false })));
    expect(kept).not.toContain("Journal");
    expect(kept).toContain("inhabil");
  });

  it("an outcome never shows another applicant, a score or a reviewer", () => {
    const award = anAward(application, { outcome: "rejection", reason: "Rammen er brugt." });
    const json = JSON.stringify(
      outcomeCard(screen, {
        application,
        award,
        answerBy: at,
        late: false,
        contactName: people.secretary.name,
        answeredByName: "",
        revision: 0,
      }),
    );
    expect(json).not.toMatch(/point|score|Økke|FR22-02/iu);
  });

  it("a rejection says once that one may apply again", () => {
    const award = anAward(application, { outcome: "rejection", reason: "Rammen er brugt." });
    const shown = { application, award, answerBy: at, late: false, contactName: "", answeredByName: "", revision: 0 };
    expect(JSON.stringify(outcomeCard(screen, shown)).match(/søge igen/gu)).toHaveLength(1);
  });

  it.each([
    ["award", "Pengene bruges til projektet, som det er beskrevet i ansøgningen."],
    ["partial-award", "Sig kun ja, hvis det kan gennemføres for det mindre beløb"],
  ] as const)("000-18 the card of an %s says the conditions before it asks", (outcome, purpose) => {
    const award = anAward(application, { outcome });
    const shown = { application, award, answerBy: at, contactName: "", answeredByName: "", revision: 0 };
    const json = JSON.stringify(outcomeCard(screen, { ...shown, late: false }));
    expect(json.indexOf(purpose)).toBeGreaterThan(json.indexOf("**Vilkår**"));
    expect(json.indexOf("Tager I imod")).toBeGreaterThan(json.indexOf("Slutrapport og regnskab"));
    expect(JSON.stringify(outcomeCard(screen, { ...shown, late: true }))).not.toContain("Vilkår");
  });

  it("the chair's card says each line in two short ones, without columns that break words", () => {
    const json = JSON.stringify(decisionCard(screen, decision({}, 14)));
    expect(json).not.toContain('"Table"');
    expect(json).toContain(`FR22-01 · ${application.title}`);
    expect(json).toMatch(/95\.000\u00a0kr\. · Tilsagn · 90,0 point/u);
    expect(utf8Bytes(json)).toBeLessThan(20_000);
  });

  it("the decided card says until when it can be undone, and nothing of it when the letters are due", () => {
    const decided = { byName: people.chair.name, at, undoUntil: plusMillis(at, 30_000) };
    const titleOn = (undoUntil: typeof at | undefined) =>
      JSON.stringify(decisionCard(screen, decision({ decided: { ...decided, undoUntil } })));
    expect(titleOn(decided.undoUntil)).toContain("Fortryd (indtil kl. 10.00.30)");
    expect(titleOn(plusMillis(at, 24 * 3_600_000))).toContain("Fortryd (indtil 28. april 2022 kl. 10.00)");
    expect(titleOn(undefined)).not.toContain("Fortryd");
  });

  it("says of the other's part that it is decided, and when, once it is", () => {
    const request = decision();
    const packets = request.recommendation.packets.map((packet) =>
      packet.kind === "deputy" ? { ...packet, decidedAt: at } : packet,
    );
    const recommendation = { ...request.recommendation, packets };
    const factsOf = (language: "da" | "en") =>
      JSON.stringify(decisionCard({ ...screen, language }, { ...request, recommendation }));
    expect(factsOf("da")).toContain(
      '{"title":"Næstformandens del","value":"1 ansøgning, afgjort 27. april 2022 kl. 10.00"}',
    );
    expect(factsOf("en")).toContain("1 application, decided 27 April 2022");
  });

  it("the chair's card holds her own lines, the sums and what lies with the deputy", () => {
    const json = JSON.stringify(decisionCard(screen, decision()));
    expect(json).toContain('{"title":"Næstformandens del","value":"1 ansøgning"}');
    expect(json).not.toContain("FR22-99");
    // Neither a gap in the places nor the rest tells what the deputy's application gets.
    expect(json).not.toMatch(/Nr\. \d|Tilbage af rammen/u);
    expect(json).toMatch(/Afgør: tilsagn på 570\.000/u);
    expect(json).toContain("Du kan fortryde i mindst 30 sekunder.");
  });
});
