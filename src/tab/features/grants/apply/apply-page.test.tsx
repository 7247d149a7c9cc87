import { act, cleanup, fireEvent, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { DraftView } from "#contract/drafts.ts";
import { aDraft, anApplication, aRound, testKey } from "../../../testing/answers.ts";
import { answered, type FakeService, refused, renderPage } from "../../../testing/render-page.tsx";
import { ApplyPage } from "./apply-page.tsx";

const path = `/drafts/${testKey("draft")}`;

/** A service that keeps one draft. */
function draftService(draft: DraftView = aDraft(), more: FakeService = {}): FakeService {
  let kept = draft;
  return {
    [`GET ${path}`]: () => answered(kept),
    [`PATCH ${path}`]: ({ body }) => {
      const { changes } = body as { changes: Partial<DraftView["fields"]> };
      kept = { ...kept, fields: { ...kept.fields, ...changes }, savedAt: "2026-11-23T09:42:00.000Z" };
      return answered(kept);
    },
    ...more,
  };
}

function renderApply(service: FakeService) {
  return renderPage(<ApplyPage draftKey={testKey("draft")} />, service);
}

afterEach(() => {
  window.sessionStorage.clear();
  vi.useRealTimers();
  cleanup();
  vi.unstubAllGlobals();
});

describe("the page of a form", () => {
  const headingText = () => screen.getByRole("heading", { level: 1 }).textContent;

  test("is called by its title, with the number below, and so is the window", async () => {
    renderApply(draftService());
    expect((await screen.findByRole("heading", { level: 1 })).textContent).toBe("Skærmbesøg");
    expect(screen.getByText(/^Ansøgning EF26-07 · Pulje til digitalisering 2026/)).toBeTruthy();
    expect(document.title).toBe("Skærmbesøg – Fremdrift");
  });

  test("is a new application while it has no title, and takes the one written once its field is left", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { fields } = aDraft();
    renderApply(draftService(aDraft({ fields: { ...fields, title: "" } })));
    const field = await screen.findByLabelText(/^Titel/);
    expect([headingText(), document.title]).toEqual(["Ny ansøgning", "Ny ansøgning – Fremdrift"]);
    act(() => field.focus());
    fireEvent.change(field, { target: { value: "Fælles skærme" } });
    await act(() => vi.advanceTimersByTimeAsync(2000));
    expect(headingText()).toBe("Ny ansøgning");
    expect(document.activeElement).toBe(field);
    const next = screen.getByLabelText(/^Beskriv projektet/);
    act(() => next.focus());
    expect(headingText()).toBe("Fælles skærme");
    expect(document.activeElement).toBe(next);
  });
});

test("a day that cannot be read shows one example day, not two", async () => {
  const { fields } = aDraft();
  renderApply(draftService(aDraft({ fields: { ...fields, startDate: "marts 2027", endDate: "1-9-2027" } })));
  const field = await screen.findByLabelText(/^Projektperiode, fra/);
  act(() => field.focus());
  act(() => screen.getByLabelText(/^Titel/).focus());
  expect((await screen.findAllByText(/^Skriv både dag, måned og år, fx 1-3-2027\./)).length).toBeGreaterThan(0);
  // The other day is in order and keeps its help.
  expect(screen.getByText("Fx 1-3-2027 eller 1. marts 2027")).toBeTruthy();
});

