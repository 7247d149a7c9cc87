import { cleanup, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { ConsultationPage as PageData } from "#contract/consultations.ts";
import { testKey } from "../../testing/answers.ts";
import { aConsultationPage, anAnsweredParty, aParty, aSummary } from "../../testing/consultation-answers.ts";
import { answered, type FakeService, refused, renderPage } from "../../testing/render-page.tsx";
import { ConsultationPage } from "./consultation-page.tsx";

const key = testKey("consultation");

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  window.sessionStorage.clear();
});

function show(page: PageData, more: FakeService = {}) {
  return renderPage(<ConsultationPage consultationKey={key} />, {
    [`GET /consultations/${key}`]: () => answered(page),
    ...more,
  });
}

describe("the cockpit of a consultation", () => {
  test("001-07 says the deadline and the warning word for word as the service does", async () => {
    const text = "15 af 33 hverdage ligger i ferieugerne 28-30; 18 er brugbare.";
    show(aConsultationPage({ warnings: [{ code: "few-usable-days", text }] }));
    expect(await screen.findByText(text)).toBeTruthy();
    expect(screen.getByText("30. juli 2021 kl. 23.59")).toBeTruthy();
    expect(screen.getAllByText(/1 af 3 har svaret/u).length).toBeGreaterThan(0);
  });

  test("R-09 says when the answers are deleted, what to see to before, and afterwards that they were", async () => {
    const consultation = aSummary({ status: "treated" });
    const treated = { consultation, treatedAt: "2021-08-17T13:00:00.000Z", deleteOn: "2026-08-16" };
    show(aConsultationPage({ ...treated, deletion: "kept" }));
    expect((await screen.findByText("Svarene slettes her")).nextElementSibling?.textContent).toBe("16. august 2026");
    expect(screen.queryByText(/ESDH/u)).toBeNull();
    cleanup();
    show(aConsultationPage({ ...treated, deletion: "near" }));
    expect(await screen.findByText(/slettes her i Fremdrift den 16. august 2026. Sørg for/u)).toBeTruthy();
    cleanup();
    show(aConsultationPage({ ...treated, deletion: "waiting" }));
    expect(await screen.findByText(/De slettes, når sagen er afgjort eller afsluttet/u)).toBeTruthy();
    cleanup();
    const answer = anAnsweredParty.answer && { ...anAnsweredParty.answer, text: "", attachments: [] };
    const parties = [{ ...anAnsweredParty, answer, actions: [] }];
    const gone = { deletion: "deleted" as const, answersDeletedAt: "2026-08-15T22:00:00.000Z", mayFetchNote: false };
    show(aConsultationPage({ ...treated, ...gone, parties }));
    expect(await screen.findByText(/blev slettet her i Fremdrift den 16. august 2026/u)).toBeTruthy();
    expect(screen.getByText("Svarets tekst er slettet her.")).toBeTruthy();
    expect(screen.getByText(/^Modtaget 2. juli 2021/u)).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Høringsnotat" })).toBeNull();
  });

  test("001-10 shows the reminders as a ladder with whom they went to", async () => {
    const now = "2021-07-20T08:00:00.000Z";
    show(aConsultationPage({ now }));
    const section = (await screen.findByRole("heading", { name: "Påmindelser" })).closest("section");
    if (section === null) throw new Error("No ladder");
    const rungs = within(section).getAllByRole("listitem");
    expect(rungs.map((rung) => rung.textContent)).toEqual([
      "9. juli 2021SendtHandicaprådet, Ungdomsrådet",
      "23. juli 2021PlanlagtHandicaprådet, Ungdomsrådet",
      "29. juli 2021PlanlagtHandicaprådet, Ungdomsrådet",
    ]);
  });

  test("001-14 leads from the block to the comment that is missing", async () => {
    const blocked = "Høringssvar fra Ældrerådet er ikke kommenteret";
    show(aConsultationPage({ consultation: aSummary({ status: "closed" }), treatBlocked: blocked }));
    expect(await screen.findByText(blocked)).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "Gå til feltet" }));
    expect(document.activeElement).toBe(screen.getByLabelText(/^Kommentar/u));
  });

  test("R-10 says who may still answer, and leads nowhere meanwhile", async () => {
    show(aConsultationPage({ treatBlocked: "Ungdomsrådet har ikke svaret endnu." }));
    expect(await screen.findByText("Ungdomsrådet har ikke svaret endnu.")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Gå til feltet" })).toBeNull();
  });

  test("001-13 saves a comment once it is whole, as it was typed", async () => {
    const page = aConsultationPage();
    const path = `/parties/${anAnsweredParty.key}/comment`;
    const { calls } = show(page, { [`PUT ${path}`]: () => answered(page) });
    await userEvent.type(await screen.findByLabelText(/^Kommentar/u), "Vi laver et kursus. ");
    await userEvent.tab();
    expect(calls.some(({ method }) => method === "PUT")).toBe(false);
    expect(screen.getByText(/vælg ja eller nej/u)).toBeTruthy();
    await userEvent.click(screen.getByRole("radio", { name: "Ja" }));
    await userEvent.click(screen.getByLabelText("Resumé af svaret"));
    await userEvent.tab();
    await waitFor(() => {
      expect(calls.find(({ method }) => method === "PUT")).toMatchObject({
        path,
        body: { summary: "", comment: "Vi laver et kursus. ", changes: true },
      });
    });
    expect(await screen.findByText(/^Gemt/u)).toBeTruthy();
    expect(screen.getByLabelText<HTMLTextAreaElement>(/^Kommentar/u).value).toBe("Vi laver et kursus. ");
  });

  test("001-11 takes a late answer in, and says until when", async () => {
    const late = { ...anAnsweredParty, status: "receivedLate", actions: ["include-late", "comment"] } as const;
    const page = aConsultationPage({ parties: [{ ...late, actions: [...late.actions] }] });
    const { calls } = show(page, { [`PUT /parties/${late.key}/included`]: () => answered(page) });
    expect(await screen.findByText(/tages med, indtil dagsordenen udsendes den 11. august 2021/u)).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "Tag svaret med" }));
    await waitFor(() => {
      expect(calls.find(({ method }) => method === "PUT")?.body).toMatchObject({ included: true });
    });
  });
});

