import { act, cleanup, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { RankingRow, RankingView } from "#contract/ranking.ts";
import { aRanking, aRankingRow, aRejectedRow, testKey, testNow } from "../../../testing/answers.ts";
import { answered, renderPage } from "../../../testing/render-page.tsx";
import { RankingPage } from "./ranking-page.tsx";

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const round = testKey("round");
const path = `/rounds/${round}`;
const person = (name: string) => ({ key: testKey(name), name, title: "" });

function show(view: RankingView, more = {}) {
  return renderPage(<RankingPage roundKey={round} />, { [`GET ${path}/ranking`]: () => answered(view), ...more });
}

/** The page's text with ordinary spaces, once the list is there. */
async function textOf(...rows: readonly RankingRow[]): Promise<string> {
  show(aRanking(rows, { reviewerCount: 5 }));
  const table = await screen.findByRole("table");
  return (table.textContent ?? "").replaceAll("\u00a0", " ");
}

describe("a line of the ranking explains itself", () => {
  test.each([
    [
      aRankingRow(1, 40, { restAfterOere: 4_500_000 }),
      "Rammen rækker til 40.000 kr., og så er der 45.000 kr. tilbage.",
    ],
    [
      aRejectedRow(5, 120, { restAfterOere: 4_500_000 }),
      "Der er 45.000 kr. tilbage i rammen, og projektet søger 120.000 kr.",
    ],
    [aRejectedRow(5, 120, { restAfterOere: 0 }), "Rammen er brugt, og projektet søger 120.000 kr."],
    [
      aRankingRow(5, 140, { cut: "partial-offered", outcome: "partial-award", grantOere: 4_500_000 }),
      "Der er 45.000 kr. tilbage i rammen, som tilbydes ud af de 140.000 kr., projektet søger.",
    ],
    [
      aRejectedRow(6, 30, { cut: "below-the-line" }),
      "Rammen følger rækkefølgen, så projektet rykker ikke forbi dem med flere point.",
    ],
  ])("000-15 in one sentence: %#", async (row, sentence) => {
    const text = await textOf(row);
    expect(text).toContain(sentence);
    expect(text).not.toContain("kr..");
  });

  test("R-33 without the rest for who may not know it", async () => {
    const { restAfterOere: _rest, ...row } = aRejectedRow(5, 120);
    expect(await textOf(row)).toContain("Projektet søger 120.000 kr., og det rækker rammen ikke til.");
  });

  test("says in words where the reviewers are far apart, and nothing where they are not", async () => {
    const disagreements = [
      { code: "K1", low: 2, high: 5 },
      { code: "K4", low: 1, high: 3 },
    ];
    const one = disagreements.slice(1);
    const text = await textOf(
      aRankingRow(1, 40, { disagreements }),
      aRankingRow(2, 40, { disagreements: [] }),
      aRankingRow(3, 40, { disagreements: one }),
    );
    expect(text).toContain("Bedømmerne er uenige om ét kriterium: Realistisk økonomi (fra 1 til 3).");
    expect(text).toContain("Bedømmerne er uenige om 2 kriterier, mest om Synlig digital udvikling (fra 2 til 5).");
    expect(text.match(/Bedømmerne er uenige/g)).toHaveLength(2);
  });

  test("000-13 names who is recused, why, who stands in, and why there are four reviews and not five", async () => {
    const recusals = ["Karin Thorup", "Bo Bertelsen"].map((name) => ({
      person: person(name),
      kind: "own-centre" as const,
      reason: "",
    }));
    const text = await textOf(
      aRankingRow(1, 40, { reviewsGiven: 4, reviewsExpected: 4, recusals, substitute: person("Amina Farsholt") }),
      aRankingRow(2, 40, {
        recusals: [{ person: person("Jonas Kvist"), kind: "declared", reason: "Min bror" }],
        substitute: person("Amina Farsholt"),
      }),
      aRankingRow(3, 40, {
        reviewsGiven: 4,
        reviewsExpected: 4,
        recusals: [
          { person: person("Birgitte Holmslund"), kind: "own-centre", reason: "" },
          { person: person("Amina Farsholt"), kind: "own-centre", reason: "", isSubstitute: true },
        ],
      }),
    );
    expect(text).toContain(
      "Karin Thorup og Bo Bertelsen er inhabile (eget center). " +
        "Amina Farsholt bedømmer som suppleant i stedet for den ene. Derfor 4 bedømmelser og ikke 5.",
    );
    // One for one: five of five need no count.
    expect(text).toContain("Jonas Kvist har erklæret sig inhabil. Amina Farsholt bedømmer som suppleant.");
    // Two recused and one review fewer: the other is no reviewer but the substitute.
    expect(text).toContain(
      "Birgitte Holmslund er inhabil (eget center). Suppleanten, Amina Farsholt, er også inhabil. Derfor 4 bedømmelser og ikke 5.",
    );
    expect(text.match(/Derfor/g)).toHaveLength(2);
  });
});

describe("a decision that can still be undone", () => {
  const decided = (undoUntil?: string): RankingView =>
    aRanking([aRankingRow(1, 40)], {
      mayRecommend: false,
      recommendation: {
        key: testKey("recommendation"),
        recommendedAt: testNow,
        recommendedBy: person("Anne Dahl"),
        packets: [
          {
            kind: "chair",
            decider: person("Birgit Aagaard"),
            count: 1,
            totalOere: 4_000_000,
            decidedAt: testNow,
            mayDecide: false,
            ...(undoUntil === undefined ? {} : { undoUntil }),
          },
        ],
      },
    });

  test("says how many seconds are left, and is taken back by one press", async () => {
    const { calls } = show(decided("2026-11-23T09:00:24.000Z"), {
      [`DELETE ${path}/packets/chair/decision`]: () => answered(decided()),
    });
    expect(await screen.findByText(/^Kan fortrydes i 2[34] sekunder endnu$/)).toBeTruthy();
    // A bar of its own above everything, as the page stands whenever it is opened.
    const bar = screen.getByText("Du har truffet afgørelsen.");
    const money = screen.getByRole("heading", { name: "Pengene i runden" });
    expect(bar.compareDocumentPosition(money) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "Fortryd afgørelsen" }));
    expect(await screen.findByText("Afgørelsen er fortrudt. Ingen har fået besked.")).toBeTruthy();
    expect(calls.some(({ method }) => method === "DELETE")).toBe(true);
  });

  test("names the time of the letters where that is far away", async () => {
    show(decided("2026-11-24T06:00:00.000Z"));
    expect(await screen.findByText("Kan fortrydes, indtil brevene sendes 24. november 2026 kl. 07.00")).toBeTruthy();
  });

  test("cannot be undone once the letters leave: button and countdown go, and the list is read anew", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { calls } = show(decided("2026-11-23T09:00:05.000Z"));
    await screen.findByRole("button", { name: "Fortryd afgørelsen" });
    const before = calls.length;
    await act(async () => {
      await vi.advanceTimersByTimeAsync(6000);
    });
    expect(screen.queryByRole("timer")).toBeNull();
    expect(screen.queryByRole("button", { name: "Fortryd afgørelsen" })).toBeNull();
    expect(calls.length).toBeGreaterThan(before);
  });

  test("is not offered where the answer does not say so", async () => {
    show(decided());
    await screen.findByText(/^Afgjort/);
    expect(screen.queryByRole("button", { name: "Fortryd afgørelsen" })).toBeNull();
  });
});

test("000-16 most points for the money are told folded away, as information that changes nothing", async () => {
  const optimum = {
    joins: ["FR22-06"],
    leaves: ["FR22-04"],
    totalOere: 30_000_000,
    pointsTenths: 3760,
    listTenths: 3370,
  };
  const { calls } = show(aRanking([aRankingRow(1, 40)], { optimum }));
  const summary = await screen.findByText("Til orientering: flest point for pengene");
  const details = summary.closest("details");
  expect(details?.open).toBe(false);
  expect(details?.textContent?.replaceAll("\u00a0", " ")).toContain(
    "Listen støtter for 337,0 point i alt. Flest point inden for rammen ville være 376,0 for 300.000 kr. Så kom FR22-06 med. Så måtte FR22-04 vige.",
  );
  expect(details?.querySelector("button")).toBeNull();
  expect(calls.every(({ method }) => method === "GET")).toBe(true);
});
