import { cleanup, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { CaseReading } from "#contract/case-intake.ts";
import { answered, type FakeService, refused, renderPage } from "../../testing/render-page.tsx";
import { IntakePage } from "./intake-page.tsx";
import { piecesOf, placesOf } from "./intake-places.ts";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  window.sessionStorage.clear();
});

const body = { key: "d".repeat(32), code: "ØK", name: "Økonomiudvalget", kind: "finance-committee" as const };
const text = [
  "Cyklist\u00adplan\u00a0for hele kommunen",
  "23/417\tÅben Sag",
  "Sagsgang",
  "ØK, KB",
  "Sagsfremstilling",
  `Planen samler det. ${"Den er lang. ".repeat(20)}Frist 28-04-2023.`,
  "Beslutning i Økonomiudvalget den 14-03-2023",
  "Tages op igen efter besigtigelse.",
].join("\n");

/** The value with the place of the words it was read from. */
function found<T>(value: T, words: string) {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`Not in the text: ${words}`);
  return { value, span: { start, end: start + words.length } };
}

const statement = text.split("\n")[5] ?? "";
const reading: CaseReading = {
  title: found("Cyklistplan for hele kommunen", "Cyklist\u00adplan\u00a0for hele kommunen"),
  number: found("23/417", "23/417"),
  route: [found({ kind: "body" as const, code: "ØK" }, "ØK"), found({ kind: "body" as const, code: "KB" }, "KB")],
  statement: found(statement, statement),
  points: [],
  decisions: [
    {
      body: found("Økonomiudvalget", "Økonomiudvalget"),
      bodyKey: body.key,
      date: found("2023-03-14", "14-03-2023"),
      points: [found({ number: 1, text: "Tages op igen efter besigtigelse." }, "Tages op igen efter besigtigelse.")],
      apologies: [],
    },
  ],
  attachments: [],
  consultation: { parties: [], deadline: found("2023-04-28", "28-04-2023") },
  notes: [],
  bodies: [body],
};
const list = (create: boolean) => ({
  now: "2023-03-20T09:00:00.000Z",
  cases: [],
  bodies: [body],
  poolsToDraft: [],
  may: { create },
});

const show = (more: FakeService = {}) =>
  renderPage(<IntakePage />, {
    "GET /cases": () => answered(list(true)),
    "POST /cases/from-text/reading": () => answered(reading),
    ...more,
  });

async function readIn(): Promise<void> {
  await userEvent.click(await screen.findByLabelText(/^Sagens tekst/u));
  await userEvent.paste(text);
  await userEvent.click(screen.getByRole("button", { name: "Læs teksten" }));
  await screen.findByRole("heading", { name: "Sagen" });
}

describe("places in a pasted text", () => {
  it("keep the text letter by letter, soft hyphens, tabs and hard spaces too", () => {
    const pieces = piecesOf(text, placesOf(reading));
    expect(pieces.map((piece) => piece.text).join("")).toBe(text);
    expect(pieces.find(({ field }) => field === "title")?.text).toBe("Cyklist\u00adplan\u00a0for hele kommunen");
  });

  it("a short place inside a long one has its own piece", () => {
    const pieces = piecesOf(text, placesOf(reading));
    expect(pieces.find(({ field }) => field === "consultation.deadline")?.text).toBe("28-04-2023");
    expect(pieces.filter(({ field, isPressed }) => field === "statement" && isPressed)).toHaveLength(1);
  });
});

const likeKey = "a".repeat(32);
const criteria = [{ code: "K1", name: "Synlig udvikling", weight: 100, anchors: [] }];
const like = [{ key: likeKey, number: "PULJE-2022", title: "Puljen før", minimumReviewers: 3, criteria }];
const amount = found(60_000_000, "23/417");
const withPool: CaseReading = {
  ...reading,
  decisions: [],
  pool: { title: found("Cyklistpuljen", "Cyklist"), budgetYears: found("2023-2026", "KB"), amount, rounds: [] },
  poolMaking: { like, isRequired: true },
};
const showPool = (read: CaseReading, more: FakeService = {}) =>
  show({ "POST /cases/from-text/reading": () => answered(read), ...more });

