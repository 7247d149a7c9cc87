import { cleanup, configure, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import * as z from "zod/mini";
import {
  type ActionItemView,
  type ActionPlan,
  type ActionRow,
  actionItemSchema,
  actionPlanSchema,
} from "#contract/action-plans.ts";
import { aMe, testKey, testNow } from "../../testing/answers.ts";
import { answered, type FakeService, refused, renderPage } from "../../testing/render-page.tsx";
import { da } from "../../texts/da.ts";
import { planRoute, readPlanAddress } from "./plan-address.ts";
import { PlanPage } from "./plan-page.tsx";

// A busy machine is no failure; what does not come at all fails all the same.
configure({ asyncUtilTimeout: 10_000 });

// The views come as scripts of their own; a busy machine takes longer than a test waits.
beforeAll(async () => {
  await Promise.all([import("./plan-board.tsx"), import("./plan-timeline.tsx")]);
  // Known to browsers, not to jsdom.
  Element.prototype.setPointerCapture = () => undefined;
});
afterEach(cleanup);
beforeEach(() => {
  window.history.replaceState(null, "", "#/");
});

const user = { key: testKey("me"), name: "Mette Holm", title: "Teamleder" };

function aRow(title: string, over: Partial<ActionRow> = {}): ActionRow {
  return {
    key: testKey(title),
    title,
    status: "running",
    light: { light: "green", reasons: [] },
    ownerRole: "Teamleder",
    owner: user,
    ownerLeft: false,
    centreKey: testKey("centre"),
    centreName: "Center for Sundhed og Omsorg",
    focusArea: 1,
    furtherAreas: [],
    sdgs: [],
    from: "2026-03-01",
    to: "2026-12-31",
    milestones: [],
    updatedAt: testNow,
    daysSinceUpdate: 0,
    isStale: false,
    may: { edit: true, report: true },
    nextStatuses: ["planned", "on-hold", "done", "stopped"],
    ...over,
  };
}

const late = aRow("Skærmbesøg", {
  focusArea: 3,
  light: {
    light: "red",
    reasons: [{ kind: "milestone-overdue", light: "red", title: "Skærme sat op", due: "2026-10-01", days: 53 }],
  },
  ownerLeft: true,
  nextMilestone: { key: testKey("m"), title: "Skærme sat op", due: "2026-10-01" },
  daysSinceUpdate: 70,
  isStale: true,
});

function aPlan(rows: readonly ActionRow[]): ActionPlan {
  const areas = da.words.focusAreas.map((name, index) => ({
    number: index + 1,
    name,
    klText: "",
    localStrategy: "",
    examples: [],
    items: rows.filter(({ focusArea }) => focusArea === index + 1),
  }));
  return z.parse(actionPlanSchema, {
    now: testNow,
    today: "2026-11-23",
    programme: {
      key: testKey("programme"),
      title: "Digitaliseringsprogram 2026-2029",
      fromYear: 2026,
      toYear: 2029,
      caseNumber: "",
      state: "approved",
      supersedes: [],
      alignedWith: [],
      organisation: "",
      steeringGroup: "",
      versions: [],
    },
    areas,
    staleAfterDays: 60,
    may: { create: true },
  });
}

function anItem(item: ActionRow, over: Partial<ActionItemView> = {}): ActionItemView {
  return z.parse(actionItemSchema, {
    now: testNow,
    today: "2026-11-23",
    item,
    description: "",
    programmeTitle: "",
    focusAreaName: "",
    notes: [],
    timeline: [],
    ...over,
  });
}

function show(rest: string, rows: readonly ActionRow[], more: FakeService = {}) {
  return renderPage(<PlanPage rest={rest} />, {
    "GET /me": () => answered(aMe()),
    "GET /action-plan": () => answered(aPlan(rows)),
    ...more,
  });
}

const bus = aRow("Bybus");

describe("the table", () => {
  test("001-18 stands under the six areas in KL's order, an empty one with 0, the light in words with its reason", async () => {
    show("", [bus, late]);
    const table = await screen.findByRole("table", { name: "Handlingsplan" });
    const groups = within(table)
      .getAllByRole("rowheader")
      .map(({ textContent }) => textContent);
    expect(groups.filter((text) => /^\d\./.test(text ?? "")).map((text) => text?.slice(0, 2))).toEqual([
      "1.",
      "2.",
      "3.",
      "4.",
      "5.",
      "6.",
    ]);
    expect(groups.find((text) => text?.startsWith("2."))).toContain("0 indsatser");
    const row = within(table).getByRole("row", { name: /Skærmbesøg/ });
    expect(row.textContent).toContain("Rød");
    expect(row.textContent).toContain("“Skærme sat op” skulle være nået 01-10-2026.");
    expect(row.textContent).toContain("Ejeren er fratrådt");
    expect(row.textContent).toContain("for 70 dage siden");
  });

  test("shows what the filters in the address let through, and says how many that is", async () => {
    show("table?light=red", [bus, late]);
    expect(await screen.findByText("1 af 2 indsatser passer til filtrene")).toBeTruthy();
    expect(screen.queryByRole("link", { name: "Bybus" })).toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "Nulstil filtre" }));
    expect(window.location.hash).toBe("#/action-plan/table");
  });

  test("an address holds view and filters both ways", () => {
    const { view, filter } = readPlanAddress("board?mine=1&search=bus&area=3");
    expect(planRoute(view, filter)).toBe("/action-plan/board?area=3&search=bus&mine=1");
    expect(readPlanAddress("nonsense").view).toBe("table");
  });
});