describe("writing an application", () => {
  test("U4 says 'Gemmer …' until the text is on the server within two seconds, then when it was saved, politely", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    renderApply(draftService());
    expect(await screen.findByText("Gemt kl. 09.42")).toBeTruthy();
    fireEvent.change(screen.getByLabelText(/^Hvad skal være anderledes/), { target: { value: "Mere tid" } });
    expect(screen.getByText("Gemmer …")).toBeTruthy();
    await act(() => vi.advanceTimersByTimeAsync(2000));
    expect(await screen.findByText("Gemt kl. 10.42")).toBeTruthy();
    // An `output` is a polite live region.
    expect(screen.getAllByRole("status").map(({ textContent }) => textContent)).toContain("Gemt kl. 10.42");
  });

  test("T08 shows what another window had written where one's own text stands now, and puts it back behind it", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const answer = aDraft({ changedElsewhere: ["effect", "title"], overwritten: { effect: "Færre ture", title: "Y" } });
    const saved: unknown[] = [];
    renderApply(
      draftService(aDraft(), {
        [`PATCH ${path}`]: ({ body }) => {
          const { changes } = body as { changes: Partial<DraftView["fields"]> };
          saved.push(changes);
          const base = saved.length === 1 ? answer : aDraft();
          return answered({ ...base, fields: { ...base.fields, ...changes } });
        },
      }),
    );
    fireEvent.change(await screen.findByLabelText(/^Hvad skal være anderledes/), { target: { value: "Mere tid" } });
    fireEvent.change(screen.getByLabelText(/^Titel/), { target: { value: "Ny titel" } });
    await act(() => vi.advanceTimersByTimeAsync(2000));
    expect(await screen.findByText("Der stod i ”Hvad skal være anderledes bagefter?”:")).toBeTruthy();
    expect(screen.getByText("Færre ture")).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "Luk: teksten fra Titel behøves ikke" }));
    fireEvent.click(screen.getByRole("button", { name: "Indsæt igen" }));
    expect(screen.queryByText(/^Der stod/)).toBeNull();
    await act(() => vi.advanceTimersByTimeAsync(2000));
    expect(saved.at(-1)).toEqual({ effect: "Mere tid\nFærre ture" });
  });

  test("says that it tries again when saving fails, and keeps the text", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    renderApply(draftService(aDraft(), { [`PATCH ${path}`]: () => refused(503, "unavailable", "") }));
    const field = await screen.findByLabelText(/^Titel/);
    fireEvent.change(field, { target: { value: "Ny titel" } });
    await act(() => vi.advanceTimersByTimeAsync(2000));
    expect(await screen.findByText("Ikke gemt endnu – prøver igen")).toBeTruthy();
    expect(screen.getByDisplayValue("Ny titel")).toBeTruthy();
  });
});

describe("hints while writing", () => {
  test("000-06 shows the amount it has understood beside the amount as typed", async () => {
    renderApply(draftService());
    const field = await screen.findByLabelText(/^Ansøgt beløb/);
    fireEvent.change(field, { target: { value: "0,6 mio. kr." } });
    expect(screen.getByText(/^Læst som 600\.000\skr\.$/)).toBeTruthy();
  });

  test("000-09 shows the balance, and by how much the lines are off", async () => {
    renderApply(draftService());
    expect(
      await screen.findByText(/^Linjerne er i alt 115\.000\skr\. = ansøgt 95\.000\skr\. \+ egen 20\.000\skr\.$/),
    ).toBeTruthy();
    fireEvent.change(screen.getByLabelText(/^Ansøgt beløb/), { target: { value: "96.000" } });
    expect(
      screen.getByText(/^Der mangler 1\.000\skr\. i linjerne: i alt 115\.000\skr\. mod ansøgt 96\.000/),
    ).toBeTruthy();
  });
});