describe("a pool in the text", () => {
  it("000-02 is made once what the text does not say is typed, and with the criteria of a pool that is chosen", async () => {
    const caseKey = "c".repeat(32);
    const { calls } = showPool(withPool, { "POST /cases/from-text": () => answered({ caseKey, parts: [] }) });
    await readIn();
    const tick = screen.getByRole<HTMLInputElement>("checkbox", { name: "Opret puljen" });
    expect([tick.checked, tick.disabled]).toEqual([true, true]);
    const part = within(screen.getByRole("region", { name: "Pulje" }));
    const value = (label: RegExp) => part.getByLabelText<HTMLInputElement>(label).value;
    expect([value(/^Puljens navn/u), value(/^Afsat på/u)]).toEqual(["Cyklistpuljen", "Budget 2023-2026"]);
    expect([value(/^Puljens nummer/u), value(/^Formål/u), value(/^År/u), value(/^Kriterier/u)]).toEqual([
      "",
      "",
      "",
      "",
    ]);
    await userEvent.click(screen.getByRole("button", { name: "Opret" }));
    expect(document.activeElement).toBe(part.getByLabelText(/^Puljens nummer/u));
    expect(part.getAllByText("Skal udfyldes")).toHaveLength(4);
    expect(part.getByText("Skriv året med fire cifre.")).toBeTruthy();
    await userEvent.type(part.getByLabelText(/^Puljens nummer/u), "PULJE-2023");
    await userEvent.type(part.getByLabelText(/^År/u), "2023");
    await userEvent.type(part.getByLabelText(/^Projekt på/u), "Cykelstier");
    await userEvent.type(part.getByLabelText(/^Formål/u), "Flere cykler");
    await userEvent.type(part.getByLabelText(/^Hvem kan søge/u), "Kommunens afdelinger");
    await userEvent.selectOptions(part.getByLabelText(/^Kriterier/u), likeKey);
    expect(part.getByText("Synlig udvikling")).toBeTruthy();
    expect(part.getByText(/^Mindst 3 bedømmere/u)).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "Opret" }));
    await waitFor(() => {
      expect(calls.find(({ path }) => path === "/cases/from-text")?.body).toMatchObject({
        pool: {
          number: "PULJE-2023",
          title: "Cyklistpuljen",
          plan: "Budget 2023-2026",
          year: 2023,
          amountOere: 60_000_000,
          likePoolKey: likeKey,
        },
      });
    });
  });

  it("is left out when it is unticked, by who may make the case without it", async () => {
    const caseKey = "c".repeat(32);
    const free = { ...withPool, poolMaking: { like, isRequired: false } };
    const { calls } = showPool(free, { "POST /cases/from-text": () => answered({ caseKey, parts: [] }) });
    await readIn();
    await userEvent.click(screen.getByRole("checkbox", { name: "Opret puljen" }));
    await userEvent.click(screen.getByRole("button", { name: "Opret" }));
    await waitFor(() => {
      const sent = calls.find(({ path }) => path === "/cases/from-text")?.body;
      expect(sent).toBeDefined();
      expect(sent).not.toHaveProperty("pool");
    });
  });

  it("is only read by who makes no pools, and where there is no pool yet its criteria may be the proposed ones", async () => {
    const { poolMaking: _, ...officers } = withPool;
    showPool(officers);
    await readIn();
    expect(screen.getByText(/^Puljen oprettes af puljesekretariatet/u)).toBeTruthy();
    expect(screen.queryByRole("checkbox", { name: "Opret puljen" })).toBeNull();
    cleanup();
    window.sessionStorage.clear();
    const proposal = { key: likeKey, number: "", title: "", minimumReviewers: 3, criteria };
    showPool({ ...withPool, poolMaking: { like: [proposal], isRequired: false } });
    await readIn();
    await userEvent.selectOptions(screen.getByLabelText(/^Kriterier/u), "Et forslag med fem kriterier");
    expect(screen.getByText(/Mindst 3 bedømmere/u)).toBeTruthy();
  });

  it("stands locked once it is made, while another part that was refused is mended", async () => {
    const caseKey = "c".repeat(32);
    const parts = [
      { part: "pool", index: 0 },
      { part: "route", index: 0, problem: "Udvalget findes ikke." },
    ];
    const free = { ...withPool, poolMaking: { like, isRequired: false } };
    showPool(free, { "POST /cases/from-text": () => answered({ caseKey, parts }) });
    await readIn();
    await userEvent.click(screen.getByRole("checkbox", { name: "Opret puljen" }));
    await userEvent.click(screen.getByRole("button", { name: "Opret" }));
    expect(await screen.findByText("Puljen er oprettet. Den er ikke frigivet endnu.")).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>(/^Puljens nummer/u).readOnly).toBe(true);
  });
});

