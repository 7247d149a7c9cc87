import { cleanup, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, describe, expect, test, vi } from "vitest";
import { SessionContext, useSession } from "../components/session.ts";
import { aMe, anOverview, aPool, aRound, testKey } from "../testing/answers.ts";
import { answered, type FakeService, refused, renderPage } from "../testing/render-page.tsx";
import { Shell } from "./shell.tsx";

const me = aMe();

const service: FakeService = {
  "GET /me": () => answered(me),
  "GET /overview": () =>
    answered(
      anOverview({
        pools: [aPool({ rounds: [aRound(), aRound({ key: testKey("old"), status: "completed", name: "1. runde" })] })],
      }),
    ),
  "GET /events": () => ({ unreachable: true }),
};

/** The shell, with its changes of language noted. */
function Choosing({ chosen }: { readonly chosen: (language: string) => void }) {
  const session = useSession();
  return (
    <SessionContext value={{ ...session, setLanguage: chosen }}>
      <Shell theme="default" />
    </SessionContext>
  );
}

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  window.location.hash = "";
});

describe("shell", () => {
  test("shows the overview and the rounds in which something goes on, with the present page marked", async () => {
    renderPage(<Shell theme="default" />, service);
    const link = await screen.findByRole("link", { name: "2. runde 2026" });
    expect(link.getAttribute("href")).toBe(`#/rounds/${testKey("round")}`);
    expect(screen.queryByRole("link", { name: /^1\. runde 20/ })).toBeNull();
    expect(screen.getByRole("link", { name: "Overblik" }).getAttribute("aria-current")).toBe("page");
    expect(await screen.findByText("Mette Holm · Center for Sundhed og Omsorg · Fjordkøbing Kommune")).toBeTruthy();
  });

  test("leads to help, privacy and accessibility, which open without signing in", async () => {
    renderPage(<Shell theme="default" />, service);
    await screen.findByRole("button", { name: "English" });
    expect(
      ["Hjælp", "Privatliv", "Tilgængelighed"].map((name) => screen.getByRole("link", { name }).getAttribute("href")),
    ).toEqual(["/hjaelp?sprog=da", "/privatliv?sprog=da", "/tilgaengelighed?sprog=da"]);
  });

  test("leads the keyboard past the navigation without leaving the page", async () => {
    renderPage(<Shell theme="default" />, service);
    await screen.findByRole("heading", { name: "Overblik" });
    await userEvent.click(screen.getByRole("link", { name: "Gå til indholdet" }));
    expect(document.activeElement?.id).toBe("main");
    expect(window.location.hash).toBe("");
  });

  test("a route that leads nowhere says so and leads back", async () => {
    window.location.hash = "#/findes/ikke";
    renderPage(<Shell theme="default" />, service);
    expect(await screen.findByRole("heading", { name: "Siden findes ikke" })).toBeTruthy();
  });

  test("a choice of language is stored on the person, so that cards follow", async () => {
    const chosen = vi.fn<(language: string) => void>();
    const { calls } = renderPage(<Choosing chosen={chosen} />, {
      ...service,
      "PUT /me/language": () => answered({ ...me, language: "en" }),
    });
    await userEvent.click(await screen.findByRole("button", { name: "English" }));
    await vi.waitFor(() => {
      expect(calls.find((call) => call.method === "PUT")?.body).toMatchObject({ language: "en" });
    });
    expect(chosen.mock.calls).toEqual([["en"]]);
  });

  test("says so when the choice could not be stored", async () => {
    renderPage(<Shell theme="default" />, { ...service, "PUT /me/language": () => refused(503, "unavailable", "") });
    await userEvent.click(await screen.findByRole("button", { name: "English" }));
    expect(await screen.findByText(/men ikke på kortene i chatten/)).toBeTruthy();
  });

  test("follows the language stored on the person, and leaves the host's where none was chosen", async () => {
    const chosen = vi.fn<(language: string) => void>();
    renderPage(<Choosing chosen={chosen} />, { ...service, "GET /me": () => answered({ ...me, language: "en" }) });
    await screen.findByRole("button", { name: "English" });
    expect(chosen.mock.calls).toEqual([["en"]]);
    cleanup();
    chosen.mockClear();
    renderPage(<Choosing chosen={chosen} />, service);
    await screen.findByRole("button", { name: "English" });
    expect(chosen).not.toHaveBeenCalled();
  });

  test("an error on a page leaves the navigation in place", async () => {
    window.location.hash = `#/rounds/${testKey("round")}`;
    renderPage(<Shell theme="default" />, {
      ...service,
      [`GET /rounds/${testKey("round")}`]: () => refused(403, "forbidden", ""),
    });
    expect(await screen.findByRole("heading", { name: "Du har ikke adgang til denne side" })).toBeTruthy();
    expect(screen.getByRole("navigation", { name: "Sider" })).toBeTruthy();
  });
});

describe("where there is no room for all pages", () => {
  const open = async () => {
    renderPage(<Shell theme="default" />, service);
    await screen.findByRole("link", { name: "2. runde 2026" });
    const button = screen.getByRole("button", { name: "Mere", hidden: true });
    // The window of these tests is 1024 px wide, where the button is hidden; how wide is measured in Chromium.
    button.closest("li")?.style.setProperty("display", "block");
    await userEvent.click(button);
    return { button, panel: document.getElementById(button.getAttribute("aria-controls") ?? "") };
  };

  test("a button holds the others, in the order of the tab key after it", async () => {
    const { button, panel } = await open();
    expect(button.getAttribute("aria-expanded")).toBe("true");
    const others = ["2. runde 2026", "Handlingsplan", "Behov", "Høringer", "Sager"];
    expect([...(panel?.querySelectorAll("a") ?? [])].map(({ textContent }) => textContent)).toEqual(others);
    await userEvent.tab();
    expect(document.activeElement).toBe(panel?.querySelector("a"));
  });

  test("Escape closes it and gives the focus back", async () => {
    const { button } = await open();
    await userEvent.tab();
    await userEvent.keyboard("{Escape}");
    expect(button.getAttribute("aria-expanded")).toBe("false");
    expect(document.activeElement).toBe(button);
  });

  test("it closes on choosing, with the page chosen", async () => {
    const { button, panel } = await open();
    await userEvent.click(within(panel ?? document.body).getByRole("link", { name: "Sager" }));
    expect(window.location.hash).toBe("#/cases");
    expect(button.getAttribute("aria-expanded")).toBe("false");
  });

  test("it closes on a press outside, and when the keyboard goes on", async () => {
    const { button } = await open();
    await userEvent.click(document.body);
    expect(button.getAttribute("aria-expanded")).toBe("false");
    await userEvent.click(button);
    for (let step = 0; step < 6; step++) await userEvent.tab();
    expect(screen.getByRole("button", { name: /^Søg/ })).toBe(document.activeElement);
    expect(button.getAttribute("aria-expanded")).toBe("false");
  });
});