describe("days as people type them, and marks after a reload", () => {
  test.each([
    ["1/1", "Skriv både dag, måned og år, fx 1-3-2027."],
    ["3/15/2027", "Skriv dagen før måneden. Mente du 15. marts 2027?"],
    ["27-01-02", "Datoen kan læses på to måder: 2. januar 2027 eller 27. januar 2002. Skriv årstallet med fire cifre."],
    ["mandag den 1. januar 2027", "Ugedag og dato passer ikke sammen. Skriv kun datoen, hvis du mener 1. januar 2027."],
    ["1-1-3027", "Se på årstallet, fx 2027."],
    ["efter ferien", "Skriv en dato, fx 28-03-2027."],
  ])("says what is the matter with the day %j, and what it may mean", async (typed, sentence) => {
    renderApply(draftService());
    const start = await screen.findByLabelText(/fra$/);
    fireEvent.change(start, { target: { value: typed } });
    fireEvent.blur(start);
    expect(within(screen.getByRole("region", { name: "Projekt" })).getByText(sentence)).toBeTruthy();
  });

  test.each(["1/1 27", "1.1.27", "1. januar 2027"])("reads the day %j and shows how", async (typed) => {
    renderApply(draftService());
    fireEvent.change(await screen.findByLabelText(/fra$/), { target: { value: typed } });
    expect(screen.getByText("Læst som 1. januar 2027")).toBeTruthy();
  });

  test("marks after a reload what a press on Send had marked, and nothing before the first press", async () => {
    const isMarked = async () => {
      const effect = await screen.findByLabelText(/^Hvad skal være anderledes/);
      return effect.getAttribute("aria-invalid") === "true";
    };
    renderApply(draftService());
    expect(await isMarked()).toBe(false);
    fireEvent.click(screen.getByRole("button", { name: "Send ansøgning" }));
    expect(await isMarked()).toBe(true);
    cleanup();
    renderApply(draftService());
    expect(await isMarked()).toBe(true);
    cleanup();
    window.sessionStorage.clear();
    renderApply(draftService());
    expect(await isMarked()).toBe(false);
  });
});

