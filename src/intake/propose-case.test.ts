import { describe, expect, it } from "vitest";
import {
  directorsCaseText,
  heardCaseText,
  matrixCaseText,
  poolCaseText,
  recommendingCaseText,
} from "#test/builders/case-texts.ts";
import { bodies } from "#test/builders/cases.ts";
import type { CaseProposal } from "./case-proposal.ts";
import { proposeCase } from "./propose-case.ts";

function proposed(text: string): CaseProposal {
  const read = proposeCase(text, bodies);
  if (!read.ok) throw new Error(read.refusal.kind);
  return read.value;
}

/** The values without their places; the route in words. */
function valuesOf(proposal: CaseProposal) {
  const { route, points, decisions, attachments, consultation, pool, notes: _, ...single } = proposal;
  return {
    ...Object.fromEntries(Object.entries(single).map(([name, each]) => [name, each?.value])),
    route: route.map(({ value }) => [value.kind === "body" ? value.body.name : "høring", value.date]),
    points: points.map(({ value }) => value.text),
    decisions: decisions.map(({ body, date, points: decided, apologies }) => ({
      body: body?.value,
      date: date?.value,
      points: decided.map(({ value }) => [value.number, value.text, value.code]),
      apologies: apologies.map(({ value }) => value),
    })),
    attachments: attachments.map(
      ({ value: { number, openness, title, documentNumber, mark, systemId } }): readonly unknown[] => [
        number,
        openness,
        title,
        documentNumber,
        mark,
        systemId,
      ],
    ),
    consultation: consultation && {
      parties: consultation.parties.map(({ value }) => value),
      sentAfter: consultation.sentAfter?.value,
      deadline: consultation.deadline?.value,
    },
    pool: pool && {
      title: pool.title?.value,
      budgetYears: pool.budgetYears?.value,
      amount: pool.amount?.value,
      year: pool.year?.value,
      purpose: pool.purpose?.value,
      eligibility: pool.eligibility?.value,
      rounds: pool.rounds.map(({ label, frame }) => [label.value, frame.value]),
    },
  };
}

