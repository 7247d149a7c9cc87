import { cleanup, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, describe, expect, test, vi } from "vitest";
import { testKey } from "../../testing/answers.ts";
import { aConsultationPage } from "../../testing/consultation-answers.ts";
import { answered, renderPage } from "../../testing/render-page.tsx";
import { ConsultationFormPage } from "./form-page.tsx";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  window.sessionStorage.clear();
});

describe("the case of a consultation", () => {
  const cases = [
    {
      key: testKey("case"),
      number: "21/6103",
      title: "Program 2021-2025",
      isClosed: true,
      before: { body: "ØK", meetingOn: "2021-06-15", decidedOn: "2021-06-15" },
      next: { body: "ØK", meetingOn: "2021-08-17" },
    },
    { key: testKey("other case"), number: "21/15479", title: "Pulje til digitalisering", isClosed: false },
  ];
  const show = () =>
    renderPage(<ConsultationFormPage />, {
      "GET /consultations/councils": () => answered({ councils: [], people: [], cases }),
      "POST /consultations": () => answered(aConsultationPage({ parties: [] })),
    });
  const sentFields = (calls: ReturnType<typeof show>["calls"]): unknown =>
    calls.find(({ path }) => path === "/consultations")?.body;

  test("001-02 is chosen by its number, and what it says of the meetings is not asked again", async () => {
    const { calls } = show();
    const field = await screen.findByRole("combobox", { name: "Sag" });
    const list = document.getElementById(field.getAttribute("list") ?? "");
    expect([...(list?.children ?? [])].map((option) => [option.getAttribute("value"), option.textContent])).toEqual([
      ["21/6103", "Program 2021-2025"],
      ["21/15479", "Pulje til digitalisering"],
    ]);
    // What a choice in the browser's list types.
    await userEvent.type(field, "21/6103");
    expect(screen.getByRole<HTMLInputElement>("combobox", { name: "Sag" }).value).toBe("21/6103");
    expect(screen.getByText(/Knyttet til sagen ”Program 2021-2025”/u)).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>(/^Emne/u).value).toBe("Program 2021-2025");
    expect(screen.getByLabelText<HTMLInputElement>(/^Besluttet den/u).value).toBe("15-06-2021");
    await userEvent.click(screen.getByRole("button", { name: "Gem kladde" }));
    await waitFor(() => {
      expect(sentFields(calls)).toMatchObject({
        fields: {
          caseKey: testKey("case"),
          caseNumber: "21/6103",
          closed: true,
          stepBefore: { body: "ØK", meetingOn: "2021-06-15", decidedOn: "2021-06-15" },
          nextStep: { body: "ØK", meetingOn: "2021-08-17" },
        },
      });
    });
  });

  test("may be one Fremdrift does not know; an almost-number is asked about, and a known number is that case", async () => {
    const { calls } = show();
    await userEvent.type(await screen.findByLabelText(/^Emne/u), "Busplan");
    const field = screen.getByRole("combobox", { name: "Sag" });
    await userEvent.type(field, "21-6103");
    expect(screen.getByText("Mente du 21/6103?")).toBeTruthy();
    await userEvent.clear(field);
    await userEvent.type(field, "21/6103");
    expect(screen.getByText(/Knyttet til sagen/u)).toBeTruthy();
    await userEvent.type(field, "9");
    expect(screen.queryByText(/Knyttet til sagen/u)).toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "Gem kladde" }));
    await waitFor(() => {
      expect(sentFields(calls)).toMatchObject({ fields: { caseNumber: "21/61039", subject: "Busplan" } });
    });
    expect(JSON.stringify(sentFields(calls))).not.toContain("caseKey");
  });
});
