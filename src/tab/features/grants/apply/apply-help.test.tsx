import { act, cleanup, fireEvent, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { DraftView } from "#contract/drafts.ts";
import { emptyDraftFields } from "#domain/grants/draft.ts";
import { aDraft, anApplication, aRound, testKey } from "../../../testing/answers.ts";
import { answered, renderPage } from "../../../testing/render-page.tsx";
import { ApplyPage } from "./apply-page.tsx";
import { requiredFields } from "./form-problems.ts";

const path = `/drafts/${testKey("draft")}`;

function show(draft: DraftView = aDraft()) {
  let kept = draft;
  return renderPage(<ApplyPage draftKey={testKey("draft")} />, {
    [`GET ${path}`]: () => answered(kept),
    [`PATCH ${path}`]: ({ body }) => {
      const { changes } = body as { changes: Partial<DraftView["fields"]> };
      kept = { ...kept, fields: { ...kept.fields, ...changes } };
      return answered(kept);
    },
    [`POST ${path}/submit`]: () => answered(anApplication({ number: "EF26-07", approvedAt: undefined })),
  });
}

/** What the navigation says of a step. */
async function stepText(name: RegExp): Promise<string> {
  return (await screen.findByRole("button", { name })).textContent;
}

beforeEach(() => {
  vi.stubEnv("TZ", "Europe/Copenhagen");
});

afterEach(() => {
  vi.useRealTimers();
  cleanup();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

describe("how far one has come", () => {
  test("counts the fields that must be answered, in all and step by step, while one writes", async () => {
    show();
    const filled = await screen.findByText("5 af 6 felter udfyldt");
    expect(filled.tagName).toBe("OUTPUT");
    expect(await stepText(/^2\. Effekt/)).toBe("2. Effekt og verdensmål0 af 1 udfyldt");
    fireEvent.change(screen.getByLabelText(/^Hvad skal være anderledes/), { target: { value: "Mere tid" } });
    expect(screen.getByText("6 af 6 felter udfyldt")).toBe(filled);
    expect(await stepText(/^2\. Effekt/)).toBe("2. Effekt og verdensmålUdfyldt");
    fireEvent.change(screen.getByLabelText(/^Ansøgt beløb/), { target: { value: "96.000" } });
    expect(filled.textContent).toBe("5 af 6 felter udfyldt");
    expect(await stepText(/^3\. Økonomi/)).toBe("3. Økonomi1 af 2 udfyldt");
    fireEvent.change(screen.getByLabelText(/fra$/), { target: { value: "1/1" } });
    expect(await stepText(/^1\. Projekt/)).toBe("1. Projekt1 skal rettes");
  });

  test("folds an example under each hard field, and shows none where nothing can be written", async () => {
    show();
    const examples = (await screen.findAllByText("Se et eksempel")).map((summary) => summary.closest("details"));
    expect(examples.map((example) => example?.open)).toEqual([false, false, false, false]);
    const named = examples.map((example) => example?.querySelector("summary")?.textContent);
    expect(new Set(named).size).toBe(4);
    cleanup();
    show(aDraft({ applicationKey: testKey("application") }));
    await screen.findAllByText(/^Ansøgningen er sendt/);
    expect(screen.queryByText("Se et eksempel")).toBeNull();
  });

  test("says before sending what will happen, and the same after", async () => {
    show();
    const check = within(await screen.findByRole("region", { name: "Kontrol" }));
    expect(check.getByRole("heading", { name: "Det sker der, når du sender" })).toBeTruthy();
    expect(check.getAllByRole("listitem").map((item) => item.textContent)).toEqual(
      expect.arrayContaining([
        "Karin Thorup får besked og skal godkende ansøgningen.",
        "Bedømmerne læser den senest 11. december 2026.",
        "Afgørelsen er planlagt til 18. december 2026. Du får besked i Teams.",
      ]),
    );
    cleanup();
    show(aDraft({ headName: "" }));
    expect(await screen.findByText(/Puljesekretariatet godkender ansøgningen/)).toBeTruthy();
  });
});

describe("the deadline by the service's clock", () => {
  const round = aRound({ status: "open", closesAt: "2026-11-23T09:02:00.000Z" });

  test("counts down by minutes in the last hour, and lets nobody write on when it has passed", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    show(aDraft({ round }));
    expect(await screen.findByText(/Fristen er om 2 minutter, kl\. 10\.01/)).toBeTruthy();
    await act(() => vi.advanceTimersByTimeAsync(70_000));
    expect(screen.getByText(/Fristen er om under 1 minut, kl\. 10\.01/)).toBeTruthy();
    expect(screen.getByRole("button", { name: "Send ansøgning" })).toBeTruthy();
    await act(() => vi.advanceTimersByTimeAsync(60_000));
    expect(screen.queryByRole("button", { name: "Send ansøgning" })).toBeNull();
    expect(screen.getByText("Fristen er overskredet. Du kan læse kladden, men ikke sende den.")).toBeTruthy();
  });

  test("tells the day while it is far away", async () => {
    show();
    expect(await screen.findByText(/Fristen er om 12 dage, lørdag den 5\. december kl\. 23\.59/)).toBeTruthy();
  });
});

describe("U2 a newcomer's first application", () => {
  test("asks for at most 12 answers, and every stop leads on until the application stands there", async () => {
    show(aDraft({ fields: { ...emptyDraftFields, sdgs: [], budgetLines: [], notCpr: [] } }));
    await screen.findByText("0 af 6 felter udfyldt");
    let answers = 0;
    const answer = (field: HTMLElement, value: string): void => {
      fireEvent.change(field, { target: { value } });
      answers += 1;
    };
    // Pressing Send too early is no dead end: each thing missing is a way to its field.
    fireEvent.click(screen.getByRole("button", { name: "Send ansøgning" }));
    const missing = within(screen.getByRole("region", { name: "Kontrol" })).getByRole("list", { name: "Det mangler" });
    const ways = within(missing).getAllByRole("button");
    expect(ways).toHaveLength(requiredFields.length);
    for (const way of ways) {
      fireEvent.click(way);
      expect(document.activeElement).not.toBe(document.body);
    }
    answer(screen.getByLabelText(/^Titel/), "Skærme i garderoben");
    answer(screen.getByLabelText(/^Fokusområde/), "1");
    answer(screen.getByLabelText(/^Beskriv projektet/), "Tre børnehaver får en skærm i garderoben.");
    answer(screen.getByLabelText(/^Hvad skal være anderledes/), "Telefonen ringer mindre.");
    answer(screen.getByLabelText(/^Ansøgt beløb/), "63.000");
    fireEvent.click(screen.getByRole("button", { name: "Tilføj linje" }));
    expect(document.activeElement?.tagName, "one can go on typing in the new line").toBe("SELECT");
    answer(screen.getByLabelText("Hvad, linje 1"), "Skærme");
    answer(screen.getByLabelText("Beløb, linje 1"), "63.000 kr.");
    expect(answers).toBeLessThanOrEqual(12);
    expect(screen.getByText("6 af 6 felter udfyldt")).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "Send ansøgning" }));
    await userEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Send" }));
    expect(await screen.findByRole("heading", { name: "Ansøgning EF26-07 er sendt" })).toBeTruthy();
    expect(screen.getByRole("region", { name: "Det sker der nu" })).toBeTruthy();
    const on = screen.getByRole("link", { name: "Se ansøgningen" });
    expect(on.getAttribute("href")).toBe(`#/applications/${testKey("application")}`);
  });
});
