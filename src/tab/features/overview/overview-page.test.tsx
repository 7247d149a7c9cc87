import { act, cleanup, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { anOverview, aPool, aRound, aTask, testKey } from "../../testing/answers.ts";
import { answered, refused, renderPage } from "../../testing/render-page.tsx";
import { OverviewPage } from "./overview-page.tsx";

beforeEach(() => {
  // Elsewhere "(dansk tid)" follows the clock (T36).
  vi.stubEnv("TZ", "Europe/Copenhagen");
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
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
        from: { key: testKey("applicant"), name: "Mette Holm", title: "Teamleder" },
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
      "Frist om 4 dage, fredag den 27. november kl. 23.59",
    ]);
    expect(rows[0]?.textContent).toContain("Gør ansøgningen ”uden titel” færdig");
    expect(rows[1]?.textContent).toContain("Du er leder af centret · EF26-01 · 2. runde");
    expect(rows[2]?.textContent).toContain("2 af 5 er bedømt");
    expect(rows[1]?.querySelector("[data-avatar]")?.textContent).toBe("MH");
    expect(within(rows[1] ?? list).getByText("Mette Holm, Teamleder")).toBeTruthy();
    expect(rows[2]?.querySelector("[data-avatar]")).toBeNull();
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
    expect(await screen.findByRole("link", { name: "Læs og søg" })).toBeTruthy();
    expect(screen.getByText(/Åben til 5\. december 2026 kl\. 23\.59/)).toBeTruthy();
  });
});

describe("the pools at a glance, and what comes next", () => {
  test("000-20 shows where the pool's money is: a table that adds up behind a bar nobody has to see", async () => {
    const split = { spentOere: 4_315_000, boundOere: 24_000_000, setAsideOere: 31_500_000, restOere: 185_000 };
    renderPage(<OverviewPage />, {
      "GET /overview": () => answered(anOverview({ pools: [aPool({ split })] })),
    });
    const table = await screen.findByRole("table", { name: "Hvor er pengene?" });
    const rows = within(table).getAllByRole("row");
    expect(rows.map((row) => row.textContent.replaceAll(/\s/gu, " "))).toEqual([
      "Forbrugt i afsluttede projekter43.150 kr.",
      "Bundet i tilsagn240.000 kr.",
      "Sat af til runder315.000 kr.",
      "Ikke sat af til en runde1.850 kr.",
      "Puljens bevilling600.000 kr.",
    ]);
  });

  test("says who is asked in place of a silent head or a recused chair", async () => {
    const tasks = [
      aTask({ key: testKey("silent"), kind: "approve-application", why: "silent-head", subject: "Skærmbesøg" }),
      aTask({ key: testKey("deputy"), kind: "decide", why: "deputy" }),
    ];
    renderPage(<OverviewPage />, { "GET /overview": () => answered(anOverview({ tasks })) });
    expect(await screen.findByText(/Lederen har ikke svaret, og du er i puljesekretariatet/)).toBeTruthy();
    expect(screen.getByText(/Du afgør i stedet for formanden, som er inhabil/)).toBeTruthy();
    expect(screen.queryByText(/Du er leder af centret/)).toBeNull();
  });

  test("000-17 tells the secretariat how many reviews are missing, and leads to who", async () => {
    const task = aTask({ kind: "reviews-missing", why: "secretariat", done: 23, total: 24, link: "/rounds/1/ranking" });
    renderPage(<OverviewPage />, { "GET /overview": () => answered(anOverview({ tasks: [task] })) });
    expect(await screen.findByText("23 af 24 er bedømt")).toBeTruthy();
    const link = screen.getByRole("link", { name: "Se, hvem der mangler" });
    expect(link.getAttribute("href")).toBe("#/rounds/1/ranking");
  });

  test.each([
    [
      {},
      "Næste dato i puljerne er ansøgningsfristen i 2. runde af Pulje til digitalisering 2026: om 12 dage, lørdag den 5. december kl. 23.59.",
    ],
    [
      { closesAt: "2026-11-20T23:00:00.000Z", reviewBy: "2026-11-24" },
      "Næste dato i puljerne er bedømmernes frist i 2. runde af Pulje til digitalisering 2026: i morgen kl. 23.59.",
    ],
    [
      { closesAt: "2026-11-20T23:00:00.000Z", reviewBy: "2026-11-21", decisionOn: "2026-11-23" },
      "Næste dato i puljerne er formandens frist for at afgøre 2. runde af Pulje til digitalisering 2026: i dag kl. 23.59.",
    ],
    [
      { status: "planned", opensAt: "2026-12-01T07:00:00.000Z" },
      "2. runde af Pulje til digitalisering 2026 åbner 1. december 2026 kl. 08.00.",
    ],
  ] as const)("says when something comes where nothing waits, and leads there: %o", async (over, sentence) => {
    const pools = [aPool({ rounds: [aRound(over)] })];
    renderPage(<OverviewPage />, { "GET /overview": () => answered(anOverview({ pools })) });
    const list = await screen.findByRole("region", { name: "Venter på dig" });
    expect(list.textContent).toContain(sentence);
    const link = within(list).getByRole("link", { name: "Se 2. runde" });
    expect(link.getAttribute("href")).toBe(`#/rounds/${testKey("round")}`);
  });

  test("has no next deadline once everything is decided", async () => {
    const pools = [aPool({ rounds: [aRound({ status: "decided" })] })];
    renderPage(<OverviewPage />, { "GET /overview": () => answered(anOverview({ pools })) });
    expect(await screen.findByText(/Der er ingen kommende frister i puljerne/)).toBeTruthy();
  });

  test("counts a deadline down by the service's clock while the page stands", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const tasks = [aTask({ deadline: "2026-11-23T09:31:00.000Z" })];
    renderPage(<OverviewPage />, { "GET /overview": () => answered(anOverview({ tasks })) });
    expect(await screen.findByText("Frist om 31 minutter, kl. 10.30")).toBeTruthy();
    await act(() => vi.advanceTimersByTimeAsync(120_000));
    expect(screen.getByText("Frist om 29 minutter, kl. 10.30")).toBeTruthy();
    await act(() => vi.advanceTimersByTimeAsync(1_800_000));
    expect(screen.getByText("Frist overskredet")).toBeTruthy();
    vi.useRealTimers();
  });
});