describe("the board", () => {
  test("moves a card with the arrow keys to the nearest column it may stand in", async () => {
    const { calls } = show("board", [bus], {
      [`POST /action-items/${bus.key}/report`]: () =>
        answered(anItem({ ...bus, status: "planned", nextStatuses: ["running"] })),
    });
    const move = await screen.findByRole("button", { name: "Flyt ”Bybus”" });
    move.focus();
    await userEvent.keyboard("{ArrowLeft}");
    expect(await screen.findByText("”Bybus” er flyttet til Planlagt.")).toBeTruthy();
    expect(calls.find(({ method }) => method === "POST")?.body).toMatchObject({ status: "planned" });
    await userEvent.click(screen.getByRole("button", { name: "Fortryd" }));
    await waitFor(() => {
      expect(calls.filter(({ method }) => method === "POST").at(-1)?.body).toMatchObject({ status: "running" });
    });
  });

  test("asks why before a card is put on hold", async () => {
    const { calls } = show("board", [bus], {
      [`POST /action-items/${bus.key}/report`]: () => answered(anItem({ ...bus, status: "on-hold" })),
    });
    (await screen.findByRole("button", { name: "Flyt ”Bybus”" })).focus();
    await userEvent.keyboard("{ArrowRight}");
    const dialog = await screen.findByRole("dialog");
    expect(calls.some(({ method }) => method === "POST")).toBe(false);
    await userEvent.type(within(dialog).getByRole("textbox"), "Leverandøren er forsinket");
    await userEvent.click(within(dialog).getByRole("button", { name: "Flyt til På hold" }));
    await waitFor(() => {
      expect(calls.find(({ method }) => method === "POST")?.body).toMatchObject({
        status: "on-hold",
        note: "Leverandøren er forsinket",
      });
    });
  });

  test("offers every column it may stand in where the button is pressed", async () => {
    const { calls } = show("board", [bus], {
      [`POST /action-items/${bus.key}/report`]: () => answered(anItem({ ...bus, status: "done", nextStatuses: [] })),
    });
    await userEvent.click(await screen.findByRole("button", { name: "Flyt ”Bybus”" }));
    const ways = screen.getAllByRole("button", { name: /^Flyt til / }).map(({ textContent }) => textContent);
    expect(ways).toEqual(["Flyt til Planlagt", "Flyt til På hold", "Flyt til Gennemført", "Flyt til Stoppet"]);
    await userEvent.click(screen.getByRole("button", { name: "Flyt til Gennemført" }));
    expect(await screen.findByText("”Bybus” er flyttet til Gennemført.")).toBeTruthy();
    expect(calls.find(({ method }) => method === "POST")?.body).toMatchObject({ status: "done" });
  });

  test("offers no moves to who may only read", async () => {
    show("board", [{ ...bus, may: { edit: false, report: false } }]);
    expect(await screen.findByRole("link", { name: "Bybus" })).toBeTruthy();
    expect(screen.queryByRole("button", { name: /^Flyt/ })).toBeNull();
  });
});

