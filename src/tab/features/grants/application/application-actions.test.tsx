import { cleanup, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import type { ApplicationView } from "#contract/applications.ts";
import { anApplication, testKey } from "../../../testing/answers.ts";
import { renderPage } from "../../../testing/render-page.tsx";
import { ApplicationActions } from "./application-actions.tsx";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function show(over: Partial<ApplicationView>): void {
  const application = anApplication(over);
  renderPage(<ApplicationActions application={{ ...application, may: { ...application.may, withdraw: true } }} />, {});
}

test("a head who withdraws is told whose application it is, what happens, and the other way", async () => {
  show({ applicant: { key: testKey("applicant"), name: "Mette Holm", title: "Teamleder" } });
  await userEvent.click(screen.getByRole("button", { name: "Træk tilbage for centret" }));
  const dialog = screen.getByRole("dialog", { name: "Vil du trække ansøgningen tilbage?" });
  expect(dialog.textContent).toContain(
    "Du trækker ansøgningen fra Mette Holm tilbage som leder af Center for Politik og Ledelse.",
  );
  expect(dialog.textContent).toContain("returnere den med spørgsmål");
  expect(within(dialog).getByText(/kan ikke fortrydes/)).toBeTruthy();
});

test("the applicant withdraws her own", async () => {
  show({ draftKey: testKey("draft") });
  await userEvent.click(screen.getByRole("button", { name: "Træk tilbage" }));
  expect(screen.getByRole("dialog").textContent).not.toContain("som leder");
});
