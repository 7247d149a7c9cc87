import { cleanup, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { ProgrammePage } from "#contract/action-plans.ts";
import { aMe, testKey, testNow } from "../../testing/answers.ts";
import { answered, type FakeService, refused, renderPage } from "../../testing/render-page.tsx";
import { PlanPage } from "./plan-page.tsx";
import { ProgrammeView } from "./programme-page.tsx";

// The form comes with a script of its own.
beforeAll(() => import("./programme-form.tsx"));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  window.location.hash = "";
});

const area = {
  number: 1,
  name: "Borger",
  klText: "KL siger",
  localStrategy: "Vi siger",
  examples: ["It-hjælp"],
  itemCount: 2,
};
const key = testKey("programme");
const page: ProgrammePage = {
  programme: {
    key,
    title: "Digitaliseringsprogram 2021-2025",
    fromYear: 2021,
    toYear: 2025,
    caseNumber: "21/6103",
    state: "draft",
    supersedes: [],
    alignedWith: ["KL's program"],
    organisation: "IT",
    steeringGroup: "",
    versions: [],
  },
  areas: [area, { ...area, number: 2, name: "Klima", itemCount: 0 }],
  isCurrent: true,
  others: [{ key: testKey("old"), title: "Strategi", fromYear: 2016, toYear: 2020 }],
  may: { create: true, edit: true },
};

/** Each test types into a programme of its own: what was typed outlives the page. */
function open(rest: string, more: FakeService = {}, shown = page) {
  const path = rest === "" || rest === "new" ? "current" : (rest.split("/")[0] ?? "");
  return renderPage(<ProgrammeView rest={rest} />, { [`GET /programmes/${path}`]: () => answered(shown), ...more });
}
const box = (name: string | RegExp) => screen.findByRole<HTMLInputElement>("textbox", { name });

describe("the programme", () => {
  test("is read by everybody, with the way to other programmes, and offers what may be done", async () => {
    open("");
    expect(await screen.findByRole("heading", { name: "1. Borger" })).toBeTruthy();
    expect(screen.getByRole("link", { name: "Strategi (2016–2020)" })).toBeTruthy();
    expect(screen.getByRole("link", { name: "Ret" }).getAttribute("href")).toBe(`#/action-plan/programme/${key}/edit`);
    expect(screen.getByRole("link", { name: "Nyt program" })).toBeTruthy();
  });

  test("offers nothing to readers, and says who writes it where one opens the form", async () => {
    const readers = { ...page, may: { create: false, edit: false } };
    open("", {}, readers);
    await screen.findByRole("heading", { name: "1. Borger" });
    expect(screen.queryByRole("link", { name: "Ret" })).toBeNull();
    cleanup();
    open(`${key}/edit`, {}, readers);
    expect(await screen.findByText("Du kan ikke skrive programmet.")).toBeTruthy();
  });

  test("finally approved it is said to change with a new one only", async () => {
    const programme = page.programme && { ...page.programme, state: "approved" as const };
    open(`${key}/edit`, {}, { ...page, programme, may: { create: true, edit: false } });
    expect(await screen.findByText("Programmet er endeligt godkendt og ændres kun med et nyt program.")).toBeTruthy();
  });

  test("where there is none, those who may make it are led to the form", async () => {
    open("", {}, { areas: [], isCurrent: false, others: [], may: { create: true, edit: false } });
    expect((await screen.findByRole("link", { name: "Nyt program" })).getAttribute("href")).toBe(
      "#/action-plan/programme/new",
    );
  });

  test("where there is none, the plan leads there too", async () => {
    const plan = { now: testNow, today: "2026-11-23", areas: [], staleAfterDays: 60, may: { create: false } };
    const show = (programme: boolean) =>
      renderPage(<PlanPage rest="" />, {
        "GET /me": () => answered(aMe()),
        "GET /action-plan": () => answered({ ...plan, may: { ...plan.may, programme } }),
      });
    show(true);
    expect((await screen.findByRole("link", { name: "Nyt program" })).getAttribute("href")).toBe(
      "#/action-plan/programme/new",
    );
    cleanup();
    show(false);
    await screen.findByText("Der er ikke oprettet et program endnu.");
    expect(screen.queryByRole("link", { name: "Nyt program" })).toBeNull();
  });
});

