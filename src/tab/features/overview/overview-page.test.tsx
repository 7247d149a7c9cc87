import { cleanup, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, describe, expect, test, vi } from "vitest";
import { anOverview, aPool, aRound, aTask, testKey } from "../../testing/answers.ts";
import { answered, refused, renderPage } from "../../testing/render-page.tsx";
import { OverviewPage } from "./overview-page.tsx";
import { splitPool } from "./pool-money.tsx";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("overview", () => {
  test("lists what waits by deadline, in words, with reason and one link each", async () => {
    const tasks = [
      aTask({ key: testKey("later") }),
      aTask({
        key: testKey("sooner"),
        kind: "approve-application",
        subject: "Virtuelle hjemmebesøg",
        number: "EF26-01",
        deadline: "2026-11-23T23:00:00.000Z",
        link: `/applications/${testKey("a")}`,
      }),
      aTask({ key: testKey("late"), kind: "finish-draft", subject: "", deadline: "2026-11-20T23:00:00.000Z" }),
    ];
    renderPage(<OverviewPage />, { "GET /overview": () => answered(anOverview({ tasks })) });

    const list = await screen.findByRole("region", { name: "Venter på dig" });
    const rows = within(list).getAllByRole("listitem");
    expect(rows.map((row) => within(row).getByText(/^(?:Frist|Ingen)/).textContent)).toEqual([
      "Frist overskredet",
      "Frist i dag kl. 23.59",
      "Frist om 4 dage (27. november)",
    ]);
    expect(rows[0]?.textContent).toContain("Gør ansøgningen ”uden titel” færdig");
    expect(rows[1]?.textContent).toContain("Du er leder af centret · EF26-01 · 2. runde");
    expect(rows[2]?.textContent).toContain("2 af 5 er bedømt");
    const link = within(list).getByRole("link", { name: "Læs og godkend" });
    expect(link.getAttribute("href")).toBe(`#/applications/${testKey("a")}`);
  });

  test("says that nothing waits, and what happens next", async () => {
    renderPage(<OverviewPage />, { "GET /overview": () => answered(anOverview({ pools: [] })) });
    expect(await screen.findByText("Der er ikke noget, der venter på dig.")).toBeTruthy();
    expect(screen.queryByText("Mine ansøgninger")).toBeNull();
    expect(screen.getByText("Der er ingen puljer endnu.")).toBeTruthy();
  });

  test("shows an error with its number, and fetches again when asked", async () => {
    let broken = true;
    renderPage(<OverviewPage />, {
      "GET /overview": () =>
        broken ? refused(503, "unavailable", "SharePoint svarer ikke lige nu.") : answered(anOverview()),
    });
    const alert = await screen.findByRole("alert");
    expect(alert?.textContent).toContain("SharePoint svarer ikke lige nu.");
    expect(alert?.textContent).toContain("Fejlnummer: nr-4711");
    broken = false;
    await userEvent.click(screen.getByRole("button", { name: "Prøv igen" }));
    expect(await screen.findByRole("heading", { name: "Overblik" })).toBeTruthy();
  });

  test("leads back when the reader has no access", async () => {
    renderPage(<OverviewPage />, { "GET /overview": () => refused(403, "forbidden", "") });
    expect(await screen.findByRole("heading", { name: "Du har ikke adgang til denne side" })).toBeTruthy();
    expect(screen.getByRole("link", { name: "Gå til overblikket" })).toBeTruthy();
  });

  test("offers an open round to those who may apply", async () => {
    const open = aRound({ status: "open", mayApply: true });
    renderPage(<OverviewPage />, {
      "GET /overview": () => answered(anOverview({ pools: [aPool({ rounds: [open] })] })),
    });
    expect(await screen.findByRole("link", { name: "Søg puljen" })).toBeTruthy();
    expect(screen.getByText(/Åben til 5\. december 2026 kl\. 23\.59/)).toBeTruthy();
  });

  test("000-20 splits a pool into granted, bound and free, which add up to the appropriation", () => {
    const spring = aRound({
      key: testKey("spring"),
      status: "decided",
      frameOere: 28_500_000,
      grantedOere: 28_500_000,
    });
    const pool = aPool({ rounds: [spring, aRound()], returnedOere: 185_000, remainingOere: 31_685_000 });
    const { granted, bound, free } = splitPool(pool);
    expect({ granted, bound, free }).toEqual({ granted: 28_315_000, bound: 31_500_000, free: 185_000 });
    expect(granted + bound + free).toBe(pool.appropriatedOere);
  });
});
