import { cleanup, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { NeedsView, NeedView } from "#contract/needs.ts";
import { testKey } from "../../testing/answers.ts";
import { answered, refused, renderPage } from "../../testing/render-page.tsx";
import { NeedsPage } from "./needs-page.tsx";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const now = "2026-11-23T09:00:00.000Z";
const answers = { problem: "Vi skriver det samme tre steder", affected: "Alle på vagt", frequency: "daily" } as const;

function aNeed(overrides: Partial<NeedView> = {}): NeedView {
  return {
    key: testKey("need"),
    ...answers,
    centreKey: testKey("centre"),
    centreName: "Center for Sundhed og Omsorg",
    registeredAt: now,
    status: "open",
    supporters: 0,
    otherCentres: 0,
    supported: false,
    mine: false,
    may: { edit: false, support: true, handle: false },
    ...overrides,
  };
}

function aPage(overrides: Partial<NeedsView> = {}): NeedsView {
  return {
    now,
    centreName: "Center for Sundhed og Omsorg",
    all: false,
    mayRegister: true,
    needs: [],
    form: { answers: { problem: "", affected: "", frequency: "" } },
    ...overrides,
  };
}

describe("the page of needs", () => {
  test("003-06 registers three answers with one press", async () => {
    const made = aNeed({ mine: true, may: { edit: true, support: false, handle: false } });
    let registered = false;
    const { calls } = renderPage(<NeedsPage />, {
      "GET /needs": () => answered(aPage(registered ? { needs: [made] } : {})),
      "PATCH /needs/form": () => answered({ savedAt: now, notStored: [] }),
      "POST /needs": () => {
        registered = true;
        return answered(aPage({ needs: [made] }));
      },
    });
    await userEvent.type(await screen.findByRole("textbox", { name: /Hvad er besværligt/u }), answers.problem);
    await userEvent.type(screen.getByRole("textbox", { name: /Hvem rammer det/u }), answers.affected);
    await userEvent.click(screen.getByRole("radio", { name: "Hver dag" }));
    await userEvent.click(screen.getByRole("button", { name: "Registrér behovet" }));
    const mine = await screen.findByRole("region", { name: "Mine behov" });
    expect(await within(mine).findByText(answers.problem)).toBeTruthy();
    expect(calls.find(({ method, path }) => method === "POST" && path === "/needs")?.body).toMatchObject({ answers });
    expect(screen.getByRole<HTMLTextAreaElement>("textbox", { name: /Hvad er besværligt/u }).value).toBe("");
  });

  test("shows what is wrong beside each field, and keeps every word", async () => {
    const problem = { field: "problem", code: "cpr", data: {} };
    renderPage(<NeedsPage />, {
      "GET /needs": () => answered(aPage({ form: { answers: { ...answers }, savedAt: now } })),
      "POST /needs": () => ({
        status: 422,
        body: { type: "", title: "", status: 422, detail: "", code: "incomplete", instance: "n", fields: [problem] },
      }),
    });
    await userEvent.click(await screen.findByRole("button", { name: "Registrér behovet" }));
    expect(await screen.findByText(/CPR-nummer. /u)).toBeTruthy();
    expect(screen.getByRole<HTMLTextAreaElement>("textbox", { name: /Hvad er besværligt/u }).value).toBe(
      answers.problem,
    );
  });

  test("stores what is typed when the page is left, and finds it again", async () => {
    const { calls, unmount } = renderPage(<NeedsPage />, {
      "GET /needs": () => answered(aPage()),
      "PATCH /needs/form": () => answered({ savedAt: now, notStored: ["problem"] }),
    });
    await userEvent.type(await screen.findByRole("textbox", { name: /Hvad er besværligt/u }), "Ring");
    unmount();
    await vi.waitFor(() => {
      expect(calls.find(({ method }) => method === "PATCH")?.body).toEqual({
        changes: { problem: "Ring", affected: "", frequency: "" },
      });
    });
  });
});

describe("needs and what becomes of them", () => {
  test("lets a colleague say that it affects them too, and tells how many have", async () => {
    const supported = aNeed({ supporters: 2, otherCentres: 1, supported: true });
    let said = false;
    const { calls } = renderPage(<NeedsPage />, {
      "GET /needs": () => answered(aPage({ needs: [said ? supported : aNeed()] })),
      [`POST /needs/${testKey("need")}/support`]: () => {
        said = true;
        return answered(aPage({ needs: [supported] }));
      },
    });
    await userEvent.click(await screen.findByRole("button", { name: "Det rammer også os" }));
    expect(await screen.findByText(/2 andre har det samme, også i 1 andet center/u)).toBeTruthy();
    expect(calls.find(({ method }) => method === "POST")?.body).toMatchObject({ supports: true });
  });

  test("003-07 tells the finder what became of the need, with the way there", async () => {
    const outcome = {
      kind: "application",
      at: now,
      byName: "Karin Thorup",
      number: "EF26-07",
      writerName: "Mette Skovgaard",
      state: "draft",
      link: `/drafts/${testKey("draft")}`,
    } as const;
    const need = aNeed({
      mine: true,
      status: "application",
      outcome,
      may: { edit: false, support: false, handle: false },
    });
    renderPage(<NeedsPage />, { "GET /needs": () => answered(aPage({ needs: [need] })) });
    expect(await screen.findByText(/Blev til ansøgningen EF26-07 \(Karin Thorup/u)).toBeTruthy();
    expect(screen.getByText("Den er under udarbejdelse. Mette Skovgaard skriver den.")).toBeTruthy();
    expect(screen.getByRole("link", { name: "Åbn EF26-07" }).getAttribute("href")).toBe(`#/drafts/${testKey("draft")}`);
  });

  test("offers a round with the last minute of its deadline", async () => {
    const need = aNeed({ may: { edit: true, support: true, handle: true } });
    const writers = [{ key: testKey("p"), name: "Mette Skovgaard", title: "Teamleder" }];
    const round = { key: testKey("r"), name: "2. runde", poolTitle: "Puljen", closesAt: "2026-12-14T23:00:00.000Z" };
    renderPage(<NeedsPage />, {
      "GET /needs": () => answered(aPage({ all: true, needs: [need] })),
      [`GET /needs/${need.key}/ways`]: () => answered({ title: "T", rounds: [round], writers, focusAreas: [] }),
    });
    await userEvent.click(await screen.findByRole("button", { name: "Gør til ansøgning" }));
    expect(
      await screen.findByRole("option", { name: /^2\. runde, Puljen \(14\. december 2026 kl\. 23\.59/u }),
    ).toBeTruthy();
  });

  test("offers application, action item and closing to who handles needs, and says why a way is shut", async () => {
    const need = aNeed({ may: { edit: true, support: true, handle: true } });
    const writers = [{ key: testKey("p"), name: "Mette Skovgaard", title: "Teamleder" }];
    renderPage(<NeedsPage />, {
      "GET /needs": () => answered(aPage({ all: true, needs: [need] })),
      [`GET /needs/${need.key}/ways`]: () => answered({ title: "T", rounds: [], writers, focusAreas: [] }),
    });
    await userEvent.click(await screen.findByRole("button", { name: "Gør til ansøgning" }));
    expect(await screen.findByText(/Ingen runde er åben for centret/u)).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "OK" }));
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(screen.getByRole("button", { name: "Gør til indsats" })).toBeTruthy();
    expect(screen.getByRole("button", { name: "Luk med et svar" })).toBeTruthy();
  });

  test("shows an error with a way to try again, and no form to who speaks for a council", async () => {
    let broken = true;
    renderPage(<NeedsPage />, {
      "GET /needs": () =>
        broken
          ? refused(503, "unavailable", "SharePoint svarer ikke lige nu.")
          : answered(aPage({ mayRegister: false })),
    });
    expect((await screen.findByRole("alert")).textContent).toContain("SharePoint svarer ikke lige nu.");
    broken = false;
    await userEvent.click(screen.getByRole("button", { name: "Prøv igen" }));
    expect(await screen.findByRole("heading", { name: "Behov" })).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Registrér behovet" })).toBeNull();
  });
});