describe("the programme's form", () => {
  test("sends only what was changed, with what stood there, and keeps words on an error", async () => {
    let isDown = true;
    const { calls } = open(`${key}/edit`, {
      [`PATCH /programmes/${key}`]: () =>
        isDown ? refused(503, "unavailable", "SharePoint svarer ikke.") : answered(page),
    });
    const [strategy] = await screen.findAllByRole("textbox", { name: "Vores egen strategi" });
    await userEvent.type(strategy ?? document.body, " nu");
    await userEvent.click(screen.getByRole("button", { name: "Gem" }));
    expect((await screen.findByRole("alert")).textContent).toContain("SharePoint svarer ikke.");
    isDown = false;
    await userEvent.click(screen.getByRole("button", { name: "Gem" }));
    await screen.findByText("Programmet er gemt.");
    expect(calls.filter(({ method }) => method === "PATCH").at(-1)).toMatchObject({
      body: {
        changes: { areas: [{ number: 1, localStrategy: "Vi siger nu" }] },
        seen: { areas: [{ number: 1, localStrategy: "Vi siger" }] },
      },
    });
    expect(window.location.hash).toBe(`#/action-plan/programme/${key}`);
  });

  test("the same field changed by another: both texts stand there, and saving again puts one's own", async () => {
    let presses = 0;
    const theirs = page.programme && { ...page.programme, organisation: "Deres" };
    const fields = [{ field: "organisation", code: "changed-meanwhile", data: { theirs: "Deres" } }];
    const clash = { type: "about:blank", title: "x", status: 409, detail: "Imens.", code: "changed-meanwhile", fields };
    const { calls } = open(`${key}/edit`, {
      [`GET /programmes/${key}`]: () => answered(presses === 0 ? page : { ...page, programme: theirs }),
      [`PATCH /programmes/${key}`]: () => {
        presses += 1;
        return presses === 1 ? { status: 409, body: { ...clash, instance: "nr-1" } } : answered(page);
      },
    });
    const owner = await box(/^Ansvarlig/u);
    await userEvent.clear(owner);
    await userEvent.type(owner, "Mit");
    await userEvent.click(screen.getByRole("button", { name: "Gem" }));
    expect(await screen.findByText(/^En anden har imens skrevet: Deres\./u)).toBeTruthy();
    expect(owner.value).toBe("Mit");
    await vi.waitFor(() => expect(calls.filter(({ method }) => method === "GET")).toHaveLength(2));
    await userEvent.click(screen.getByRole("button", { name: "Gem" }));
    await screen.findByText("Programmet er gemt.");
    expect(calls.filter(({ method }) => method === "PATCH").map(({ body }) => body)).toMatchObject([
      { changes: { organisation: "Mit" }, seen: { organisation: "IT" } },
      { changes: { organisation: "Mit" }, seen: { organisation: "Deres" } },
    ]);
  });

  test("a new one begins with the areas of today's and is sent whole; a year that is none is said before", async () => {
    const { calls } = open("new", { "POST /programmes": () => answered(page) });
    expect((await box(/^Første år/u)).value).toBe("2026");
    await userEvent.type(await box(/^Titel/u), "Digitaliseringsprogram 2026-2030");
    await userEvent.click(screen.getByRole("button", { name: "Opret program" }));
    expect(await screen.findByText("Skriv et årstal med fire cifre, f.eks. 2027.")).toBeTruthy();
    expect(calls.filter(({ method }) => method === "POST")).toEqual([]);
    await userEvent.type(await box(/^Sidste år/u), "2030");
    await userEvent.click(screen.getByRole("button", { name: "Tilføj fokusområde" }));
    const names = await screen.findAllByRole("textbox", { name: /^Navn/u });
    await userEvent.type(names.at(-1) ?? document.body, "Kunstig intelligens");
    await userEvent.click(screen.getByRole("button", { name: "Opret program" }));
    await screen.findByText("”Digitaliseringsprogram 2021-2025” er oprettet som udkast.");
    expect(calls.filter(({ method }) => method === "POST")).toMatchObject([
      {
        body: {
          fromYear: 2026,
          toYear: 2030,
          supersedes: ["Digitaliseringsprogram 2021-2025"],
          areas: [
            { name: "Borger", klText: "KL siger", localStrategy: "" },
            { name: "Klima" },
            { name: "Kunstig intelligens" },
          ],
        },
      },
    ]);
  });
});
