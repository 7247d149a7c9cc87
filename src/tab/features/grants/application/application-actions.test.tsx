import { act, cleanup, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import type { ApplicationView } from "#contract/applications.ts";
import { anApplication, testKey } from "../../../testing/answers.ts";
import { answered, renderPage } from "../../../testing/render-page.tsx";
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

test("T10 a double press on 'Godkend', and another after a lost answer, are one command", async () => {
  const application = anApplication({ status: "submitted" });
  let presses = 0;
  const { calls } = renderPage(
    <ApplicationActions application={{ ...application, may: { ...application.may, approve: true } }} />,
    {
      [`POST /applications/${application.key}/approve`]: () => {
        presses += 1;
        return presses < 3 ? { unreachable: true } : answered(application);
      },
    },
  );
  await userEvent.click(screen.getByRole("button", { name: "Godkend" }));
  const approve = within(screen.getByRole("dialog")).getByRole("button", { name: /^Godkend/ });
  await act(async () => {
    approve.click();
    approve.click();
    await Promise.resolve();
  });
  await screen.findByRole("alert");
  await userEvent.click(approve);
  await vi.waitFor(() => {
    expect(screen.queryByRole("dialog")).toBeNull();
  });
  const posts = calls.filter(({ method }) => method === "POST");
  expect(posts.length).toBeGreaterThan(1);
  expect(new Set(posts.map(({ body }) => (body as { commandKey: string }).commandKey)).size).toBe(1);
});
