import { cleanup, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, describe, expect, test, vi } from "vitest";
import { shortcuts } from "../components/shortcuts.ts";
import { aMe, anOverview } from "../testing/answers.ts";
import { answered, type FakeService, renderPage } from "../testing/render-page.tsx";
import { shortcuts as texts } from "../texts/da/shortcuts.ts";
import { Shell } from "./shell.tsx";

const service: FakeService = {
  "GET /me": () => answered(aMe()),
  "GET /overview": () => answered(anOverview()),
  "GET /search": () => answered({ hits: [], more: false, commands: [] }),
  "GET /events": () => ({ unreachable: true }),
};

async function start(): Promise<HTMLElement> {
  renderPage(<Shell theme="default" />, service);
  return screen.findByRole("button", { name: /^Søg/ });
}

const dialog = (name: string) => screen.queryByRole("dialog", { name });

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  localStorage.clear();
});

describe("search and shortcuts in the shell", () => {
  test.each(["{Control>}k{/Control}", "{Meta>}k{/Meta}"])("%s opens the search, once", async (keys) => {
    await start();
    await userEvent.keyboard(keys);
    expect(await screen.findByRole("combobox", { name: "Søg eller gå til" })).toBeTruthy();
    await userEvent.keyboard(keys);
    expect(screen.getAllByRole("dialog")).toHaveLength(1);
  });

  test("the button says its keys and opens the search", async () => {
    const button = await start();
    expect([button.textContent, button.getAttribute("aria-keyshortcuts")]).toEqual([
      "Søg\u00a0Ctrl+K",
      "Control+K Meta+K",
    ]);
    await userEvent.click(button);
    expect(await screen.findByRole("combobox")).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "Luk" }));
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  test("? shows every shortcut there is, in words", async () => {
    await start();
    await userEvent.keyboard("?");
    const shown = await screen.findByRole("dialog", { name: "Genveje" });
    for (const { id, keys } of shortcuts) {
      const line = [...shown.querySelectorAll("dt")].find((each) => each.textContent === texts.what[id])?.parentElement;
      expect([id, [...(line?.querySelectorAll("kbd") ?? [])].map((key) => key.textContent)]).toEqual([id, [...keys]]);
    }
  });

  test("? is a letter like others while somebody writes", async () => {
    const button = await start();
    await userEvent.click(button);
    await userEvent.type(await screen.findByRole("combobox"), "?");
    expect(dialog("Genveje")).toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "Luk" }));
    const area = document.body.appendChild(document.createElement("textarea"));
    await userEvent.type(area, "hvorfor?");
    expect([area.value, dialog("Genveje")]).toEqual(["hvorfor?", null]);
    area.remove();
  });

  test("2.1.4 shortcuts of one key can be switched off, and Ctrl+K stays", async () => {
    await start();
    await userEvent.keyboard("?");
    await userEvent.click(await screen.findByRole("checkbox", { name: "Brug genveje på én tast" }));
    await userEvent.click(screen.getByRole("button", { name: "Luk" }));
    await userEvent.keyboard("?");
    expect(dialog("Genveje")).toBeNull();
    await userEvent.keyboard("{Control>}k{/Control}");
    expect(await screen.findByRole("combobox")).toBeTruthy();
  });
});
