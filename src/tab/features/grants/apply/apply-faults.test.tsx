import { act, cleanup, fireEvent, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { DraftView } from "#contract/drafts.ts";
import { aDraft, anApplication, testKey } from "../../../testing/answers.ts";
import { answered, type FakeAnswer, type FakeService, refused, renderPage } from "../../../testing/render-page.tsx";
import { da } from "../../../texts/da.ts";
import { en } from "../../../texts/en.ts";
import { TextsContext } from "../../../texts/texts-context.ts";
import { ApplyPage } from "./apply-page.tsx";

const path = `/drafts/${testKey("draft")}`;
const fullDraft = aDraft({ fields: { ...aDraft().fields, effect: "Mere tid til borgerne." } });

/** A service that keeps one draft; what has been sent to it is noted. */
function draftService(draft: DraftView, more: FakeService = {}) {
  let kept = draft;
  const saves: Partial<DraftView["fields"]>[] = [];
  const service: FakeService = {
    [`GET ${path}`]: () => answered(kept),
    [`PATCH ${path}`]: ({ body }) => {
      const { changes } = body as { changes: Partial<DraftView["fields"]> };
      saves.push(changes);
      kept = { ...kept, fields: { ...kept.fields, ...changes }, savedAt: "2026-11-23T09:42:00.000Z" };
      return answered(kept);
    },
    ...more,
  };
  return { service, saves, kept: () => kept };
}

function renderApply(service: FakeService, language: "da" | "en" = "da") {
  return renderPage(
    <TextsContext value={{ language, texts: language === "da" ? da : en }}>
      <ApplyPage draftKey={testKey("draft")} />
    </TextsContext>,
    service,
  );
}

async function saved(): Promise<void> {
  await act(() => vi.advanceTimersByTimeAsync(2100));
}

afterEach(() => {
  vi.useRealTimers();
  cleanup();
  vi.unstubAllGlobals();
});

describe("T26 long texts in the form", () => {
  test("T26 says how much is left before the limit and by how much it is passed, and cuts nothing", async () => {
    renderApply(draftService(fullDraft).service);
    const title = await screen.findByLabelText(/^Titel/);
    fireEvent.change(title, { target: { value: "æ".repeat(90) } });
    expect(screen.queryByText(/tegn tilbage/)).toBeNull();
    fireEvent.change(title, { target: { value: "æ".repeat(100) } });
    expect(screen.getByText(/20 af 120 tegn tilbage/)).toBeTruthy();
    fireEvent.change(title, { target: { value: "æ".repeat(120) } });
    expect(screen.getByText(/0 af 120 tegn tilbage/)).toBeTruthy();
    expect(screen.queryByText(/Højst 120 tegn/)).toBeNull();
    fireEvent.change(title, { target: { value: "æ".repeat(121) } });
    expect(screen.getAllByText("Højst 120 tegn. Der er 121.").length).toBeGreaterThan(0);
    expect(title).toHaveProperty("value", "æ".repeat(121));
  });

  test("T26 a pasted megabyte stays in its field, says so, and everything else is saved", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { service, saves } = draftService(fullDraft);
    renderApply(service);
    const page = "Vi vil. ".repeat(131_072);
    const field = await screen.findByLabelText(/^Beskriv projektet/);
    fireEvent.change(field, { target: { value: page } });
    fireEvent.change(screen.getByLabelText(/^Titel/), { target: { value: "Ny titel" } });
    await saved();
    expect(saves).toEqual([{ title: "Ny titel" }]);
    expect(screen.getByText("1 felt er ikke gemt. Resten er gemt.")).toBeTruthy();
    expect(
      screen.getByText(/^Højst 4000 tegn\. Der er 1048575\. Feltet er ikke gemt, før det er rettet\.$/),
    ).toBeTruthy();
    expect(field).toHaveProperty("value", page);
    fireEvent.change(field, { target: { value: "Vi vil afprøve skærmbesøg." } });
    await saved();
    expect(saves.at(-1)).toEqual({ description: "Vi vil afprøve skærmbesøg." });
    expect(screen.getByText("Gemt kl. 10.42")).toBeTruthy();
  });

  test("T26 what the service refuses of a field is told at the field, and the rest goes without it", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const saves: unknown[] = [];
    const { service } = draftService(fullDraft, {
      [`PATCH ${path}`]: ({ body }): FakeAnswer => {
        const { changes } = body as { changes: Partial<DraftView["fields"]> };
        saves.push(changes);
        const problem = refused(400, "malformed-body", "Kan ikke læses.");
        if (changes.title === undefined || "unreachable" in problem)
          return answered({ ...fullDraft, fields: { ...fullDraft.fields, ...changes } });
        return { ...problem, body: { ...(problem.body as object), data: { where: "changes.title" } } };
      },
    });
    renderApply(service);
    fireEvent.change(await screen.findByLabelText(/^Titel/), { target: { value: "x".repeat(130) } });
    fireEvent.change(screen.getByLabelText(/^Hvem betaler/), { target: { value: "Centret" } });
    await saved();
    await saved();
    expect(saves).toEqual([{ title: "x".repeat(130), operation: "Centret" }, { operation: "Centret" }]);
    expect(screen.getByText("1 felt er ikke gemt. Resten er gemt.")).toBeTruthy();
    expect(screen.getByText(/^Højst 120 tegn\. Der er 130\. Feltet er ikke gemt/)).toBeTruthy();
  });
});

