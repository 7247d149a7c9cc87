import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { ReviewItem } from "#contract/reviews.ts";
import { aReviewItem, aReviewWalk, testKey } from "../../../testing/answers.ts";
import { answered, type FakeService, renderPage } from "../../../testing/render-page.tsx";
import { ReviewPage } from "./review-page.tsx";

const round = testKey("round");

function renderReview(items: readonly ReviewItem[], more: FakeService = {}, at?: string) {
  return renderPage(<ReviewPage roundKey={round} applicationKey={at && testKey(at)} />, {
    [`GET /rounds/${round}/reviews`]: () => answered(aReviewWalk(items)),
    ...more,
  });
}

/** Stands for the routes: an application's review, another's, and a page without any. */
function Wanderer() {
  const [at, setAt] = useState("EF26-01");
  return (
    <>
      {["EF26-01", "EF26-02", "the overview"].map((place) => (
        <button key={place} type="button" onClick={() => setAt(place)}>{`to ${place}`}</button>
      ))}
      {at.startsWith("EF") ? <ReviewPage roundKey={round} applicationKey={testKey(at)} /> : null}
    </>
  );
}

/** Answers a saved review as the service does. */
function saving(item: ReviewItem): FakeService {
  return {
    [`PUT /applications/${item.application.key}/review`]: ({ body }) => {
      const { answers, give } = body as { answers: ReviewItem["answers"]; give: boolean };
      return answered({ ...item, answers, state: give ? "given" : "begun", savedAt: "2026-11-23T09:05:00.000Z" });
    },
  };
}

function scoresOf(criterion: string): HTMLElement {
  return screen.getByRole("group", { name: new RegExp(`^${criterion}`) });
}

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  window.location.hash = "";
});

