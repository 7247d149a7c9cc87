import { mkdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Frame, Page } from "playwright-core";
import { launchBrowser } from "#test/e2e/browser.ts";
import { approve, be, decide, fillDraft, handIn, inTab, once, openDraft, review } from "#test/e2e/journey.ts";
import { type Product, startProduct } from "#test/e2e/product.ts";

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), "docs/guides");
/** So that a page of text with two pictures is quick to open. */
const mostBytes = 150_000;
const size = { width: 1024, height: 720 } as const;
/** Without the host's own bars, which are no part of what people see in Teams. */
const topBar = 48;
const strip = 25;

/** One reader's way through all four guides, with a picture where the text points at the screen. */
async function takePictures(page: Page, product: Product): Promise<void> {
  const { host } = product;
  const picture = (name: string) => save(page, name);

  const tab = await openDraft(page, host);
  await fillDraft(tab);
  await atTop(tab, "Beløb, linje 1");
  await picture("soeg-budget");
  const number = await handIn(tab);
  await be(page, host, "leder.sundhed", "chat");
  await page.locator(".ac-adaptiveCard").filter({ hasText: number }).first().waitFor();
  await picture("soeg-godkend");
  await approve(page, host, number);

  await be(page, host, "oekonomi", "chat");
  await page.getByText("Bedømmelse · 2. runde").first().waitFor();
  for (const code of ["K1", "K2", "K3"])
    await page
      .getByLabel(new RegExp(`^${code} `, "u"))
      .first()
      .selectOption("4");
  await page
    .getByText(/^1 = ringe/u)
    .first()
    .evaluate((line) => line.scrollIntoView({ block: "start" }));
  await picture("bedoem-kort");
  await review(page, host);
  const round = await inTab(page, host, "puljesekretariat");
  await round
    .getByRole("link", { name: "Se prioriteringen" })
    .or(round.getByRole("button", { name: "Se prioriteringen" }))
    .click();
  await round.getByText("Alle bedømmelser er afgivet.").waitFor();
  await round.getByText(/^Rammen på /u).evaluate((line) => line.scrollIntoView({ block: "center" }));
  await picture("afgoer-prioritering");
  await round.getByRole("checkbox", { name: /Tilbyd resten/u }).check();
  await round.getByRole("button", { name: "Indstil", exact: true }).click();
  const recommended = round.getByText(/Indstillet af Rasmus Ellegaard/u).first();
  await once(round.getByRole("dialog").getByRole("button", { name: "Indstil" }), recommended);

  await be(page, host, "formand.dsg", "chat");
  await page.getByRole("button", { name: "Afgør", exact: true }).first().click();
  await page
    .getByRole("button", { name: /^Afgør: /u })
    .first()
    .waitFor();
  await picture("afgoer-kort");
  await decide(page, host, "naestformand.dsg", "Torben Lindegaard");

  const pages = page.frameLocator("iframe").last();
  await be(page, host, "leder.sundhed", "sharepoint");
  await pages.getByRole("link", { name: "Fremdrift" }).first().click();
  await pages.getByRole("link", { name: "Ansøgninger i overblik" }).first().click();
  await pages.getByText(number).first().waitFor();
  await picture("se-listen-overblik");
}

/** Brings a field to the upper part of what the tab shows. */
async function atTop(tab: Frame, label: string): Promise<void> {
  await tab.getByLabel(label).evaluate((field) => {
    window.scrollBy({ top: field.getBoundingClientRect().top - 160, behavior: "instant" });
  });
}

async function save(page: Page, name: string): Promise<void> {
  await page.mouse.move(0, 0);
  for (const frame of page.frames()) await frame.evaluate(atRest);
  const path = join(folder, "pictures", `${name}.png`);
  const clip = { x: 0, y: topBar, width: size.width, height: size.height - topBar - strip };
  await page.screenshot({ path, animations: "disabled", caret: "hide", clip });
  const bytes = statSync(path).size;
  if (bytes > mostBytes) throw new Error(`${path} is ${bytes} bytes; at most ${mostBytes} are wanted`);
  process.stdout.write(`${name}.png ${Math.round(bytes / 1000)} kB\n`);
}

/** Nothing has the focus, and two frames are drawn. Runs in the page. */
async function atRest(): Promise<void> {
  if (document.activeElement instanceof HTMLElement && document.activeElement.tagName !== "IFRAME")
    document.activeElement.blur();
  for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
}

mkdirSync(join(folder, "pictures"), { recursive: true });
const product = await startProduct({ FREMDRIFT_NOW: "2026-11-25T10:00" });
const browser = await launchBrowser();
try {
  const context = await browser.newContext({ locale: "da-DK", reducedMotion: "reduce", viewport: size });
  await takePictures(await context.newPage(), product);
} finally {
  await browser.close();
  await product.stop();
}