describe("sending", () => {
  test("T10 a double press on 'Send', and another after a lost answer, are one command", async () => {
    let presses = 0;
    const { service } = draftService(fullDraft, {
      [`POST ${path}/submit`]: () => {
        presses += 1;
        return presses < 3 ? { unreachable: true } : answered(anApplication());
      },
    });
    const { calls } = renderApply(service);
    await userEvent.click(await screen.findByRole("button", { name: "Send ansøgning" }));
    const send = within(screen.getByRole("dialog")).getByRole("button", { name: "Send" });
    await act(async () => {
      send.click();
      send.click();
      await Promise.resolve();
    });
    await screen.findByRole("alert");
    await userEvent.click(screen.getByRole("button", { name: "Send" }));
    await screen.findByRole("heading", { name: /er sendt$/ });
    const keys = calls
      .filter(({ method }) => method === "POST")
      .map(({ body }) => (body as { commandKey: string }).commandKey);
    expect(keys.length).toBeGreaterThan(1);
    expect(new Set(keys).size).toBe(1);
  });

  test("T30 says that nothing was sent while the last words are not saved", async () => {
    const { service } = draftService(fullDraft, {
      [`PATCH ${path}`]: () => refused(503, "unavailable", "SharePoint svarer ikke."),
    });
    const { calls } = renderApply(service);
    fireEvent.change(await screen.findByLabelText(/^Titel/), { target: { value: "Ny titel" } });
    await userEvent.click(screen.getByRole("button", { name: "Send ansøgning" }));
    await userEvent.click(screen.getByRole("button", { name: "Send" }));
    const dialog = within(screen.getByRole("dialog"));
    expect(
      await dialog.findByText("Ansøgningen er ikke sendt: det sidste, du skrev, er ikke gemt endnu."),
    ).toBeTruthy();
    expect(dialog.getByText(/SharePoint svarer ikke\./)).toBeTruthy();
    expect(calls.filter(({ method }) => method === "POST")).toEqual([]);
  });
});

describe("000-06 amounts in the English form", () => {
  test("000-06 an amount as the screens write it is understood at once and kept the Danish way", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { service, saves } = draftService(fullDraft);
    renderApply(service, "en");
    const field = await screen.findByLabelText(/^Amount requested/);
    fireEvent.change(field, { target: { value: "96,000" } });
    expect(screen.getByText(/^Read as DKK\s96,000$/)).toBeTruthy();
    fireEvent.blur(field);
    expect(field).toHaveProperty("value", "96.000");
    const cell = screen.getByLabelText("Amount, line 1");
    fireEvent.change(cell, { target: { value: "116,000" } });
    fireEvent.blur(cell);
    await saved();
    expect(saves.at(-1)).toMatchObject({ requestedAmount: "96.000", budgetLines: [{ amount: "116.000" }] });
    expect(screen.getByText("Everything is filled in. You can send the application.")).toBeTruthy();
  });

  test("000-06 in Danish the same text is no amount", async () => {
    renderApply(draftService(fullDraft).service);
    const field = await screen.findByLabelText(/^Ansøgt beløb/);
    fireEvent.change(field, { target: { value: "96,000" } });
    fireEvent.blur(field);
    expect(screen.queryByText(/^Læst som 96/)).toBeNull();
    expect(field).toHaveProperty("value", "96,000");
  });

  test("000-06 an amount saved the English way is made Danish before it is sent", async () => {
    const english = { ...fullDraft.fields, requestedAmount: "95,000" };
    const { service, saves } = draftService(aDraft({ fields: english }), {
      [`POST ${path}/submit`]: () => answered(anApplication()),
    });
    renderApply(service, "en");
    await userEvent.click(await screen.findByRole("button", { name: "Send application" }));
    await userEvent.click(screen.getByRole("button", { name: "Send" }));
    await screen.findByRole("heading", { name: /has been sent$/ });
    expect(saves).toEqual([{ requestedAmount: "95.000" }]);
  });
});
