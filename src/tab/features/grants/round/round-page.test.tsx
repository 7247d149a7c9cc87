import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { RoundView } from "#contract/rounds.ts";
import { aPool, aRound, testCriteria, testKey, testNow } from "../../../testing/answers.ts";
import { answered, renderPage } from "../../../testing/render-page.tsx";
import { RoundPage } from "./round-page.tsx";

const key = testKey("round");

/** The page as a reviewer sees it who may not see every application. */
function renderRound(status: RoundView["round"]["status"], more: Partial<RoundView> = {}) {
  const view: RoundView = {
    now: testNow,
    round: aRound({ status }),
    pool: aPool(),
    criteria: [...testCriteria],
    applications: [],
    applicationsHidden: true,
    may: { apply: false, review: true, rank: false, decide: false },
    ...more,
  };
  return renderPage(<RoundPage roundKey={key} />, { [`GET /rounds/${key}`]: () => answered(view) });
}

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("round", () => {
  test("asks the reviewer to review while it can be done", async () => {
    renderRound("under-review");
    expect(await screen.findByRole("link", { name: "Bedøm ansøgningerne" })).toBeTruthy();
    expect(screen.getByText(/Resten kan ses efter afgørelsen\.$/)).toBeTruthy();
  });

  test("shows the reviewer the own reviews once the list is recommended", async () => {
    renderRound("recommended");
    expect(await screen.findByRole("link", { name: "Se dine bedømmelser" })).toBeTruthy();
    expect(screen.queryByText("Bedøm ansøgningerne")).toBeNull();
  });

  test("lets who has a draft begin another application", async () => {
    const may = { apply: true, review: false, rank: false, decide: false };
    const { calls } = renderRound("open", { may, myDraftKey: testKey("draft") });
    expect(await screen.findByRole("link", { name: "Skriv videre på din kladde" })).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "Begynd en ny ansøgning" }));
    await vi.waitFor(() => {
      expect(calls).toContainEqual(expect.objectContaining({ method: "POST", path: `/rounds/${key}/drafts` }));
    });
  });

  test("promises nothing after the decision when the decision is there", async () => {
    renderRound("decided");
    expect(await screen.findByText("Du kan kun se de ansøgninger, du har adgang til.")).toBeTruthy();
    expect(screen.queryByText(/efter afgørelsen/)).toBeNull();
  });
});