describe("a pasted case", () => {
  it("000-02 TR-3 gives the pool's case: amounts, rounds, purpose, who may apply, no document", () => {
    expect(valuesOf(proposed(poolCaseText))).toEqual({
      title: 'Anlægsbevilling - Pulje til velfærdsteknologi - "Hjælp i hverdagen"',
      number: "24/8071",
      openness: "open",
      statement: expect.stringMatching(/^Ved budgettet[^]*nye forsøg\.$/u) as unknown,
      policyContext: "Forsøgene følger ældrepolitikken.",
      financialConsequences: "Der er på investeringsoversigten i 2025 afsat 1,2 mio. kr. til formålet.",
      isFinancial: true,
      recommendedByRole: "Chefen for Sundhed og Omsorg",
      route: [
        ["Økonomiudvalget", "2025-02-11"],
        ["Kommunalbestyrelsen", undefined],
      ],
      points: ["der gives anlægsbevilling på 1,2 mio. kr. i 2025."],
      decisions: [
        { body: "Økonomiudvalget", date: "2025-02-11", points: [[1, "Tiltrådt.", "concurred"]], apologies: [] },
      ],
      attachments: [],
      consultation: undefined,
      pool: {
        title: 'Pulje til velfærdsteknologi - "Hjælp i hverdagen"',
        budgetYears: "2025-2028",
        amount: 120_000_000,
        year: 2025,
        purpose: "flere borgere klarer hverdagen selv",
        eligibility: "kommunens plejecentre",
        rounds: [
          ["foråret 2025", 70_000_000],
          ["efteråret 2025", 50_000_000],
        ],
      },
    });
  });

  it("001-01 001-04 001-20 gives the heard case: route with days, decisions per point, one document of two lines", () => {
    expect(valuesOf(proposed(heardCaseText))).toEqual({
      title: "Cyklistplan for hele kommunen - Plan 2023 - 2026",
      number: "23/417",
      openness: "open",
      statement: expect.stringMatching(/^Planen samler[^]*30\. maj 2023\.$/u) as unknown,
      policyContext: "Klimaplanen.",
      financialConsequences: "Ingen økonomiske konsekvenser.",
      isFinancial: false,
      recommendedByRole: "Chef for teknik og miljø",
      route: [
        ["Økonomiudvalget", "2023-03-14"],
        ["høring", "2023-04-28"],
        ["Økonomiudvalget", "2023-05-16"],
        ["Kommunalbestyrelsen", "2023-05-30"],
      ],
      points: ["planen godkendes foreløbigt", "planen sendes i høring."],
      decisions: [
        {
          body: "Økonomiudvalget",
          date: "2023-03-14",
          points: [
            [1, "Godkendt.", "approved"],
            [2, "Udsat.", "postponed"],
          ],
          apologies: [{ role: "", partyLetter: "V" }],
        },
      ],
      attachments: [[1, "open", "Cyklistplan for hele kommunen - Plan 2023-2026", "4411/23", "H", "2099173"]],
      consultation: {
        parties: ["Trafikrådet", "Ungerådet", "Børne- og Familierådet"],
        sentAfter: "2023-03-14",
        deadline: "2023-04-28",
      },
      pool: undefined,
    });
  });

  it("TR-4 TR-6 TR-10 TR-11 gives the directors' case without a number, its tabbed documents, and no code for long words", () => {
    expect(valuesOf(proposed(directorsCaseText))).toMatchObject({
      title: "Punkter på dagens møde",
      number: undefined,
      openness: "open",
      recommendedByRole: undefined,
      route: [["Direktionen", "2022-10-04"]],
      points: ["punkterne drøftes."],
      decisions: [{ body: "Direktionen", points: [[1, expect.stringMatching(/^Direktionen talte/u), undefined]] }],
      attachments: [
        [1, "open", "Oplæg om telefoni på rådhus og skoler", "7012/22", "H", "1804416"],
        [2, "closed", "Prisoverslag", "7013/22", "H", "1804420"],
      ],
      consultation: undefined,
      pool: undefined,
    });
  });

  it("003-01 TR-5 TR-9 gives the matrix case the body under the x, its day from the top of the page, and leaves openness empty", () => {
    expect(valuesOf(proposed(matrixCaseText))).toEqual({
      title: "Retningslinjer for måling af trafik",
      number: "05.13.00-P15-4-21",
      openness: undefined,
      statement: "Måleperioden var 2018-2020.\n\nBilag: Notat om målinger",
      policyContext: undefined,
      financialConsequences: "Udgiften på 45.000 kr. holdes inden for rammen.",
      isFinancial: true,
      recommendedByRole: "Vejchefen",
      route: [["Teknik- og Miljøudvalget", "2021-09-07"]],
      points: ["Teknik- og Miljøudvalget godkender retningslinjerne"],
      decisions: [
        {
          body: "Teknik- og Miljøudvalget",
          date: "2021-09-07",
          points: [[1, "Indstillingen er tiltrådt.", "concurred"]],
          apologies: [],
        },
      ],
      attachments: [
        [undefined, undefined, "Bilag - Notat om målinger, TMU", "", "", ""],
        [undefined, undefined, "Kort over tællesteder", "", "", ""],
      ],
      consultation: undefined,
      pool: undefined,
    });
  });

  it("TR-7 TR-8 gives the recommending case; who recommends and what is not said stays empty", () => {
    expect(valuesOf(proposed(recommendingCaseText))).toMatchObject({
      title: "Ny plan for borgerservice 2016-19",
      number: "15/2206",
      openness: undefined,
      isFinancial: undefined,
      financialConsequences: "Sagen har ingen bevillingsmæssige konsekvenser.",
      recommendedByRole: undefined,
      route: [],
      points: ["Økonomiudvalget anbefaler planen for Byrådet."],
      decisions: [{ date: "2016-01-18", points: [[1, "Anbefaler planen.", "recommended"]] }],
      attachments: [[undefined, undefined, "Plan for borgerservice 2016-2019", "", "", ""]],
    });
  });

  it("reads the same through soft hyphens, other spaces, other line ends and letters in two parts", () => {
    const written = heardCaseText
      .normalize("NFD")
      .replaceAll("plan", "pl\u00adan")
      .replaceAll(" ", "\u00a0")
      .replaceAll("\n", "\r\n");
    expect(valuesOf(proposed(written))).toEqual(valuesOf(proposed(heardCaseText)));
    const { span } = proposed(written).number ?? { span: { start: 0, end: 0 } };
    expect(written.slice(span.start, span.end)).toBe("23/417");
  });

  it("says that a number is almost a case number, proposes the reading, and does not take it", () => {
    const { number, notes } = proposed(heardCaseText.replace("23/417", "2023-417"));
    expect(number).toBeUndefined();
    expect(notes).toEqual([
      { kind: "almost-a-case-number", written: "2023-417", reading: "23/417", span: { start: 52, end: 60 } },
    ]);
  });

  it("TR-8 lays no route where a body is unknown, and names it", () => {
    const { route, notes } = proposed(heardCaseText.replace("ØK, høring, ØK, KB", "ØKE, høring, BYR"));
    expect(route).toEqual([]);
    expect(notes.map((note) => [note.kind, note.written])).toEqual([["unknown-body", "ØKE"]]);
  });

  it.each([
    [
      "two deadlines",
      heardCaseText.replace("Klimaplanen.", "").replace("Svarene", "Høringsfristen er 1. maj 2023. Svarene"),
    ],
    ["no deadline's day", heardCaseText.replace("28. april 2023", "31. april 2023")],
  ])("leaves the deadline empty where the text has %s", (_, text) => {
    expect(proposed(text).consultation?.deadline).toBeUndefined();
  });

  it.each([
    ["Ad 1 og 2.\n\nGodkendt.", [1, 2], ["approved", "approved"]],
    ["Godkendt, dog punkt 2 udsat.", [1, 2], [undefined, undefined]],
    ["Ad 1. Ikke godkendt. Ad 2. Godkendt foreløbigt.", [1, 2], ["rejected", "provisionally-approved"]],
  ])("TR-13 keeps the words of %j and codes only what is plain", (words, numbers, codes) => {
    const text = heardCaseText.replace(/Ad 1\.[^]*Udsat\./u, words);
    const points = proposed(text).decisions[0]?.points.map(({ value }) => value) ?? [];
    expect(points.map(({ number }) => number)).toEqual(numbers);
    expect(points.map(({ code }) => code)).toEqual(codes);
  });

  it("leaves role and points empty where two recommend different things", () => {
    const text = poolCaseText.replace(
      "i 2025.\n\nBeslutning",
      "i 2025.\n\nDirektionen indstiller, at sagen udsættes.\n\nBeslutning",
    );
    const { recommendedByRole, points } = proposed(text);
    expect([recommendedByRole, points]).toEqual([undefined, []]);
  });

  it("takes a point in which a body recommends for a point, not for the one who recommends", () => {
    const text = poolCaseText.replace("at der gives", "\n\nat Økonomiudvalget indstiller til rådet, at der gives");
    const { recommendedByRole, points } = proposed(text);
    expect(recommendedByRole?.value).toBe("Chefen for Sundhed og Omsorg");
    expect(points[0]?.value.text).toMatch(/^Økonomiudvalget indstiller til rådet, at der gives/u);
  });

  it("TR-11 leaves a document's title empty that breaks inside a word, and keeps the rest", () => {
    const text = heardCaseText.replace(
      "kommunen - (4411/23) (H)\n2099173 Plan",
      "kommune- (4411/23) (H)\n2099173 plan",
    );
    const [attachment] = proposed(text).attachments;
    expect(attachment?.value).toMatchObject({ title: "", documentNumber: "4411/23", systemId: "2099173" });
  });

  it("leaves empty what stands beside something else: parties with a period, past meetings, a line above the title", () => {
    const period = proposed(
      heardCaseText.replace("Børne- og Familierådet med", "Ældrerådet i perioden 20. marts 2023 med"),
    );
    expect(period.consultation?.parties).toEqual([]);
    const past = proposed(heardCaseText.replace("16. maj 2023", "17. januar 2023"));
    expect(valuesOf(past).route[0]).toEqual(["Økonomiudvalget", undefined]);
    expect(proposed(heardCaseText.replace("Cyklistplan", "Referat fra mødet\nCyklistplan")).title?.value).not.toMatch(
      /Referat/u,
    );
    expect(proposed(heardCaseText.replace("Cyklistplan", "Norddal Kommune\nCyklistplan")).title).toBeUndefined();
  });

  it("000-05 leaves rounds empty that are not the pool together, or not as many as the text says", () => {
    expect(proposed(poolCaseText.replace("500.000", "600.000")).pool?.rounds).toEqual([]);
    expect(proposed(poolCaseText.replace("to ansøgningsrunder", "tre ansøgningsrunder")).pool?.rounds).toEqual([]);
  });

  it("leaves a pool's name empty that its title does not say alone, and budgets that contradict each other", () => {
    const named = (title: string) =>
      proposed(poolCaseText.replace("Anlægsbevilling - Pulje til velfærdsteknologi", title)).pool;
    expect(named("Status for puljen til velfærdsteknologi")?.title).toBeUndefined();
    expect(named("Pulje til velfærdsteknologi - anlægsbevilling")?.title).toBeUndefined();
    expect(named("Bevilling: Pulje til tryghed")?.title?.value).toBe('Pulje til tryghed - "Hjælp i hverdagen"');
    const two = poolCaseText
      .replace("Forsøgene følger", "Se budget 2024-2027.")
      .replace("Der er på", "Efter budget 2024-2027 er der på");
    expect(proposed(two).pool?.budgetYears).toBeUndefined();
  });

  it("proposes nothing from a text that is no case, from two cases, and from a text that is too long", () => {
    const kinds = ["", "Kære alle\n\nBilag\n\nHilsen", `${poolCaseText}${heardCaseText}`, "x".repeat(200_001)].map(
      (text) => {
        const read = proposeCase(text, bodies);
        return read.ok ? "ok" : read.refusal.kind;
      },
    );
    expect(kinds).toEqual(["no-case", "no-case", "several-cases", "text-too-long"]);
  });
});
