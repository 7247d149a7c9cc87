import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { be, inTab } from "./journey.ts";
import { onRound } from "./looks-places.ts";
import type { Product } from "./product.ts";

const folder = join(dirname(fileURLToPath(import.meta.url)), "../../docs/screenshots");
const opened = { width: 1280, height: 800 } as const;

/** Whether the pictures in docs/screenshots are to be taken anew. */
export const takesPictures = process.env["FREMDRIFT_PICTURES"] === "1";

/** docs/screenshots/review-card.png: the reviewer's newest card as the chat opens it. */
export async function pictureReviewCard(page: Page, product: Product): Promise<void> {
  await page.setViewportSize(opened);
  await be(page, product.host, "oekonomi", "chat");
  for (const code of ["K1", "K2"]) {
    await page
      .getByLabel(new RegExp(`^${code} `, "u"))
      .last()
      .selectOption("4");
  }
  await page.mouse.move(0, 0);
  await page.evaluate(() =>
    document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined,
  );
  await save(page, "review-card", { x: 72, y: 97, width: 608, height: 604 });
}

/** docs/screenshots/ranking.png: the ranked list with the frame as a line. */
export async function pictureRanking(page: Page, product: Product): Promise<void> {
  await page.setViewportSize(opened);
  await inTab(page, product.host, "puljesekretariat");
  const route = await onRound("puljesekretariat", "B26", "/ranking")(product);
  await page.goto(`${product.host}/?${new URLSearchParams({ persona: "puljesekretariat", app: "tab", sub: route })}`);
  const tab = page.frameLocator('iframe[src*="/tab/"]');
  await tab.getByText(/^Rammen på /u).waitFor();
  await tab.getByRole("heading", { name: "Pengene i runden" }).evaluate((heading) => {
    window.scrollBy({ top: heading.getBoundingClientRect().top - 16, behavior: "instant" });
  });
  await save(page, "ranking", { x: 0, y: 0, ...opened });
}

async function save(page: Page, name: string, clip: { x: number; y: number; width: number; height: number }) {
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), animations: "disabled", caret: "hide", clip });
}