describe("review", () => {
  test("begins at the first application that waits and says where in the walk it is", async () => {
    renderReview([aReviewItem("EF26-01", { state: "given" }), aReviewItem("EF26-02"), aReviewItem("EF26-03")]);
    expect(await screen.findByText("2 af 3")).toBeTruthy();
    expect(screen.getByRole("heading", { name: "Projekt EF26-02" })).toBeTruthy();
    expect(screen.getByText(/^1 af 3 afgivet/)).toBeTruthy();
  });

  test("a digit sets the score of the criterion with the focus and shows its anchor", async () => {
    renderReview([aReviewItem("EF26-02")]);
    const group = await screen.findByRole("group", { name: /^Synlig digital udvikling/ });
    within(group).getByRole("radio", { name: "1 – Ingen" }).focus();
    await userEvent.keyboard("4");
    expect(within(group).getByRole<HTMLInputElement>("radio", { name: "4 – Mange" }).checked).toBe(true);
    expect(within(group).getByText("Mange")).toBeTruthy();
  });

  test("000-14 shows the weighted score as it grows", async () => {
    renderReview([aReviewItem("EF26-02")]);
    await screen.findByText("Ingen point endnu");
    const scores = { "Synlig digital": 5, Virtuelle: 4, Gavn: 5, Realistisk: 4, Gennemførlighed: 4 };
    for (const [criterion, score] of Object.entries(scores)) {
      fireEvent.click(within(scoresOf(criterion)).getByRole("radio", { name: new RegExp(`^${score} `) }));
    }
    expect(screen.getByText("Foreløbig 90,0 af 100 point")).toBeTruthy();
  });

  test("asks for a remark at 1, 2 and 5, and does not give the review without it", async () => {
    const item = aReviewItem("EF26-02", {
      answers: {
        scores: { K1: 5, K2: 4, K3: 4, K4: 3, K5: 2 },
        remarks: {},
        support: "support",
        reason: "Godt forankret.",
      },
    });
    const { calls } = renderReview([aReviewItem("EF26-01", { state: "given" }), item], saving(item));
    await userEvent.click(await screen.findByRole("button", { name: "Afgiv bedømmelse" }));
    expect(screen.getAllByText("Skriv en bemærkning. Den skal med ved 1, 2 og 5.")).toHaveLength(2);
    expect(calls.some((call) => call.method === "PUT")).toBe(false);
    fireEvent.change(within(scoresOf("Synlig")).getByRole("textbox"), { target: { value: "Ses af alle" } });
    fireEvent.change(within(scoresOf("Gennemførlighed")).getByRole("textbox"), { target: { value: "Mangler tid" } });
    await userEvent.click(screen.getByRole("button", { name: "Afgiv bedømmelse" }));
    expect(await screen.findByText("Du har bedømt alle ansøgninger. Tak.")).toBeTruthy();
    expect(screen.getByRole("heading", { name: "Projekt EF26-02" })).toBeTruthy();
    expect(calls.find((call) => call.method === "PUT")?.body).toMatchObject({
      give: true,
      answers: { remarks: { K1: "Ses af alle", K5: "Mangler tid" } },
    });
  });

  test("saves half a review when the reviewer walks on, without handing it in", async () => {
    const first = aReviewItem("EF26-01");
    const { calls, rerender } = renderReview([first, aReviewItem("EF26-02")], saving(first), "EF26-01");
    fireEvent.click(within(await screen.findByRole("group", { name: /^Synlig/ })).getByRole("radio", { name: /^3 / }));
    rerender(<></>);
    await vi.waitFor(() => {
      expect(calls.find((call) => call.method === "PUT")?.body).toMatchObject({
        give: false,
        answers: { scores: { K1: 3 } },
      });
    });
  });

  test("000-09 shows the own funding that the lines add up with", async () => {
    const item = aReviewItem("EF26-02");
    const { application } = item;
    if (!("text" in application) || application.text === undefined) throw new Error("nothing to read");
    const text = { ...application.text, ownContributionOere: 1_500_000 };
    renderReview([{ ...item, application: { ...application, text } }]);
    const row = (await screen.findByRole("rowheader", { name: "Heraf egen finansiering" })).closest("tr");
    expect(row?.textContent).toMatch(/15\.000\skr\.$/);
  });

  test("000-13 shows a recused application without its text", async () => {
    const item = aReviewItem("EF26-02");
    const application = { key: item.application.key, number: "EF26-02" };
    renderReview([{ ...item, application, state: "recused", recusal: { kind: "own-centre", reason: "" } }]);
    expect(await screen.findByText("Ansøgningen kommer fra dit eget center.")).toBeTruthy();
    expect(screen.getByRole("heading", { name: "EF26-02" })).toBeTruthy();
    expect(screen.getByRole("option", { name: /^EF26-02 · / })).toBeTruthy();
    expect(screen.queryByText("Møder på skærm.")).toBeNull();
    expect(screen.queryByRole("radio")).toBeNull();
  });
});

describe("stepping out", () => {
  test("R-31 declares a conflict with its reason", async () => {
    const item = aReviewItem("EF26-02");
    const path = `/applications/${item.application.key}/recusal`;
    const recusal = { kind: "declared", reason: "Min søster søger." } as const;
    const { calls } = renderReview([item], {
      [`POST ${path}`]: () => answered({ ...item, state: "recused", recusal }),
    });
    await userEvent.click(await screen.findByRole("button", { name: "Erklær inhabil" }));
    const dialog = screen.getByRole("dialog");
    // What becomes of points given, who steps in, and that it stands.
    expect(dialog.textContent).toMatch(
      /point, du har givet den, tæller ikke med\. Rundens suppleant bedømmer i stedet/u,
    );
    expect(dialog.textContent).toContain("Det kan ikke fortrydes.");
    await userEvent.click(within(dialog).getByRole("button", { name: "Erklær inhabil" }));
    expect(within(dialog).getByText("Skriv kort hvorfor.")).toBeTruthy();
    fireEvent.change(within(dialog).getByRole("textbox"), { target: { value: "Min søster 010203-1234" } });
    await userEvent.click(within(dialog).getByRole("button", { name: "Erklær inhabil" }));
    expect(within(dialog).getByText("Her står noget, der ligner et CPR-nummer. Fjern det.")).toBeTruthy();
    expect(calls.some((call) => call.path === path)).toBe(false);
    await userEvent.clear(within(dialog).getByRole("textbox"));
    await userEvent.type(within(dialog).getByRole("textbox"), "Min søster søger.");
    await userEvent.click(within(dialog).getByRole("button", { name: "Erklær inhabil" }));
    expect(await screen.findByText("Din inhabilitet er noteret.")).toBeTruthy();
    expect(calls.find((call) => call.path === path)?.body).toMatchObject({ reason: "Min søster søger." });
  });
});

