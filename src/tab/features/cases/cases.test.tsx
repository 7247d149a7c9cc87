import { cleanup, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it } from "vitest";
import type { CaseView } from "#contract/cases.ts";
import { answered, refused, renderPage } from "../../testing/render-page.tsx";
import { CasePage } from "./case-page.tsx";
import { CasesPage } from "./cases-page.tsx";

afterEach(cleanup);

const key = "c".repeat(32);
const [first, second] = ["1".repeat(32), "2".repeat(32)];
const bodies = [{ key: "d".repeat(32), code: "ØK", name: "Økonomiudvalget", kind: "finance-committee" as const }];

const view: CaseView = {
  now: "2022-02-23T09:00:00.000Z",
  key,
  number: "21/15479",
  title: "Anlægsbevilling til puljen",
  openness: "open",
  isLimited: false,
  status: "informed",
  officer: { key, name: "Rasmus Ellegaard", title: "Puljekonsulent" },
  alternativeTitle: "",
  closedReason: "",
  statement: "Der søges om anlægsbevilling.",
  policyContext: "",
  financialConsequences: "600.000 kr.",
  isFinancial: true,
  recommendedByRole: "Chefen for Borgerservice",
  points: [
    { number: 1, text: "at der gives bevilling", effect: "open", isFinal: false },
    { number: 2, text: "at puljen frigives", effect: "open", isFinal: false },
  ],
  attachments: [{ number: 1, openness: "open", title: "Notat", documentNumber: "73115/21", mark: "H", systemId: "1" }],
  route: "ØK, KB",
  steps: [
    {
      key: first,
      kind: "body",
      code: "ØK",
      name: "Økonomiudvalget",
      leg: 1,
      date: "2022-02-08",
      state: "pending",
      isNext: true,
      isFinal: false,
      decisions: [],
    },
    {
      key: second,
      kind: "body",
      code: "KB",
      name: "Kommunalbestyrelsen",
      leg: 1,
      state: "pending",
      isNext: false,
      isFinal: true,
      decisions: [],
    },
  ],
  versions: [{ version: 1, status: "draft" }],
  consultations: [{ key: first, subject: "Høring om programmet" }],
  pool: { key, number: "PULJE-2022", title: "Puljen", amountOere: 60_000_000, isReleased: false },
  timeline: [{ at: "2022-01-17T09:00:00.000Z", action: "route-set", who: "Rasmus", data: { route: "ØK, KB" } }],
  bodies,
  rowUrl: "https://sharepoint.example/row",
  may: { edit: true, route: true, decide: true, endConsultation: false, close: true, document: true },
};
const page = { [`GET /cases/${key}`]: () => answered(view) };
const row = {
  key,
  number: "21/15479",
  title: view.title,
  openness: "open",
  status: "informed",
  route: "ØK, KB",
  nextStep: { kind: "body", name: "Økonomiudvalget", date: "2022-02-08" },
  isMine: true,
};
const list = { now: view.now, cases: [row], bodies, poolsToDraft: [], may: { create: true } };

