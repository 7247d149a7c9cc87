import { cleanup, configure, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, describe, expect, test } from "vitest";
import * as z from "zod/mini";
import {
  type ActionItemView,
  actionChoicesSchema,
  actionItemSchema,
  actionPlanSchema,
} from "#contract/action-plans.ts";
import { testKey, testNow } from "../../testing/answers.ts";
import { answered, type FakeAnswer, type FakeService, renderPage } from "../../testing/render-page.tsx";
import { ItemPage } from "./item-page.tsx";
import { NewItemPage } from "./new-item-page.tsx";

// A busy machine is no failure; what does not come at all fails all the same.
configure({ asyncUtilTimeout: 10_000 });
afterEach(cleanup);

const key = testKey("item");
const path = `/action-items/${key}`;
const milestone = { key: testKey("m"), title: "Skærme sat op", due: "2026-10-01" };

function anItem(over: object = {}, item: object = {}): ActionItemView {
  return z.parse(actionItemSchema, {
    now: testNow,
    today: "2026-11-23",
    item: {
      key,
      title: "Skærmbesøg",
      status: "running",
      light: { light: "yellow", reasons: [{ kind: "not-updated", light: "yellow", since: "2026-08-01", days: 114 }] },
      ownerRole: "Teamleder",
      owner: { key: testKey("me"), name: "Mette Holm", title: "Teamleder" },
      ownerLeft: false,
      centreKey: testKey("centre"),
      centreName: "Center for Sundhed og Omsorg",
      focusArea: 3,
      furtherAreas: [],
      sdgs: [9, 16],
      from: "2026-03-01",
      to: "2026-12-31",
      milestones: [milestone],
      nextMilestone: milestone,
      updatedAt: "2026-08-01T09:00:00.000Z",
      daysSinceUpdate: 114,
      isStale: true,
      may: { edit: true, report: true },
      nextStatuses: ["planned", "on-hold", "done", "stopped"],
      ...item,
    },
    description: "Vi vil afprøve skærmbesøg.",
    programmeTitle: "Digitaliseringsprogram",
    focusAreaName: "Sammenhængende velfærdsforløb og indsatser",
    notes: [],
    timeline: [],
    ...over,
  });
}

const areas = [
  { number: 1, name: "Borger", klText: "", localStrategy: "", examples: [], items: [] },
  { number: 3, name: "Velfærd", klText: "", localStrategy: "", examples: [], items: [] },
];
const forms: FakeService = {
  "GET /action-plan": () =>
    answered(
      z.parse(actionPlanSchema, {
        now: testNow,
        today: "2026-11-23",
        areas,
        staleAfterDays: 60,
        may: { create: true },
      }),
    ),
  "GET /action-plan/choices": () =>
    answered(
      z.parse(actionChoicesSchema, {
        centres: [{ key: testKey("centre"), name: "Center for Sundhed og Omsorg" }],
        persons: [{ key: testKey("me"), name: "Mette Holm", title: "Teamleder", centreName: "" }],
      }),
    ),
};

function show(view: ActionItemView, more: FakeService = {}) {
  return renderPage(<ItemPage itemKey={key} />, { [`GET ${path}`]: () => answered(view), ...forms, ...more });
}

function wrong(status: number, code: string, fields: readonly object[]): FakeAnswer {
  return { status, body: { type: "about:blank", title: code, status, detail: code, code, instance: "nr", fields } };
}