describe("what cannot be read, is missing or odd", () => {
  test.each(["1,000.00", "ca. 3.000"])("000-09 calls no budget balanced while a line reads %s", async (typed) => {
    const [line] = aDraft().fields.budgetLines;
    if (line === undefined) throw new Error("the draft has no line");
    const fields = { ...aDraft().fields, budgetLines: [line, { ...line, id: "unread", amount: typed }] };
    renderApply(draftService(aDraft({ fields })));
    expect(await screen.findByText(/^1 linje kan ikke læses/)).toBeTruthy();
    expect(screen.queryByText(/^Linjerne er i alt/)).toBeNull();
    const cell = screen.getByLabelText("Beløb, linje 2");
    expect(cell.getAttribute("aria-invalid")).toBe("true");
    const described = document.getElementById(cell.getAttribute("aria-describedby") ?? "");
    expect(described?.textContent).toMatch(/Skriv (?:punktum|et beløb)/);
  });

  test("000-09 says that the applied amount is missing, and compares the lines with no 0 kr.", async () => {
    renderApply(draftService());
    fireEvent.change(await screen.findByLabelText(/^Ansøgt beløb/), { target: { value: "cirka 95" } });
    expect(screen.getByText(/^Ansøgt beløb mangler: linjerne er i alt 115\.000\skr\.$/)).toBeTruthy();
    expect(screen.queryByText(/mod ansøgt 0/)).toBeNull();
  });

  test("says that a day does not exist, and what three digits after the comma may mean", async () => {
    renderApply(draftService());
    const end = await screen.findByLabelText(/til$/);
    fireEvent.change(end, { target: { value: "31-02-2027" } });
    fireEvent.blur(end);
    const project = within(screen.getByRole("region", { name: "Projekt" }));
    expect(project.getByText("Den dag findes ikke. Se på dag og måned.")).toBeTruthy();
    const amount = screen.getByLabelText(/^Ansøgt beløb/);
    fireEvent.change(amount, { target: { value: "17,000" } });
    fireEvent.blur(amount);
    const economy = within(screen.getByRole("region", { name: "Økonomi" }));
    expect(economy.getByText(/^Skriv højst to cifre efter kommaet\. Mente du 17\.000\skr\.\?$/)).toBeTruthy();
  });

  test("000-10 names the cap when too much is asked for", async () => {
    renderApply(draftService());
    const field = await screen.findByLabelText(/^Ansøgt beløb/);
    fireEvent.change(field, { target: { value: "300.001" } });
    fireEvent.blur(field);
    expect(screen.getAllByText(/Højst 300\.000\skr\. i denne runde\./).length).toBeGreaterThan(1);
  });

  test("000-09 says how far the budget is off once, and names the cell that is missing", async () => {
    renderApply(draftService());
    fireEvent.change(await screen.findByLabelText(/^Ansøgt beløb/), { target: { value: "96.000" } });
    await userEvent.click(screen.getByRole("button", { name: "Send ansøgning" }));
    const economy = within(screen.getByRole("region", { name: "Økonomi" }));
    expect(economy.getAllByText(/1\.000\skr\./)).toHaveLength(1);
    const amount = screen.getByLabelText("Beløb, linje 1");
    fireEvent.change(amount, { target: { value: "" } });
    fireEvent.blur(amount);
    expect(economy.getByText("Skriv et beløb.")).toBeTruthy();
    fireEvent.change(amount, { target: { value: "1,50 kr." } });
    expect(economy.getByText("Beløbet har øre med. Er det meningen?")).toBeTruthy();
    const note = screen.getByLabelText("Hvad, linje 1");
    fireEvent.change(amount, { target: { value: "115.000" } });
    fireEvent.change(note, { target: { value: "" } });
    fireEvent.blur(note);
    expect(economy.getByText("Skriv, hvad beløbet skal bruges til.")).toBeTruthy();
  });

  test("doubts a day that has passed, and a number of no application it knows, which stops nobody", async () => {
    renderApply(draftService(aDraft({ earlierNumbers: ["EF25-03"] })));
    fireEvent.change(await screen.findByLabelText(/til$/), { target: { value: "22-11-2026" } });
    expect(screen.getByText("Dagen er gået. Er datoen rigtig?")).toBeTruthy();
    const again = screen.getByLabelText(/^Genansøgning af/);
    fireEvent.change(again, { target: { value: "EF25-04" } });
    fireEvent.blur(again);
    const project = within(screen.getByRole("region", { name: "Projekt" }));
    expect(project.getByText(/^Du har ikke adgang til en ansøgning med det nummer her/)).toBeTruthy();
    const check = screen.getByRole("region", { name: "Kontrol" });
    expect(within(check).queryByText(/Genansøgning af/)).toBeNull();
    fireEvent.change(again, { target: { value: "EF25-03" } });
    expect(project.queryByText(/^Du har ikke adgang/)).toBeNull();
  });

  test("lists what is missing and leads to the field", async () => {
    renderApply(draftService());
    const check = await screen.findByRole("region", { name: "Kontrol" });
    await userEvent.click(within(check).getByRole("button", { name: "Hvad skal være anderledes bagefter?" }));
    expect(document.activeElement).toBe(screen.getByLabelText(/^Hvad skal være anderledes/));
  });

  test("R-08 stops at a CPR number at once, until the writer says that it is none", async () => {
    renderApply(draftService());
    const field = await screen.findByLabelText(/^Beskriv projektet/);
    fireEvent.change(field, { target: { value: "Ring til 010190-1234" } });
    expect(screen.getAllByText("Her står noget, der ligner et CPR-nummer. Fjern det.").length).toBeGreaterThan(0);
    await userEvent.click(screen.getByRole("checkbox", { name: "Dette er ikke et CPR-nummer" }));
    expect(screen.queryByText("Her står noget, der ligner et CPR-nummer. Fjern det.")).toBeNull();
  });
});

describe("lines from a spreadsheet", () => {
  test("takes lines pasted from a spreadsheet", async () => {
    renderApply(draftService());
    const cell = await screen.findByLabelText("Hvad, linje 1");
    fireEvent.paste(cell, { clipboardData: { getData: () => "Udstyr\tTablets\t62.000\nLicenser\tVideo\t38.000" } });
    expect(screen.getByText("2 linjer er indsat.")).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>("Beløb, linje 3").value).toBe("38.000");
    fireEvent.change(cell, { target: { value: "Skærme" } });
    expect(screen.queryByText("2 linjer er indsat.")).toBeNull();
  });

  test("leaves out a pasted row of sums and says so", async () => {
    renderApply(draftService());
    const cell = await screen.findByLabelText("Hvad, linje 1");
    fireEvent.paste(cell, { clipboardData: { getData: () => "Udstyr\tTablets\t62.000\nI alt\t\t62.000" } });
    expect(screen.getByText("1 linje er indsat. Rækken ”I alt” er ikke indsat.")).toBeTruthy();
    expect(screen.queryByLabelText("Beløb, linje 3")).toBeNull();
  });
});

