import { cleanup, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, describe, expect, test, vi } from "vitest";
import { testKey } from "../../testing/answers.ts";
import { aConsultationPage, aSummary, consultationNow } from "../../testing/consultation-answers.ts";
import { answered, type FakeService, refused, renderPage } from "../../testing/render-page.tsx";
import { ConsultationFormPage } from "./form-page.tsx";
import { ConsultationListPage } from "./list-page.tsx";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  window.sessionStorage.clear();
});

describe("the list of consultations", () => {
  const show = (items: readonly unknown[], mayCreate = false) =>
    renderPage(<ConsultationListPage />, {
      "GET /consultations": () => answered({ now: consultationNow, items, mayCreate }),
    });

  test("says how many have answered, who is missing and how far away the deadline is", async () => {
    show([aSummary(), aSummary({ key: testKey("draft"), status: "draft", subject: "Kladden" })], true);
    const table = await screen.findByRole("table", { name: "I gang" });
    expect(within(table).getByText("1 af 3 har svaret")).toBeTruthy();
    expect(within(table).getByText("Mangler: Handicaprådet, Ungdomsrådet")).toBeTruthy();
    expect(within(table).getByText("30. juli 2021 kl. 23.59")).toBeTruthy();
    expect(within(table).getByText("om 32 dage")).toBeTruthy();
    expect(screen.getByRole("table", { name: "Kommende og kladder" })).toBeTruthy();
    expect(screen.getByRole("link", { name: "Ny høring" })).toBeTruthy();
  });

  test("shows a party only its own, with one button", async () => {
    const { counts: _counts, missing: _missing, ...rest } = aSummary();
    show([{ ...rest, own: { partyKey: testKey("p"), name: "Ældrerådet", status: "awaiting" } }]);
    expect(await screen.findByRole("heading", { name: "Venter på jeres svar" })).toBeTruthy();
    const link = screen.getByRole("link", { name: "Svar på Digitaliseringsprogram 2021-2025" });
    expect(link.getAttribute("href")).toBe(`#/consultations/${testKey("consultation")}`);
    expect(screen.queryByRole("table")).toBeNull();
  });

  test("says what comes next when there is nothing", async () => {
    show([]);
    expect(await screen.findByText("Der er ingen høringer, du kan se.")).toBeTruthy();
  });
});

describe("the form of a consultation", () => {
  const council = { code: "ÆR", name: "Ældrerådet", duty: "statutory", law: "RSL § 30", channel: "registered" };
  const councils = { councils: [{ ...council, personKeys: [], email: "" }], people: [] };
  const show = (more: FakeService = {}) =>
    renderPage(<ConsultationFormPage />, { "GET /consultations/councils": () => answered(councils), ...more });

  test("001-06 makes a draft of what is typed, dates as Danes write them", async () => {
    const page = aConsultationPage();
    const { calls } = show({
      "POST /consultations": () => answered(page),
      [`PUT /consultations/${testKey("consultation")}/parties`]: () => answered(page),
      "POST /consultations/check-deadline": () =>
        answered({ deadlineText: "30. juli 2021 kl. 23.59", warnings: [], usableDays: 18, remindOn: ["2021-07-09"] }),
    });
    await userEvent.type(await screen.findByLabelText(/^Emne/u), "Programmet");
    await userEvent.click(screen.getByLabelText("Ældrerådet"));
    await userEvent.type(screen.getByLabelText(/^Svarfrist/u), "30/7 2021");
    expect(await screen.findByText(/18 brugbare hverdage til at svare/u)).toBeTruthy();
    expect(screen.getByText("Læst som 30. juli 2021")).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "Gem kladde" }));
    await waitFor(() => {
      expect(calls.find(({ path }) => path === "/consultations")?.body).toMatchObject({
        fields: { subject: "Programmet", deadlineOn: "2021-07-30", deadlineTime: "23:59" },
        parties: [],
      });
      expect(calls.find(({ path }) => path.endsWith("/parties"))?.body).toMatchObject({ parties: [{ code: "ÆR" }] });
    });
    expect(window.sessionStorage).toHaveLength(0);
  });

  test("says what is missing, sends nothing, and keeps what is typed for the next time", async () => {
    const { calls } = show();
    await userEvent.type(await screen.findByLabelText(/^Svarfrist/u), "32/7 2021");
    await userEvent.click(screen.getByRole("button", { name: "Gem kladde" }));
    expect(await screen.findByText("Ret det, der er markeret.")).toBeTruthy();
    expect(calls.some(({ path }) => path === "/consultations")).toBe(false);
    cleanup();
    show();
    expect((await screen.findByLabelText<HTMLInputElement>(/^Svarfrist/u)).value).toBe("32/7 2021");
  });

  test("001-07 shows why a deadline will be refused while it is chosen", async () => {
    const refusal = "Svarfristen er allerede udløbet. Vælg en senere dag.";
    show({
      "POST /consultations/check-deadline": () =>
        answered({ deadlineText: "", refusal, warnings: [], usableDays: 0, remindOn: [] }),
    });
    await userEvent.type(await screen.findByLabelText(/^Svarfrist/u), "01-01-2021");
    expect(await screen.findByText(refusal)).toBeTruthy();
  });

  test("tells of a busy service and keeps everything", async () => {
    show({ "POST /consultations": () => refused(503, "unavailable", "SharePoint er optaget.") });
    await userEvent.type(await screen.findByLabelText(/^Emne/u), "Programmet");
    await userEvent.click(screen.getByRole("button", { name: "Gem kladde" }));
    expect(await screen.findByText(/SharePoint er optaget/u)).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>(/^Emne/u).value).toBe("Programmet");
  });
});