describe("what the case officer does in it", () => {
  test("asks before it is sent, with who gets it how", async () => {
    const mail = aParty("Seniorhuset", { channel: "email", email: "hus@senior.test", persons: [] });
    const page = aConsultationPage({
      consultation: aSummary({ status: "draft" }),
      parties: [aParty("Ældrerådet"), mail],
      actions: ["edit", "send"],
    });
    const { calls } = show(page, { [`POST /consultations/${key}/send`]: () => answered(page) });
    await userEvent.click(await screen.findByRole("button", { name: "Send høringen" }));
    const dialog = screen.getByRole("dialog", { name: "Send høringen nu?" });
    expect(within(dialog).getByText("Kort i Teams til Formand for Ældrerådet")).toBeTruthy();
    expect(within(dialog).getByText(/^E-mail fra dig til hus@senior.test/u)).toBeTruthy();
    expect(within(dialog).getByText(/kan svare til og med 30. juli 2021 kl. 23.59/u)).toBeTruthy();
    await userEvent.click(within(dialog).getByRole("button", { name: "Send" }));
    await waitFor(() => {
      expect(calls.some(({ method, path }) => method === "POST" && path.endsWith("/send"))).toBe(true);
    });
  });

  test("registers an answer that came by mail, with its day and time as typed", async () => {
    const page = aConsultationPage();
    const party = testKey("Handicaprådet");
    const { calls } = show(page, { [`POST /parties/${party}/registered-answer`]: () => answered(page) });
    await userEvent.click(await screen.findByRole("button", { name: "Registrér svar fra Handicaprådet" }));
    const dialog = screen.getByRole("dialog", { name: "Svar fra Handicaprådet" });
    await userEvent.clear(within(dialog).getByLabelText(/^Klokken/u));
    await userEvent.type(within(dialog).getByLabelText(/^Klokken/u), "9.05");
    await userEvent.click(within(dialog).getByLabelText("Parten har ingen bemærkninger"));
    await userEvent.click(within(dialog).getByRole("button", { name: "Gem svaret" }));
    await waitFor(() => {
      expect(calls.find(({ method }) => method === "POST")?.body).toMatchObject({
        noComments: true,
        road: "email",
        receivedOn: "2021-06-28",
        receivedTime: "09:05",
      });
    });
  });
});

const own = aParty("Ældrerådet", { isOwn: true, actions: ["answer"] });
const { counts: _counts, missing: _missing, ...ownSummary } = aSummary();
const summary = { ...ownSummary, own: { partyKey: own.key, name: own.name, status: own.status } };
const ownPage = (over: Partial<PageData> = {}) =>
  aConsultationPage({ consultation: summary, parties: [own], actions: [], mayFetchNote: false, ...over });