describe("fields that are not stored", () => {
  test("R-08 keeps what looks like a CPR number on the page, says truthfully that it is not saved, and asks before leaving", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const number = "Ring til 010190-1234";
    renderApply(
      draftService(aDraft(), {
        [`PATCH ${path}`]: ({ body }) => {
          const { changes } = body as { changes: Partial<DraftView["fields"]> };
          const { description, ...rest } = changes;
          const isCpr = description === number && !changes.notCpr?.length;
          const fields = { ...aDraft().fields, ...(isCpr ? rest : changes) };
          return answered(aDraft({ fields, notStored: isCpr ? ["description"] : [] }));
        },
      }),
    );
    const field = await screen.findByLabelText<HTMLTextAreaElement>(/^Beskriv projektet/);
    fireEvent.change(field, { target: { value: number } });
    await act(() => vi.advanceTimersByTimeAsync(2000));
    expect(await screen.findByText("1 felt er ikke gemt. Resten er gemt.")).toBeTruthy();
    expect(screen.getByText(/^Feltet er ikke gemt: der står noget, der ligner et CPR-nummer\. Fjern det/)).toBeTruthy();
    expect(field.value).toBe(number);
    const closing = new Event("beforeunload", { cancelable: true });
    window.dispatchEvent(closing);
    expect(closing.defaultPrevented).toBe(true);
    const before = window.location.hash;
    fireEvent.click(screen.getByRole("link", { name: "2. runde" }));
    const dialog = screen.getByRole("dialog", { name: "Et felt er ikke gemt" });
    expect(dialog.textContent).toContain("Beskriv projektet");
    // A text that is only too long is not stored either: the dialog names the field, the field names the cause.
    expect(dialog.textContent).not.toContain("CPR");
    expect(window.location.hash).toBe(before);
    fireEvent.click(within(dialog).getByRole("button", { name: "Annuller" }));
    fireEvent.click(screen.getByRole("checkbox", { name: "Dette er ikke et CPR-nummer" }));
    await act(() => vi.advanceTimersByTimeAsync(2000));
    expect(await screen.findByText(/^Gemt/)).toBeTruthy();
    fireEvent.change(field, { target: { value: "Ring til 010190-1235" } });
    expect(screen.getByRole<HTMLInputElement>("checkbox", { name: "Dette er ikke et CPR-nummer" }).checked).toBe(false);
    await act(() => vi.advanceTimersByTimeAsync(2000));
    expect(await screen.findByText(/^Gemt/)).toBeTruthy();
  });
});