describe("the timeline", () => {
  const moved = { ...bus, from: "2026-03-08", to: "2027-01-07" };

  async function moveByKeys(keys: string): Promise<void> {
    const bar = await screen.findByRole("button", { name: /^Bybus: / });
    bar.focus();
    await userEvent.keyboard(keys);
  }

  test("a bar moves by keyboard, is saved by Enter, and the move can be undone", async () => {
    const { calls } = show("timeline", [bus], {
      [`POST /action-items/${bus.key}/edit`]: () => answered(anItem(moved)),
    });
    await moveByKeys("{ArrowRight}");
    expect(calls.some(({ method }) => method === "POST")).toBe(false);
    await userEvent.keyboard("{Enter}");
    await screen.findByText("”Bybus” er flyttet til 8. marts 2026 – 7. januar 2027.");
    const changes = { from: "2026-03-08", to: "2027-01-07" };
    const seen = { from: "2026-03-01", to: "2026-12-31" };
    expect(calls.find(({ method }) => method === "POST")?.body).toMatchObject({ changes, seen });
    await userEvent.click(screen.getByRole("button", { name: "Fortryd" }));
    await waitFor(() => {
      expect(calls.filter(({ method }) => method === "POST").at(-1)?.body).toMatchObject({
        changes: seen,
        seen: changes,
      });
    });
  });

  test("a moved bar stays where it was put, also while the plan is not read again yet", async () => {
    let reads = 0;
    show("timeline", [bus], {
      "GET /action-plan": () => {
        reads += 1;
        return reads === 1 ? answered(aPlan([bus])) : refused(503, "sharepoint-busy", "Optaget.");
      },
      [`POST /action-items/${bus.key}/edit`]: () => answered(anItem(moved)),
    });
    await moveByKeys("{ArrowRight}{Enter}");
    await screen.findByText("”Bybus” er flyttet til 8. marts 2026 – 7. januar 2027.");
    await waitFor(() => {
      expect(reads).toBeGreaterThan(1);
    });
    expect(screen.getByRole("button", { name: /^Bybus: 8\. marts 2026/ })).toBeTruthy();
  });

  test("Escape takes a move back before it is sent", async () => {
    const { calls } = show("timeline", [bus]);
    await moveByKeys("{PageDown}{Escape}");
    expect(await screen.findByText("Flytningen er fortrudt.")).toBeTruthy();
    expect(calls.some(({ method }) => method === "POST")).toBe(false);
  });

  test("two people at the same bar: says what the other did, and moves again when asked", async () => {
    const theirs = { ...bus, from: "2026-05-01", to: "2026-09-30" };
    const timeline = [{ at: testNow, action: "moved", who: "Sune Ravn", data: {} }];
    let presses = 0;
    const { calls } = show("timeline", [bus], {
      [`GET /action-items/${bus.key}`]: () => answered(anItem(theirs, { timeline })),
      [`POST /action-items/${bus.key}/edit`]: () => {
        presses += 1;
        return presses === 1 ? refused(409, "changed-meanwhile", "Ændret imens.") : answered(anItem(moved));
      },
    });
    await moveByKeys("{ArrowRight}{Enter}");
    const note = await screen.findByRole("alert");
    expect(note.textContent).toContain("Sune Ravn har imens flyttet ”Bybus” til 1. maj 2026 – 30. september 2026.");
    expect(note.textContent).toContain("Du ville flytte den til 8. marts 2026 – 7. januar 2027.");
    await userEvent.click(screen.getByRole("button", { name: "Flyt til mine datoer" }));
    await screen.findByText("”Bybus” er flyttet til 8. marts 2026 – 7. januar 2027.");
    expect(calls.filter(({ method }) => method === "POST").at(-1)?.body).toMatchObject({
      seen: { from: "2026-05-01", to: "2026-09-30" },
    });
  });

  test("a press opens the dates, which say what is wrong with them", async () => {
    show("timeline", [bus]);
    await userEvent.click(await screen.findByRole("button", { name: /^Bybus: / }));
    const dialog = await screen.findByRole("dialog");
    const to = within(dialog).getByLabelText(/^Til og med/);
    await userEvent.clear(to);
    await userEvent.type(to, "1-1-2026");
    await userEvent.click(within(dialog).getByRole("button", { name: "Gem" }));
    expect(within(dialog).getByText("Slutdagen kan ikke ligge før startdagen.")).toBeTruthy();
  });
});
