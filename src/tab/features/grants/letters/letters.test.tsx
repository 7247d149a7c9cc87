import { cleanup, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { LetterView } from "#contract/letters.ts";
import type { RankingView } from "#contract/ranking.ts";
import { anApplication, aRanking, aRankingRow, aRejectedRow, testKey, testNow } from "../../../testing/answers.ts";
import { answered, refused, renderPage } from "../../../testing/render-page.tsx";
import { DecisionSection } from "../application/decision-section.tsx";
import { RankingPage } from "../ranking/ranking-page.tsx";

const letter: LetterView = {
  outcome: "rejection",
  isDraft: true,
  municipality: "Fjordkøbing Kommune",
  sender: "Puljesekretariatet",
  addressee: ["Center for Skole", "Att. Bo Bertelsen, lærer"],
  date: "Dateres, når afgørelsen er truffet",
  references: [["Ansøgning", "EF26-02"]],
  title: "Afslag på ansøgning om støtte",
  blocks: [
    { kind: "paragraph", text: "Projektet får ikke støtte." },
    { kind: "facts", facts: [["Søgt beløb", "90.000 kr."]] },
    { kind: "table", head: ["Kriterium", "Point"], rows: [["Synlighed", "3,5"]] },
    { kind: "list", items: ["Et vilkår"] },
    { kind: "heading", text: "Spørgsmål til afgørelsen" },
  ],
  signature: ["Venlig hilsen", "Birgit Aagaard"],
};
const rejected = testKey("EF26-02");
const save = vi.fn();

beforeEach(() => {
  URL.createObjectURL = () => "blob:letter";
  URL.revokeObjectURL = () => undefined;
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function click(this: HTMLAnchorElement) {
    save(this.download);
  });
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  save.mockReset();
});

function showRanking(view: RankingView, more = {}) {
  return renderPage(<RankingPage roundKey={testKey("round")} />, {
    [`GET /rounds/${testKey("round")}/ranking`]: () => answered(view),
    [`GET /applications/${rejected}/letter-preview`]: () => answered(letter),
    ...more,
  });
}

describe("the letter on the ranking page", () => {
  test("000-18 is shown before it is sent, with what is being written in it", async () => {
    const rows = [aRankingRow(1, 40), aRejectedRow(2, 90, { letter: "preview", reason: "Forslag" })];
    const view = aRanking(rows);
    const { calls } = showRanking(view, {
      [`PUT /rounds/${testKey("round")}/reason`]: () => answered(view),
    });
    const fold = await screen.findByRole("button", { name: "Ret begrundelse til EF26-02" });
    expect(fold.textContent).toBe("Ret begrundelse");
    await userEvent.click(fold);
    await userEvent.type(screen.getByLabelText("Begrundelse til EF26-02"), " mere");
    await userEvent.click(screen.getByRole("button", { name: "Vis brevet, før det sendes: EF26-02" }));
    const dialog = await screen.findByRole("dialog", { name: "Brevet til EF26-02" });
    const paper = await within(dialog).findByRole("article");
    expect(paper.getAttribute("lang")).toBe("da");
    expect(within(paper).getByText("Projektet får ikke støtte.")).toBeTruthy();
    expect(within(paper).getByRole("cell", { name: "3,5" })).toBeTruthy();
    expect(within(dialog).getByText(/^Udkast/)).toBeTruthy();
    // A draft is never handed out.
    expect(within(dialog).queryByRole("button", { name: /^Hent/ })).toBeNull();
    const order = calls.map(({ method, path }) => `${method} ${path.split("/").at(-1)}`);
    expect(order.indexOf("PUT reason")).toBeLessThan(order.indexOf("GET letter-preview"));
    await userEvent.click(within(dialog).getByRole("button", { name: "Luk" }));
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  test("stays away from who may not see letters, and stands in words on its line, folded in nothing", async () => {
    showRanking(aRanking([aRankingRow(1, 40), aRankingRow(2, 90, { letter: "preview" })], { mayRecommend: false }));
    const button = await screen.findByRole("button", { name: "Vis brevet, før det sendes: EF26-02" });
    expect(button.textContent).toBe("Vis brevet, før det sendes");
    expect(screen.queryByRole("button", { name: /EF26-01/u })).toBeNull();
    expect(screen.queryByRole("button", { name: /^Vis begrundelse/u })).toBeNull();
  });

  test("is fetched as a Word file from a decided line", async () => {
    showRanking(aRanking([aRankingRow(2, 90, { letter: "final" })], { mayRecommend: false }), {
      [`GET /applications/${rejected}/letter`]: () => answered("docx"),
    });
    await userEvent.click(await screen.findByRole("button", { name: "Hent brevet (Word) til EF26-02" }));
    await waitFor(() => {
      expect(save).toHaveBeenCalledWith("EF26-02.docx");
    });
    expect(screen.getByText("Brevet er hentet: EF26-02.docx")).toBeTruthy();
  });
});

describe("the letter on the application page", () => {
  const decision = { outcome: "award", amountOere: 1, decidedAt: testNow, step: "decided", hasLetter: true } as const;

  test("000-18 can be fetched where the reader may have it, and a failure is told", async () => {
    const application = anApplication({ decision });
    renderPage(<DecisionSection application={application} />, {
      [`GET /applications/${application.key}/letter`]: () => refused(404, "not-found", "Findes ikke."),
    });
    await userEvent.click(screen.getByRole("button", { name: /^Hent brevet/ }));
    expect(await screen.findByText("Findes ikke.")).toBeTruthy();
    expect(save).not.toHaveBeenCalled();
  });

  test("is not offered where the answer does not say so", () => {
    renderPage(<DecisionSection application={anApplication({ decision: { ...decision, hasLetter: false } })} />, {});
    expect(screen.queryByRole("button", { name: /^Hent brevet/ })).toBeNull();
  });
});