describe("an item", () => {
  test("002-05 says what it is, why its light is yellow, and its goals by their official names", async () => {
    show(anItem());
    expect(await screen.findByRole("heading", { name: "Skærmbesøg" })).toBeTruthy();
    expect(screen.getByText("Ikke opdateret siden 01-08-2026.")).toBeTruthy();
    expect(screen.getByText("9 Industri, innovation og infrastruktur")).toBeTruthy();
    expect(screen.getByText("16 Fred, retfærdighed og stærke institutioner")).toBeTruthy();
    expect(screen.getByText("Overskredet")).toBeTruthy();
  });

  test("is said to be unchanged by one press", async () => {
    const { calls } = show(anItem(), { [`POST ${path}/unchanged`]: () => answered(anItem()) });
    await userEvent.click(await screen.findByRole("button", { name: "Uændret" }));
    expect(await screen.findByText("Tak. Indsatsen er sat som opdateret i dag.")).toBeTruthy();
    expect(calls.filter(({ method }) => method === "POST")).toHaveLength(1);
  });

  test("an update that is refused stays in its fields, also after another page, and is sent with what differs", async () => {
    let refusals = 1;
    const { calls, unmount } = show(anItem(), {
      [`POST ${path}/report`]: () => {
        refusals -= 1;
        return refusals >= 0
          ? wrong(422, "incomplete", [{ field: "note", code: "cpr", data: {} }])
          : answered(anItem({}, { status: "done" }));
      },
    });
    await userEvent.type(await screen.findByLabelText("Skriv kort, hvordan det går"), "Alle stuer er med");
    await userEvent.selectOptions(screen.getByLabelText("Status"), "done");
    await userEvent.click(screen.getByRole("button", { name: "Gem opdatering" }));
    expect(await screen.findByText("Her står noget, der ligner et CPR-nummer. Fjern det.")).toBeTruthy();
    expect(screen.getByLabelText<HTMLTextAreaElement>("Skriv kort, hvordan det går").value).toBe("Alle stuer er med");
    const closing = new Event("beforeunload", { cancelable: true });
    window.dispatchEvent(closing);
    expect(closing.defaultPrevented).toBe(true);
    await userEvent.click(screen.getByRole("button", { name: "Gem opdatering" }));
    expect(await screen.findByText("Opdateringen er gemt.")).toBeTruthy();
    expect(calls.filter(({ method }) => method === "POST").at(-1)?.body).toMatchObject({
      note: "Alle stuer er med",
      status: "done",
    });
    unmount();
  });

  test("a milestone is ticked as reached today, beside what one saw of it", async () => {
    const { calls } = show(anItem(), { [`POST ${path}/edit`]: () => answered(anItem()) });
    await userEvent.click(await screen.findByRole("checkbox", { name: "Skærme sat op" }));
    expect(await screen.findByText("”Skærme sat op” er sat som nået.")).toBeTruthy();
    expect(calls.find(({ method }) => method === "POST")?.body).toMatchObject({
      changes: { milestones: [{ ...milestone, doneOn: "2026-11-23" }] },
      seen: { milestones: [milestone] },
    });
  });

  test("can only be read by who may only read", async () => {
    show(anItem({}, { may: { edit: false, report: false } }));
    expect(await screen.findByText(/^Du kan læse indsatsen\./)).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Uændret" })).toBeNull();
    expect(screen.queryByRole("button", { name: "Ret" })).toBeNull();
    expect(screen.getByRole<HTMLInputElement>("checkbox", { name: "Skærme sat op" }).disabled).toBe(true);
  });
});

describe("editing", () => {
  test("the same field changed by another: both values stand there, and saving again puts one's own", async () => {
    let presses = 0;
    const theirs = anItem({}, { title: "Skærmbesøg i hele kommunen" });
    const { calls } = renderPage(<ItemPage itemKey={key} />, {
      ...forms,
      [`GET ${path}`]: () => answered(presses === 0 ? anItem() : theirs),
      [`POST ${path}/edit`]: () => {
        presses += 1;
        const data = { theirs: "Skærmbesøg i hele kommunen" };
        return presses === 1
          ? wrong(409, "changed-meanwhile", [{ field: "title", code: "changed-meanwhile", data }])
          : answered(anItem({}, { title: "Skærmbesøg 2" }));
      },
    });
    await userEvent.click(await screen.findByRole("button", { name: "Ret" }));
    const dialog = await screen.findByRole("dialog");
    const title = await within(dialog).findByLabelText<HTMLInputElement>(/^Titel/);
    await userEvent.type(title, " 2");
    await userEvent.click(within(dialog).getByRole("button", { name: "Gem" }));
    expect(await within(dialog).findByText(/^En anden har imens skrevet: Skærmbesøg i hele kommunen\./)).toBeTruthy();
    expect(title.value).toBe("Skærmbesøg 2");
    await screen.findByRole("heading", { name: "Skærmbesøg i hele kommunen" });
    await userEvent.click(within(dialog).getByRole("button", { name: "Gem" }));
    expect(await screen.findByText("Ændringerne er gemt.")).toBeTruthy();
    const bodies = calls.filter(({ method }) => method === "POST").map(({ body }) => body);
    expect(bodies).toMatchObject([
      { changes: { title: "Skærmbesøg 2" }, seen: { title: "Skærmbesøg" } },
      { changes: { title: "Skærmbesøg 2" }, seen: { title: "Skærmbesøg i hele kommunen" } },
    ]);
  });
});

describe("a new item", () => {
  test("001-17 is not sent without its main focus area, and then with all that was typed", async () => {
    const { calls } = renderPage(<NewItemPage />, { ...forms, "POST /action-items": () => answered(anItem()) });
    await userEvent.type(await screen.findByLabelText(/^Titel/), "Skærmbesøg");
    await userEvent.selectOptions(screen.getByLabelText("Ejer"), "Mette Holm, Teamleder");
    await userEvent.type(screen.getByLabelText(/^Fra/), "1. marts 2027");
    await userEvent.type(screen.getByLabelText(/^Til og med/), "31-12-2027");
    expect(screen.getByText("Læst som 1. marts 2027")).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "Opret indsats" }));
    expect(screen.getByText("Skal udfyldes.")).toBeTruthy();
    expect(calls.some(({ method }) => method === "POST")).toBe(false);
    await userEvent.selectOptions(screen.getByLabelText(/^Fokusområde/), "3. Velfærd");
    await userEvent.click(screen.getByRole("button", { name: "Opret indsats" }));
    await waitFor(() => {
      expect(calls.find(({ method }) => method === "POST")?.body).toMatchObject({
        title: "Skærmbesøg",
        focusArea: 3,
        ownerRole: "Teamleder",
        ownerKey: testKey("me"),
        centreKey: testKey("centre"),
        from: "2027-03-01",
        to: "2027-12-31",
        status: "planned",
      });
    });
  });
});
