import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type * as TeamsLibrary from "@microsoft/teams-js";
import type { Browser, BrowserContext, Frame, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser, watchErrors } from "./browser.ts";
import { ringBo, type Stranger, startStranger, strangeFrame, strangerId } from "./host-stranger.ts";
import { axeFaults, axeScript, colours, options, pictureFolder, sidewaysFaults, takesLooks } from "./looks-camera.ts";

// The published library, as the stranger's page loads it.
declare const microsoftTeams: typeof TeamsLibrary;

/** A view of the shell itself; the app in it is a stranger's empty page. */
interface View {
  readonly name: string;
  readonly address: string;
  /** Brings the shell into the state that is meant, and waits for it. */
  readonly prepare: (page: Page, stranger: Stranger) => Promise<unknown>;
}

async function joined(page: Page, stranger: Stranger): Promise<Frame> {
  const frame = await strangeFrame(page);
  await frame.evaluate(async (host) => {
    await microsoftTeams.app.initialize([host]);
    microsoftTeams.app.notifyAppLoaded();
  }, stranger.host);
  return frame;
}

const card = JSON.stringify({
  type: "AdaptiveCard",
  version: "1.5",
  body: [{ type: "Input.Text", id: "reason", label: "Begrundelse", isMultiline: true }],
  actions: [{ type: "Action.Submit", title: "Gem" }],
});

const views: readonly View[] = [
  {
    name: "bench",
    address: "/?persona=anna&bench=slow,consent",
    prepare: async (page, stranger) => {
      await joined(page, stranger);
      await openBench(page);
    },
  },
  {
    name: "guide",
    address: "/?persona=anna",
    prepare: async (page, stranger) => {
      await joined(page, stranger);
      await page.getByRole("button", { name: "Guide", exact: true }).click();
      await page.getByRole("button", { name: "Til send" }).waitFor();
      // The other views are looked at without it.
      await page.evaluate(() => localStorage.clear());
    },
  },
  { name: "phone", address: "/?persona=anna&client=phone", prepare: joined },
  { name: "outlook", address: "/?persona=anna&client=outlook", prepare: joined },
  {
    name: "two people",
    address: "/?persona=anna&persona2=none&app2=tab",
    prepare: async (page, stranger) => {
      await joined(page, stranger);
      await page.getByRole("heading", { name: "Vælg en konto" }).waitFor();
    },
  },
  {
    name: "signed out",
    address: `/l/entity/${strangerId}/home?persona=none`,
    prepare: (page) => page.getByRole("heading", { name: "Vælg en konto" }).waitFor(),
  },
  {
    name: "channel without tabs",
    address: "/?persona=anna&app=teams",
    prepare: (page) => page.getByText("Der er ingen faner i kanalen endnu.").waitFor(),
  },
  {
    name: "tab settings",
    address: "/?persona=anna&app=teams",
    prepare: async (page) => {
      await page.getByRole("button", { name: "Tilføj en fane" }).click();
      await strangeFrame(page, "/tab/settings");
    },
  },
  {
    name: "activity",
    address: "/?persona=bo&app=activity",
    prepare: (page) => page.getByText("Anna Ager beder dig se på Træning derhjemme").waitFor(),
  },
  {
    name: "dialog by url",
    address: "/?persona=anna",
    prepare: async (page, stranger) => {
      const frame = await joined(page, stranger);
      await frame.evaluate(
        (url) => microsoftTeams.dialog.url.open({ url, title: "Vælg et år", size: { width: 500, height: 300 } }),
        `${stranger.origin}/tab/year`,
      );
      await strangeFrame(page, "/tab/year");
    },
  },
  {
    name: "dialog by card",
    address: "/?persona=anna",
    prepare: async (page, stranger) => {
      const frame = await joined(page, stranger);
      await frame.evaluate((text) => {
        const { Medium, Small } = microsoftTeams.DialogDimension;
        microsoftTeams.dialog.adaptiveCard.open({
          card: text,
          title: "Et kort",
          size: { width: Medium, height: Small },
        });
      }, card);
      await page.getByLabel("Begrundelse").waitFor();
    },
  },
  {
    name: "people",
    address: "/?persona=anna",
    prepare: async (page, stranger) => {
      const frame = await joined(page, stranger);
      await frame.evaluate(() => void microsoftTeams.people.selectPeople().catch(() => undefined));
      await page.getByRole("dialog", { name: "Vælg personer" }).waitFor();
    },
  },
  {
    name: "missing app and open strip",
    address: "/l/entity/00000000-0000-4000-8000-000000000000/x",
    prepare: async (page) => {
      await page.getByText("Appen er ikke installeret.").waitFor();
      await page.getByRole("button", { name: /^Graph-kald/u }).click();
      await page.getByRole("region", { name: "Ændrede rækker" }).waitFor();
    },
  },
];

/** At the side of wide screens, in the drawer of narrow ones. */
async function openBench(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Prøvebænk/u }).click();
  await page.getByRole("switch", { name: "Appen mangler samtykke" }).waitFor();
}