describe("a party's own answer", () => {
  test("001-09 is given without comments in one press", async () => {
    const { answer: written } = anAnsweredParty;
    if (written === undefined) throw new Error("The builder's party has an answer");
    const answer = { ...written, noComments: true, text: "", attachments: [] };
    const after = ownPage({ parties: [{ ...own, status: "receivedNoComments", actions: [], answer }] });
    let page = ownPage();
    const { calls } = renderPage(<ConsultationPage consultationKey={key} />, {
      [`GET /consultations/${key}`]: () => answered(page),
      [`POST /parties/${own.key}/answer`]: () => {
        page = after;
        return answered(after);
      },
    });
    expect(await screen.findByText(/Svaret er offentligt/u)).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "Vi har ingen bemærkninger" }));
    await waitFor(() => {
      expect(calls.find(({ method }) => method === "POST")?.body).toMatchObject({ noComments: true, text: "" });
    });
    expect(await screen.findByText("Tak. Vi har jeres svar.")).toBeTruthy();
  });

  test("keeps what was typed when the network is away, and says what to do", async () => {
    show(ownPage(), { [`POST /parties/${own.key}/answer`]: () => ({ unreachable: true }) });
    await userEvent.type(await screen.findByLabelText("Jeres svar"), "Vi er enige.");
    await userEvent.click(screen.getByRole("button", { name: "Send svar" }));
    expect(await screen.findByText(/Det, du har skrevet, er her stadig/u)).toBeTruthy();
    expect(screen.getByLabelText<HTMLTextAreaElement>("Jeres svar").value).toBe("Vi er enige.");
    cleanup();
    show(ownPage());
    expect((await screen.findByLabelText<HTMLTextAreaElement>("Jeres svar")).value).toBe("Vi er enige.");
  });

  test("that comes second keeps its text beside the first answer, with the way out", async () => {
    const first = { ...own, status: "received", actions: ["replace"] } as const;
    let page = ownPage();
    renderPage(<ConsultationPage consultationKey={key} />, {
      [`GET /consultations/${key}`]: () => answered(page),
      [`POST /parties/${own.key}/answer`]: () => {
        const { answer } = anAnsweredParty;
        if (answer) page = ownPage({ parties: [{ ...first, actions: ["replace"], answer }] });
        return refused(409, "party-answered-before", "Ældrerådet har allerede svaret.");
      },
    });
    await userEvent.type(await screen.findByLabelText("Jeres svar"), "Mit svar");
    await userEvent.click(screen.getByRole("button", { name: "Send svar" }));
    expect(await screen.findByDisplayValue("Mit svar")).toBeTruthy();
    expect(screen.getByText(/Svaret er givet af Else Dam/u)).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "Send mit svar i stedet" }));
    expect(screen.getByLabelText<HTMLTextAreaElement>("Jeres svar").value).toBe("Mit svar");
  });

  test("R-08 is stopped where it looks like a CPR number, with the way out", async () => {
    const body = { type: "about:blank", title: "x", status: 422, detail: "Ret feltet.", code: "answer-incomplete" };
    const fields = [{ field: "text", code: "cpr", data: {} }];
    show(ownPage(), {
      [`POST /parties/${own.key}/answer`]: () => ({ status: 422, body: { ...body, instance: "nr", fields } }),
    });
    await userEvent.type(await screen.findByLabelText("Jeres svar"), "010190-1234");
    await userEvent.click(screen.getByRole("button", { name: "Send svar" }));
    expect(await screen.findByText(/ligner et CPR-nummer/u)).toBeTruthy();
    expect(screen.getByLabelText("Dette er ikke et CPR-nummer")).toBeTruthy();
  });

  test("is not offered once the consultation is closed for good; the text stays to be copied", async () => {
    window.sessionStorage.setItem(`fremdrift.kept.answer.${own.key}`, "For sent");
    const treated = { ...own, status: "noResponse", actions: [] } as const;
    show(ownPage({ consultation: { ...summary, status: "treated" }, parties: [{ ...treated, actions: [] }] }));
    expect(await screen.findByText(/der tages ikke flere svar ind/u)).toBeTruthy();
    expect(screen.getByDisplayValue("For sent")).toBeTruthy();
    expect(screen.getByRole("button", { name: "Kopiér teksten" })).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Send svar" })).toBeNull();
  });
});