describe("a CPR number", () => {
  test("R-40 stops a CPR number at its field, saves everything else and keeps the words until they are mended", async () => {
    const first = aReviewItem("EF26-01");
    const path = `/applications/${first.application.key}/review`;
    const walk = aReviewWalk([first, aReviewItem("EF26-02")]);
    const { calls } = renderPage(<Wanderer />, {
      [`GET /rounds/${round}/reviews`]: () => answered(walk),
      // The service leaves the text out.
      [`PUT ${path}`]: () => answered({ ...first, state: "begun", answers: { ...first.answers, scores: { K1: 3 } } }),
    });
    const group = await screen.findByRole("group", { name: /^Synlig/ });
    fireEvent.click(within(group).getByRole("radio", { name: /^3 / }));
    fireEvent.change(within(group).getByRole("textbox"), { target: { value: "Fru Holm, 010180-1234" } });
    expect(within(group).getByText("Her står noget, der ligner et CPR-nummer. Fjern det.")).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "to EF26-02" }));
    await screen.findByRole("heading", { name: "Projekt EF26-02" });
    await vi.waitFor(() => {
      expect(calls.some((call) => call.method === "PUT")).toBe(true);
    });
    fireEvent.click(screen.getByRole("button", { name: "to EF26-01" }));
    expect(await screen.findByText("Gemt – undtagen feltet med det, der ligner et CPR-nummer")).toBeTruthy();
    expect(within(scoresOf("Synlig")).getByRole<HTMLTextAreaElement>("textbox").value).toBe("Fru Holm, 010180-1234");
  });
});

describe("a review already given", () => {
  test("a change to a given review says that it waits for 'Gem ændring', and is there again after leaving", async () => {
    const first = aReviewItem("EF26-01", { state: "given" });
    const said = "Ændringen er ikke gemt – tryk Gem ændring";
    const walk = aReviewWalk([first, aReviewItem("EF26-02")]);
    const { calls } = renderPage(<Wanderer />, {
      [`GET /rounds/${round}/reviews`]: () => answered(walk),
      ...saving(first),
    });
    fireEvent.click(within(await screen.findByRole("group", { name: /^Synlig/ })).getByRole("radio", { name: /^3 / }));
    expect(screen.getByText(said)).toBeTruthy();
    expect(screen.queryByText("Gemmer …")).toBeNull();
    fireEvent.click(screen.getByRole("button", { name: "to EF26-02" }));
    await screen.findByRole("heading", { name: "Projekt EF26-02" });
    fireEvent.click(screen.getByRole("button", { name: "to the overview" }));
    expect(screen.queryByRole("group", { name: /^Synlig/ })).toBeNull();
    const closing = new Event("beforeunload", { cancelable: true });
    window.dispatchEvent(closing);
    expect(closing.defaultPrevented).toBe(true);
    expect(calls.some((call) => call.method === "PUT")).toBe(false);
    fireEvent.click(screen.getByRole("button", { name: "to EF26-01" }));
    expect(await screen.findByText(said)).toBeTruthy();
    expect(within(scoresOf("Synlig")).getByRole<HTMLInputElement>("radio", { name: /^3 / }).checked).toBe(true);
  });
});