describe("Læs en sag ind", () => {
  it("B10 says who may, to somebody who may create no case", async () => {
    show({ "GET /cases": () => answered(list(false)) });
    expect(await screen.findByText(/Kun sagsbehandlere og udvalgssekretærer/u)).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Læs teksten" })).toBeNull();
  });

  it("asks for a text, and sends none without", async () => {
    const { calls } = show();
    await userEvent.click(await screen.findByRole("button", { name: "Læs teksten" }));
    expect(await screen.findByText("Sæt sagens tekst ind.")).toBeTruthy();
    expect(calls.some(({ method }) => method === "POST")).toBe(false);
  });

  it("says why a text is no case, and keeps it", async () => {
    show({ "POST /cases/from-text/reading": () => refused(422, "no-case", "Der er ingen af sagens overskrifter.") });
    await userEvent.click(await screen.findByLabelText(/^Sagens tekst/u));
    await userEvent.paste("Kære alle");
    await userEvent.click(screen.getByRole("button", { name: "Læs teksten" }));
    expect(await screen.findByText(/ingen af sagens overskrifter/u)).toBeTruthy();
    expect(screen.getByLabelText<HTMLTextAreaElement>(/^Sagens tekst/u).value).toBe("Kære alle");
  });

  it("leads from a value to its place and from a place to its value; what was not found says so", async () => {
    show();
    await readIn();
    const marked = screen.getByRole("region", { name: /hvor det fundne er markeret/u });
    await userEvent.click(screen.getByRole("button", { name: "Vis i teksten: Sagsnummer" }));
    expect(document.activeElement?.textContent).toBe("23/417");
    expect(marked.contains(document.activeElement)).toBe(true);
    await userEvent.click(within(marked).getByRole("button", { name: "28-04-2023" }));
    expect(document.activeElement).toBe(screen.getByLabelText("Svarfrist"));
    expect(screen.queryByRole("button", { name: "Vis i teksten: Hvem indstiller" })).toBeNull();
    expect(screen.getByLabelText<HTMLInputElement>("Hvem indstiller").value).toBe("");
  });

  it("001-01 creates what is corrected and ticked, and keeps nothing once all of it is made", async () => {
    const caseKey = "c".repeat(32);
    const { calls } = show({ "POST /cases/from-text": () => answered({ caseKey, parts: [] }) });
    await readIn();
    await userEvent.type(screen.getByLabelText(/^Titel/u), " 2023");
    await userEvent.click(screen.getByRole("checkbox", { name: "Opret høringen som kladde" }));
    await userEvent.click(screen.getByRole("button", { name: "Opret" }));
    expect(await screen.findByText("Ret det, der er markeret.")).toBeTruthy();
    await userEvent.selectOptions(screen.getByLabelText(/^Punkt 1: det betyder/u), "postponed");
    await userEvent.click(screen.getByRole("button", { name: "Opret" }));
    await waitFor(() => {
      const sent = calls.find(({ path }) => path === "/cases/from-text")?.body;
      expect(sent).toMatchObject({ fields: { title: "Cyklistplan for hele kommunen 2023" }, route: "ØK, KB" });
      expect(sent).toMatchObject({ decisions: [{ bodyKey: body.key, date: "2023-03-14" }] });
      expect(sent).not.toHaveProperty("consultation");
      expect(window.sessionStorage).toHaveLength(0);
    });
  });

  it("tells what was made and what was not, keeps the text, and sends the same key again", async () => {
    const caseKey = "c".repeat(32);
    const parts = [{ part: "route", index: 0, problem: "Udvalget KB findes ikke." }];
    const { calls } = show({ "POST /cases/from-text": () => answered({ caseKey, parts }) });
    await readIn();
    await userEvent.click(screen.getByRole("checkbox", { name: "Før beslutningen ind" }));
    await userEvent.click(screen.getByRole("button", { name: "Opret" }));
    expect(await screen.findByText("Sagsgangen er ikke lagt: Udvalget KB findes ikke.")).toBeTruthy();
    expect(screen.getByRole("link", { name: "Gå til sagen" }).getAttribute("href")).toBe(`#/cases/${caseKey}`);
    cleanup();
    const again = show({ "POST /cases/from-text": () => answered({ caseKey, parts: [] }) });
    await userEvent.click(await screen.findByRole("button", { name: "Opret" }));
    const keyIn = (sent: typeof calls): unknown => sent.find(({ path }) => path === "/cases/from-text")?.body;
    await waitFor(() => {
      const { textKey } = keyIn(calls) as { readonly textKey: string };
      expect(keyIn(again.calls)).toMatchObject({ textKey });
    });
  });
});