describe("sending an application", () => {
  test("000-08 does not send while something is missing", async () => {
    const { calls } = renderApply(draftService());
    await userEvent.click(await screen.findByRole("button", { name: "Send ansøgning" }));
    expect(screen.getByText("Ret eller udfyld det, der er markeret, før du sender.")).toBeTruthy();
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(calls.filter((call) => call.method === "POST")).toEqual([]);
  });

  test("000-12 sends once it is confirmed and shows the receipt with number, time and what happens next", async () => {
    const draft = aDraft();
    const full = { ...draft, fields: { ...draft.fields, effect: "Mere tid" } };
    const sent = anApplication({
      number: "EF26-07",
      status: "awaiting-manager",
      submittedAt: "2026-11-23T09:12:00.000Z",
    });
    const { calls } = renderApply(draftService(full, { [`POST ${path}/submit`]: () => answered(sent) }));
    await userEvent.click(await screen.findByRole("button", { name: "Send ansøgning" }));
    const dialog = screen.getByRole("dialog", { name: "Vil du sende ansøgningen?" });
    expect(dialog.textContent).toMatch(/95\.000\skr\.,? og Karin Thorup får besked/);
    await userEvent.click(within(dialog).getByRole("button", { name: "Send" }));
    expect(await screen.findByRole("heading", { name: "Ansøgning EF26-07 er sendt" })).toBeTruthy();
    expect(screen.getByText(/^Modtaget 23\. november 2026 kl\. 10\.12/).textContent).toMatch(
      /I søger om [\d.]+\skr\.$/,
    );
    expect(screen.getByText("Karin Thorup får besked og skal godkende ansøgningen.")).toBeTruthy();
    const [press] = calls.filter((call) => call.method === "POST");
    expect(press?.body).toMatchObject({ commandKey: expect.stringMatching(/^[0-9a-f]{32}$/) as string });
  });

  test("the receipt says no more that the head must approve once she has", async () => {
    const draft = aDraft();
    const full = { ...draft, fields: { ...draft.fields, effect: "Mere tid" } };
    const sent = anApplication({ number: "EF26-07", status: "awaiting-manager" });
    const approved = anApplication({ number: "EF26-07", status: "submitted", approvedAt: "2026-11-23T09:30:00.000Z" });
    const more = {
      [`POST ${path}/submit`]: () => answered(sent),
      [`GET /applications/${sent.key}`]: () => answered(approved),
    };
    renderApply(draftService(full, more));
    await userEvent.click(await screen.findByRole("button", { name: "Send ansøgning" }));
    await userEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Send" }));
    await screen.findByRole("heading", { name: "Ansøgning EF26-07 er sendt" });
    await vi.waitFor(() => {
      expect(screen.queryByText(/skal godkende ansøgningen/)).toBeNull();
    });
  });

  test("can be read but not changed after the deadline", async () => {
    const closed = aRound({ status: "closed", closesAt: "2026-11-20T23:00:00.000Z" });
    renderApply(draftService(aDraft({ round: closed })));
    expect(await screen.findByText("Fristen er overskredet. Du kan læse kladden, men ikke sende den.")).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>(/^Titel/).readOnly).toBe(true);
    expect(screen.queryByRole("button", { name: "Send ansøgning" })).toBeNull();
    const check = within(screen.getByRole("region", { name: "Kontrol" }));
    expect(check.getByText(/^Fristen er overskredet\. Kladden kan læses, men ikke sendes\. Skriv til/)).toBeTruthy();
    expect(screen.queryByText("Det mangler")).toBeNull();
  });

  test("says that a sent draft was sent, with the way to the application, and not that it can be sent", async () => {
    const draft = aDraft({ applicationKey: testKey("application") });
    renderApply(draftService({ ...draft, fields: { ...draft.fields, effect: "Mere tid" } }));
    const check = within(await screen.findByRole("region", { name: "Kontrol" }));
    expect(check.getByText(/^Ansøgningen er sendt\./)).toBeTruthy();
    const link = check.getByRole("link", { name: "Se ansøgningen" });
    expect(link.getAttribute("href")).toContain(testKey("application"));
    expect(screen.queryByText("Alt er udfyldt. Du kan sende ansøgningen.")).toBeNull();
  });

  test("tells the deadline by which a returned application must come again, as the card does", async () => {
    const round = aRound({ closesAt: "2026-11-20T23:00:00.000Z" });
    const draft = aDraft({ round, deadline: "2026-11-24T23:00:00.000Z", questions: "Hvem betaler driften?" });
    renderApply(draftService(draft));
    expect(await screen.findByText(/Fristen er i morgen kl\. 23\.59/)).toBeTruthy();
    expect(screen.getByRole("button", { name: "Send ansøgning" })).toBeTruthy();
  });

  test("shows the head's questions when the application was returned", async () => {
    renderApply(draftService(aDraft({ questions: "Hvem betaler driften?" })));
    expect(await screen.findByText("Hvem betaler driften?")).toBeTruthy();
  });
});
