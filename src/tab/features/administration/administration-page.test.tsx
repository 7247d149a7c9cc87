import { cleanup, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { AdminHealth } from "#contract/health.ts";
import { Shell } from "../../app/shell.tsx";
import { anOverview, testKey, testNow } from "../../testing/answers.ts";
import { answered, type FakeService, refused, renderPage } from "../../testing/render-page.tsx";
import { administration as danish } from "../../texts/da/administration.ts";
import { administration as english } from "../../texts/en/administration.ts";
import { AdministrationPage } from "./administration-page.tsx";

const well: AdminHealth = {
  now: testNow,
  state: "ok",
  secondsSinceLook: 240,
  lines: Object.keys(danish.lines).map((name) => ({
    name: name as AdminHealth["lines"][number]["name"],
    state: "ok",
    figures: {},
  })),
  lists: [
    {
      name: "Bedoemmelser",
      title: "Bedømmelser",
      site: "records",
      state: "ok",
      rows: 30,
      secondsSinceRead: 8,
      isFailing: false,
      findings: [],
    },
  ],
  uncertain: [],
  edits: [],
  malformed: [],
};

const me = {
  key: testKey("me"),
  name: "Sofie Lykkegaard",
  title: "It-administrator",
  centreName: "Borgerservice",
  roles: ["administrator"],
  isHead: false,
  language: "da",
  now: testNow,
  municipality: "Fjordkøbing Kommune",
};

const shellWith = (more: object): FakeService => ({
  "GET /me": () => answered({ ...me, ...more }),
  "GET /overview": () => answered(anOverview()),
  "GET /events": () => ({ unreachable: true }),
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  window.location.hash = "";
});

function renderHealth(health: AdminHealth, more: FakeService = {}) {
  return renderPage(<AdministrationPage />, { "GET /admin/health": () => answered(health), ...more });
}

async function rowOf(name: string): Promise<HTMLElement> {
  const row = (await screen.findByRole("rowheader", { name })).closest("tr");
  if (row === null) throw new Error(`No row ${name}`);
  return row;
}

describe("administration page", () => {
  test("says that all is well, with every check and every list", async () => {
    renderHealth(well);
    expect(await screen.findByRole("heading", { name: "Driftsstatus" })).toBeTruthy();
    expect(screen.getByText("Alt virker.")).toBeTruthy();
    expect(within(await rowOf("Uret")).getByText("OK")).toBeTruthy();
    expect(within(await rowOf("Bedømmelser (Sagsrum)")).getByText("for 8 sek. siden")).toBeTruthy();
    expect(screen.queryByRole("heading", { name: "Beskeder med ukendt skæbne" })).toBeNull();
  });

  test("T41 names what is damaged, what still works, and the command that mends it", async () => {
    const finding = {
      cause: "Listen ”Bedømmelser” findes ikke",
      repair: "Den oprettes igen.",
      stops: "reads" as const,
      isRepairable: true,
    };
    const lists = well.lists.map((list) => ({
      ...list,
      state: "fault" as const,
      isFailing: true,
      findings: [finding],
    }));
    const lines = well.lines.map((line) =>
      line.name === "sharepoint"
        ? { ...line, state: "fault" as const, figures: { damaged: 1 }, repair: "provision" as const }
        : line,
    );
    renderHealth({ ...well, state: "fault", lines, lists });
    const row = await rowOf("Lister i SharePoint");
    expect(within(row).getByText("1 liste er ændret i SharePoint; se under Lister.")).toBeTruthy();
    expect(within(row).getByText("npm run provision -- --apply")).toBeTruthy();
    const list = await rowOf("Bedømmelser (Sagsrum)");
    expect(
      within(list).getByText(/findes ikke\. Listen kan ikke læses; det, der blev læst sidst, vises\./),
    ).toBeTruthy();
  });
});

describe("what an administrator decides and presses", () => {
  test("T45 sends a message of unknown fate again only on a press, and says what became of it", async () => {
    const notice = {
      senderKey: testKey("sender"),
      noticeKey: testKey("notice"),
      kind: "review-request",
      to: "Søren Nyborg Dahl",
      at: testNow,
      mayResend: true,
    };
    const { calls } = renderHealth(
      { ...well, uncertain: [notice] },
      { [`POST /admin/notices/${notice.senderKey}`]: () => answered(well) },
    );
    const row = await rowOf("Søren Nyborg Dahl");
    expect(within(row).getByText("Bedøm ansøgninger")).toBeTruthy();
    await userEvent.click(within(row).getByRole("button", { name: "Send igen" }));
    await vi.waitFor(() => {
      const post = calls.find(({ method }) => method === "POST");
      expect(post?.body).toMatchObject({ noticeKey: notice.noticeKey, fate: "send-again" });
    });
    expect(await screen.findByText("Gjort. Siden viser, hvordan det står nu.")).toBeTruthy();
  });

  test("offers no sending where there is no reason any more", async () => {
    const notice = {
      senderKey: testKey("sender"),
      noticeKey: testKey("notice"),
      kind: "outcome",
      to: "Mette Holm",
      at: testNow,
      mayResend: false,
    };
    renderHealth({ ...well, uncertain: [notice] });
    const row = await rowOf("Mette Holm");
    expect(within(row).queryByRole("button", { name: "Send igen" })).toBeNull();
    expect(within(row).getByText("Der er ikke længere grund til at sende den.")).toBeTruthy();
  });
});

describe("what goes wrong on the administration page", () => {
  test("a repair that fails says so and leaves the page", async () => {
    const { calls } = renderHealth(well, {
      "POST /admin/health/acts": () => refused(503, "unavailable", "SharePoint svarer ikke lige nu."),
    });
    await userEvent.click(await screen.findByRole("button", { name: "Læs på ny" }));
    expect((await screen.findByRole("alert")).textContent).toContain("SharePoint svarer ikke lige nu.");
    expect(calls.find(({ method }) => method === "POST")?.body).toMatchObject({ act: "read-anew" });
    expect(screen.getByRole("heading", { name: "Driftsstatus" })).toBeTruthy();
  });

  test("says who may not see it that there is no access, and shows that something failed", async () => {
    renderPage(<AdministrationPage />, { "GET /admin/health": () => refused(403, "not-allowed", "Ikke for dig.") });
    expect(await screen.findByRole("heading", { name: "Du har ikke adgang til denne side" })).toBeTruthy();
    cleanup();
    renderPage(<AdministrationPage />, { "GET /admin/health": () => refused(500, "unexpected", "Noget gik galt.") });
    expect(await screen.findByRole("heading", { name: "Det gik galt" })).toBeTruthy();
  });

  test("every line has a title, a calm sentence and a cause in both languages", () => {
    const figures = { damaged: 1, failing: 1, rows: 2, putBack: 3, unknown: 1, ownRows: 1, deleted: 2, seconds: 40 };
    for (const texts of [danish, english]) {
      for (const line of Object.values(texts.lines)) {
        for (const sentence of [line.ok({}), line.cause(figures)]) expect(sentence).toMatch(/^.+\.$/);
        expect(line.title).not.toBe("");
      }
    }
  });
});

describe("the shell around it", () => {
  test("B10 links to the page for administrators only", async () => {
    renderPage(<Shell theme="default" />, shellWith({}));
    expect((await screen.findByRole("link", { name: "Driftsstatus" })).getAttribute("href")).toBe("#/administration");
    cleanup();
    renderPage(<Shell theme="default" />, shellWith({ roles: ["secretariat"] }));
    await screen.findByText(/Sofie Lykkegaard ·/);
    expect(screen.queryByRole("link", { name: "Driftsstatus" })).toBeNull();
  });

  test("T41 tells everybody which lists are only shown, and that everything saved is kept", async () => {
    renderPage(<Shell theme="default" />, shellWith({ roles: [], readOnlyLists: ["Bedømmelser", "Kladder"] }));
    const banner = await screen.findByText(/ikke gemmes i: Bedømmelser, Kladder\./);
    expect(banner.textContent).toContain("Alt, der er gemt, er bevaret");
  });
});