describe("the list of cases", () => {
  it("shows where each case goes next, and what is decided in a table of its own", async () => {
    const decided = {
      ...row,
      key: first,
      number: "",
      title: "Afgjort sag",
      status: "decided",
      decidedOn: "2022-02-22",
    };
    renderPage(<CasesPage />, { "GET /cases": () => answered({ ...list, cases: [row, decided] }) });
    const table = await screen.findByRole("table", { name: "På vej" });
    expect(within(table).getByRole("link", { name: view.title }).getAttribute("href")).toBe(`#/cases/${key}`);
    expect(within(table).getByText("Økonomiudvalget")).toBeTruthy();
    expect(
      within(screen.getByRole("table", { name: "Afgjort og afsluttet" })).getByText("Uden sagsnummer"),
    ).toBeTruthy();
  });

  it("is empty in words, and begins a case whose almost-number is answered at the field", async () => {
    const user = userEvent.setup();
    const service = renderPage(<CasesPage />, {
      "GET /cases": () => answered({ ...list, cases: [] }),
      "POST /cases": () => answered(view),
    });
    expect(await screen.findByText("Ingen sager endnu")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Opret sag" }));
    const dialog = screen.getByRole("dialog");
    await user.type(within(dialog).getByLabelText(/Titel/u), "Ny sag");
    await user.type(within(dialog).getByLabelText(/Sagsnummer/u), "21-15479");
    await user.click(within(dialog).getByRole("button", { name: "Opret sag" }));
    expect(within(dialog).getByText("Mente du 21/15479?")).toBeTruthy();
    await user.clear(within(dialog).getByLabelText(/Sagsnummer/u));
    await user.click(within(dialog).getByRole("checkbox", { name: /lukkede døre/u }));
    expect(within(dialog).getByLabelText("Alternativ titel")).toBeTruthy();
    await user.click(within(dialog).getByRole("button", { name: "Opret sag" }));
    await waitFor(() => {
      expect(service.calls.find(({ method }) => method === "POST")?.body).toMatchObject({
        fields: { title: "Ny sag", number: "", openness: "closed" },
      });
    });
  });

  it("leads to the field that says what is missing", async () => {
    const user = userEvent.setup();
    renderPage(<CasesPage />, { "GET /cases": () => answered({ ...list, cases: [] }) });
    await user.click(await screen.findByRole("button", { name: "Opret sag" }));
    const dialog = screen.getByRole("dialog");
    await user.clear(within(dialog).getByLabelText(/Titel/u));
    await user.click(within(dialog).getByRole("button", { name: "Opret sag" }));
    expect(within(dialog).getByText("Skal udfyldes")).toBeTruthy();
    expect(document.activeElement).toBe(within(dialog).getByLabelText(/Titel/u));
  });

  it("lets a pool without money draft its case", async () => {
    const user = userEvent.setup();
    const poolsToDraft = [{ key: first, title: "Puljen" }];
    const service = renderPage(<CasesPage />, {
      "GET /cases": () => answered({ ...list, poolsToDraft }),
      [`POST /pools/${first}/case`]: () => answered(view),
    });
    await user.click(await screen.findByRole("button", { name: "Lav bevillingssag til Puljen" }));
    await waitFor(() => {
      expect(service.calls.some(({ path }) => path === `/pools/${first}/case`)).toBe(true);
    });
  });
});

describe("the page of a case", () => {
  it("shows the way with its next step, the recommendation, pool and consultation", async () => {
    renderPage(<CasePage caseKey={key} />, page);
    const next = await screen.findByText("Næste");
    expect(next.closest("li")?.getAttribute("aria-current")).toBe("step");
    expect(screen.getByText("Afgør sagen")).toBeTruthy();
    expect(screen.getByText(/600\.000.kr\., ikke frigivet endnu/u)).toBeTruthy();
    expect(screen.getByRole("link", { name: "Høring om programmet" }).getAttribute("href")).toBe(
      `#/consultations/${first}`,
    );
    expect(screen.getByRole("link", { name: "Åbn i SharePoint" })).toBeTruthy();
    expect(screen.getByText("Sagsgangen er lagt: ØK, KB")).toBeTruthy();
  });

  it("records a decision point by point, with the meaning its words propose", async () => {
    const user = userEvent.setup();
    const service = renderPage(<CasePage caseKey={key} />, {
      ...page,
      [`POST /cases/${key}/decisions`]: () => answered({ ...view, may: { ...view.may, decide: false } }),
    });
    await user.click(await screen.findByRole("button", { name: "Før beslutning ind" }));
    const dialog = screen.getByRole("dialog", { name: "Beslutning i Økonomiudvalget" });
    await user.click(within(dialog).getByRole("button", { name: "Før ind" }));
    expect(within(dialog).getByText("Skriv, hvad der blev besluttet.")).toBeTruthy();
    await user.type(within(dialog).getByLabelText(/Ordene fra referatet/u), "Ad 1. Godkendt. Ad 2. Ikke godkendt.");
    await user.selectOptions(within(dialog).getByLabelText(/Punkt 1/u), "concurred");
    await user.type(within(dialog).getByLabelText(/Afbud/u), "A, V");
    await user.click(within(dialog).getByRole("button", { name: "Før ind" }));
    await waitFor(() => {
      expect(service.calls.find(({ method }) => method === "POST")?.body).toMatchObject({
        stepKey: first,
        date: "2022-02-08",
        points: [
          { number: 1, text: "Godkendt.", code: "concurred" },
          { number: 2, text: "Ikke godkendt.", code: "rejected" },
        ],
        apologies: [
          { role: "medlem", partyLetter: "A" },
          { role: "medlem", partyLetter: "V" },
        ],
      });
    });
  });

  it("001-05 asks for a new route where it has stopped, and says what is wrong with one", async () => {
    const user = userEvent.setup();
    renderPage(<CasePage caseKey={key} />, {
      [`GET /cases/${key}`]: () => answered({ ...view, status: "stopped", stop: "rejected" }),
      [`PUT /cases/${key}/route`]: () => refused(409, "finance-committee-first", "Økonomiudvalget skal først."),
    });
    expect(await screen.findByText(/sagsgangen er standset/u)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Læg ny sagsgang" }));
    const dialog = screen.getByRole("dialog", { name: "Læg sagsgang" });
    await user.click(within(dialog).getByRole("button", { name: "Læg sagsgang" }));
    expect(within(dialog).getByText("Skriv mindst ét udvalg.")).toBeTruthy();
    await user.type(within(dialog).getByLabelText(/tilbage af sagsgangen/u), "KB, ØK");
    await user.click(within(dialog).getByRole("button", { name: "Læg sagsgang" }));
    expect(await within(dialog).findByText(/Økonomiudvalget skal først/u)).toBeTruthy();
  });

  it("begins the route's dialog with what is left of it, days included", async () => {
    const user = userEvent.setup();
    renderPage(<CasePage caseKey={key} />, page);
    await user.click(await screen.findByRole("button", { name: "Læg sagsgang" }));
    expect(screen.getByDisplayValue("ØK 08-02-2022, KB")).toBeTruthy();
  });

  it("closes the case, and ends a consultation, when asked once", async () => {
    const user = userEvent.setup();
    const may = { ...view.may, decide: false, endConsultation: true };
    const service = renderPage(<CasePage caseKey={key} />, {
      [`GET /cases/${key}`]: () => answered({ ...view, may }),
      [`POST /cases/${key}/consultation-end`]: () => answered({ ...view, may }),
      [`POST /cases/${key}/closing`]: () => answered({ ...view, status: "closed" }),
    });
    for (const name of ["Afslut høringen", "Afslut sagen"]) {
      await user.click(await screen.findByRole("button", { name }));
      await user.click(within(screen.getByRole("dialog", { name })).getByRole("button", { name }));
      await waitFor(() => {
        expect(screen.queryByRole("dialog")).toBeNull();
      });
    }
    expect(service.calls.filter(({ method }) => method === "POST").map(({ body }) => body)).toMatchObject([
      { stepKey: first, date: "2022-02-23" },
      {},
    ]);
  });

  it("R-27 shows of a closed case that it is there, and no button", async () => {
    const limited = { ...view, isLimited: true, title: "En kontrakt", openness: "closed", steps: [], points: [] };
    renderPage(<CasePage caseKey={key} />, { [`GET /cases/${key}`]: () => answered(limited) });
    expect(await screen.findByText(/Sagen er lukket/u)).toBeTruthy();
    expect(screen.queryByRole("button")).toBeNull();
  });
});

describe("the programme of a case", () => {
  it("001-03 names the programme it is about, and links to it", async () => {
    const user = userEvent.setup();
    const programme = { key: second, title: "Digitaliseringsprogram 2021-2025" };
    let stored: CaseView = { ...view, programmes: [programme] };
    const service = renderPage(<CasePage caseKey={key} />, {
      [`GET /cases/${key}`]: () => answered(stored),
      [`PUT /cases/${key}`]: () => {
        stored = { ...stored, programme };
        return answered(stored);
      },
    });
    await user.click(await screen.findByRole("button", { name: "Ret sagen" }));
    const dialog = screen.getByRole("dialog", { name: "Ret sagen" });
    await user.selectOptions(within(dialog).getByLabelText(/Digitaliseringsprogram/u), programme.title);
    await user.click(within(dialog).getByRole("button", { name: "Gem" }));
    const link = await screen.findByRole("link", { name: programme.title });
    expect(link.getAttribute("href")).toBe("#/action-plan/programme");
    expect(service.calls.find(({ method }) => method === "PUT")?.body).toMatchObject({ programmeKey: second });
  });

  it("004-09 says which body decides finally; of a pool's own case it is no choice", async () => {
    const user = userEvent.setup();
    const { pool: _pool, ...ofNoPool } = view;
    let now: CaseView = ofNoPool;
    const service = renderPage(<CasePage caseKey={key} />, {
      [`GET /cases/${key}`]: () => answered(now),
      [`PUT /cases/${key}`]: () => {
        now = { ...ofNoPool, competentBodyKey: "d".repeat(32) };
        return answered(now);
      },
    });
    await user.click(await screen.findByRole("button", { name: "Ret sagen" }));
    const dialog = screen.getByRole("dialog", { name: "Ret sagen" });
    await user.selectOptions(within(dialog).getByLabelText(/Kompetence/u), "Økonomiudvalget");
    await user.click(within(dialog).getByRole("button", { name: "Gem" }));
    expect(await screen.findByText("Kompetence")).toBeTruthy();
    const body = service.calls.find(({ method }) => method === "PUT")?.body;
    expect(body).toMatchObject({ competentBodyKey: "d".repeat(32) });
    cleanup();
    renderPage(<CasePage caseKey={key} />, page);
    await user.click(await screen.findByRole("button", { name: "Ret sagen" }));
    expect(screen.queryByLabelText(/Kompetence/u)).toBeNull();
  });
});