describe("the host page", () => {
  let stranger: Stranger;
  let browser: Browser;
  let context: BrowserContext;

  beforeAll(async () => {
    stranger = await startStranger();
    await ringBo(stranger, "Træning derhjemme");
    browser = await launchBrowser();
    context = await browser.newContext({ locale: "da-DK", reducedMotion: "reduce" });
    await context.addInitScript({ path: axeScript });
    mkdirSync(pictureFolder, { recursive: true });
  });
  afterAll(async () => {
    await browser?.close();
    await stranger?.close();
  });

  const opened = async (address: string, width = 1280): Promise<Page> => {
    const page = await context.newPage();
    await page.setViewportSize({ width, height: 800 });
    await page.goto(stranger.host + address);
    return page;
  };

  test.each(views)("U7 $name: axe finds nothing in three themes, and nothing scrolls sideways", async (view) => {
    const page = await opened(view.address);
    const errors = watchErrors(page);
    try {
      await view.prepare(page, stranger);
      const faults: string[] = [];
      for (const theme of ["default", "dark", "contrast"] as const) {
        if (theme !== "default") await setTheme(page, theme);
        faults.push(
          ...(await axeFaults(page, page, theme === "default" ? options : colours)).map((each) => `${theme}: ${each}`),
        );
        await picture(page, view.name, theme, 1280);
      }
      await setTheme(page, "default");
      for (const width of [720, 360]) {
        await page.setViewportSize({ width, height: 800 });
        await drawnAnew(page);
        const found = [...(await sidewaysFaults(page, page)), ...(await page.evaluate(outOfReach))];
        faults.push(...found.map((each) => `${width}: ${each}`));
        await picture(page, view.name, "default", width);
      }
      expect([...faults, ...errors]).toEqual([]);
    } finally {
      await page.close();
    }
  });

  test("the bench is reached by keyboard, and keeps itself in the address", async () => {
    const page = await opened("/?persona=anna");
    await page.getByRole("button", { name: "Prøvebænk" }).press("Enter");
    await page.getByRole("switch", { name: "Teams er langsom" }).press("Space");
    await page.getByRole("switch", { name: "Appen mangler samtykke" }).press("Space");
    await page.getByRole("radio", { name: "Teams på computer" }).press("ArrowDown");
    await page.getByRole("button", { name: "Prøvebænk (3 slået til)" }).waitFor();
    const address = new URL(page.url());
    expect([address.searchParams.get("bench"), address.searchParams.get("client")]).toEqual([
      "slow,consent",
      "outlook",
    ]);
    await page.reload();
    await page.getByRole("button", { name: "Prøvebænk (3 slået til)" }).press("Enter");
    await page.getByRole("button", { name: "Slå alt fra" }).press("Enter");
    await page.keyboard.press("Escape");
    await page.getByRole("switch", { name: "Teams er langsom" }).waitFor({ state: "detached" });
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe("Prøvebænk");
    expect(new URL(page.url()).searchParams.get("bench")).toBeNull();
    await page.close();
  });

  test("the bell counts what is new, leads to where it happened, and forgets what was seen", async () => {
    const page = await opened("/?persona=bo&app=chat");
    await page.getByRole("button", { name: /Aktivitet.*1 ulæste/u }).click();
    await ringBo(stranger, "Robot i køkkenet");
    await page.getByRole("button", { name: /Aktivitet.*2 ulæste/u }).waitFor();
    await page.getByRole("button", { name: /Robot i køkkenet.*Ikke set/u }).press("Enter");
    const frame = await strangeFrame(page, "/tab/list");
    await frame.evaluate((host) => microsoftTeams.app.initialize([host]), stranger.host);
    expect((await frame.evaluate(() => microsoftTeams.app.getContext())).page.subPageId).toBe("sag/7");
    await page.getByRole("button", { name: /Aktivitet.*1 ulæste/u }).waitFor();
    await page.close();
  });
});

/** While it runs, also behind an open dialog, where people reach no menu. */
async function setTheme(page: Page, theme: "default" | "dark" | "contrast"): Promise<void> {
  const press = (selector: string) =>
    page.evaluate((found) => document.querySelector<HTMLElement>(found)?.click(), selector);
  await press('[aria-label="Visning"]');
  await press(`input[value="${theme}"]`);
  await press('[aria-label="Visning"]');
  await page.waitForFunction(() => document.querySelector('input[value="contrast"]') === null);
  await drawnAnew(page);
}

/** Two frames: what follows the window's width or the theme has been drawn. */
async function drawnAnew(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

/** Buttons beside the window, where nothing scrolls to them. Runs in the page. */
function outOfReach(): readonly string[] {
  const boxes = [...document.querySelectorAll("button")].map((button) => ({
    name: button.getAttribute("aria-label") ?? button.textContent,
    box: button.getBoundingClientRect(),
  }));
  const beside = boxes.filter(({ box }) => box.width > 0 && (box.left < -1 || box.right > window.innerWidth + 1));
  return beside.map(({ name, box }) => `"${name}" ends at ${Math.round(box.right)} px`);
}

/** Only when asked for: what axe and widths say needs none. */
async function picture(page: Page, name: string, theme: string, width: number): Promise<void> {
  if (!takesLooks) return;
  const path = join(pictureFolder, `host-${name.replaceAll(" ", "-")}-${theme}-${width}.png`);
  await page.screenshot({ path, animations: "disabled", caret: "hide" });
}
