import { setTimeout as wait } from "node:timers/promises";
import type { Locator, Page } from "playwright-core";
import { readScreen } from "./faulty-journey-words.ts";
import type { Hand } from "./journey.ts";

/** How often somebody presses again before he gives up and calls. */
const PATIENCE = 12;
const LOOK_MS = 200;
/** How long somebody waits for an answer that does not say that he should try again. */
const SILENCE_MS = 60_000;

/** Presses as a person does: waits for the answer, and where the screen says "prøv igen" presses again. */
export function patientHand(page: Page, pressedAgain: (what: string) => void): Hand {
  return async (button, sign) => {
    for (let attempt = 1; attempt <= PATIENCE; attempt += 1) {
      const told = await messagesThatAsk(page).count();
      await button.click();
      if (await answered(page, button, sign, told)) return;
      pressedAgain(await button.innerText());
      // "Prøv igen om lidt": so one does.
      await wait(1000);
    }
    throw new Error(`pressed ${PATIENCE} times for nothing; the screen says:\n${await readScreen(page)}`);
  };
}

/** True when the sign is there, false when the screen asks to try again. Silence is a dead end. */
async function answered(page: Page, button: Locator, sign: Locator, told: number): Promise<boolean> {
  const until = performance.now() + SILENCE_MS;
  // The complaint of the press before goes with this one.
  await wait(LOOK_MS);
  while (performance.now() < until) {
    if (await sign.isVisible()) return true;
    if ((await isEnabled(button)) && (await isAsked(page, told))) return false;
    await wait(LOOK_MS);
  }
  throw new Error(`nothing happened for ${SILENCE_MS / 1000} s; the screen says:\n${await readScreen(page)}`);
}

async function isEnabled(button: Locator): Promise<boolean> {
  return (await button.getAttribute("aria-disabled", { timeout: 1000 }).catch(() => "true")) !== "true";
}

async function isAsked(page: Page, told: number): Promise<boolean> {
  if ((await messagesThatAsk(page).count()) > told) return true;
  for (const frame of page.frames()) {
    const alert = frame
      .getByRole("alert")
      .filter({ hasText: /prøv igen/iu })
      .first();
    if (await alert.isVisible().catch(() => false)) return true;
  }
  return false;
}

/** What the app writes when a card could not be answered in time and the work failed afterwards. */
function messagesThatAsk(page: Page): Locator {
  return page.locator("[data-message]").filter({ hasText: /prøv igen/iu });
}
