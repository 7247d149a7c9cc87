import type { ElementHandle, Frame, Page } from "playwright-core";
import { expect } from "vitest";

/** What has the focus, in the innermost frame that has it. */
interface Focused {
  readonly frame: Frame;
  readonly element: ElementHandle<Element>;
  /** Label, name or text, as a screen reader would begin. */
  readonly name: string;
  /** Text of the card it stands on; empty elsewhere. */
  readonly card: string;
  /** True where nothing has the focus: somebody with a keyboard must begin anew at the top. */
  readonly lost: boolean;
}

interface Wanted {
  readonly name: RegExp;
  /** Text of the card it must stand on. */
  readonly card?: string;
  /** In a frame of the page, not on the page itself. */
  readonly framed?: boolean;
  /** Backwards from where the focus is. */
  readonly back?: boolean;
}

/** So many stops one page may have before the wanted one. */
const MOST_STOPS = 100;

/** Where the focus is; through frames, as the keyboard goes. */
export async function focusOf(page: Page): Promise<Focused> {
  let frame = page.mainFrame();
  for (;;) {
    const handle = await frame.evaluateHandle(() => document.activeElement ?? document.body);
    const element = handle.asElement();
    if (element === null) throw new Error("the document has no body");
    const inner = await element.contentFrame();
    if (inner === null) return { frame, element, ...(await element.evaluate(describeElement)) };
    frame = inner;
  }
}

/** Presses Tab until what is wanted has the focus. On the way, and there, the focus is never lost and always to be seen. */
export async function tabTo(page: Page, wanted: Wanted): Promise<void> {
  const isThere = ({ frame, name, card }: Focused) =>
    wanted.name.test(name) &&
    (wanted.card === undefined || card.includes(wanted.card)) &&
    (wanted.framed !== true || frame !== page.mainFrame());
  if (isThere(await focusOf(page))) return;
  const passed: string[] = [];
  let frame: Frame | undefined;
  let previous: { readonly element: ElementHandle<Element>; readonly look: string; readonly name: string } | undefined;
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press(wanted.back === true ? "Shift+Tab" : "Tab");
    const now = await focusOf(page);
    // Within one field the ring stays where it is.
    if (previous !== undefined && !(await previous.element.evaluate(isBeside).catch(() => false))) {
      const after = await previous.element.evaluate(lookOf).catch(() => "gone");
      expect(after, `the focus is to be seen on ${previous.name}`).not.toBe(previous.look);
    }
    // Fluent learns of the keyboard by a key pressed in its own document: not yet at the first stop in a frame.
    const entered = frame !== now.frame && now.frame !== page.mainFrame();
    frame = now.frame;
    previous = now.lost || entered ? undefined : { ...now, look: await now.element.evaluate(lookOf) };
    if (isThere(now)) return;
    passed.push(now.lost ? "(nothing)" : now.name.slice(0, 60));
  }
  throw new Error(`${String(wanted.name)} is not reached by keyboard; passed:\n${passed.join("\n")}`);
}

/** Nobody has to begin anew at the top: something in the frame has the focus. */
export async function expectFocusKept(page: Page, when: string): Promise<void> {
  await expect.poll(async () => (await focusOf(page)).lost, { message: `focus is kept when ${when}` }).toBe(false);
}

/** The focus stands in a dialog. */
export async function expectFocusInDialog(page: Page): Promise<void> {
  const inDialog = async () =>
    (await focusOf(page)).element.evaluate(
      (element) => element.closest("dialog, [role=dialog], [role=alertdialog]") !== null,
    );
  await expect.poll(inDialog, { message: "the focus goes into the dialog" }).toBe(true);
}

/** Puts a text in the field that has the focus instead of what stood there. */
export async function typeOver(page: Page, text: string): Promise<void> {
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(text);
}

/** Runs in the page. */
function describeElement(element: Element): { name: string; card: string; lost: boolean } {
  const labelled = (element.getAttribute("aria-labelledby") ?? "")
    .split(" ")
    .map((id) => document.getElementById(id)?.textContent ?? "")
    .join(" ")
    .trim();
  const labels = "labels" in element ? [...((element.labels ?? []) as Iterable<Element>)] : [];
  const label = labels.map((each) => each.textContent ?? "").join(" ");
  const name = labelled || (element.getAttribute("aria-label") ?? (label || element.textContent || ""));
  return {
    name: name.replaceAll(/\s+/gu, " ").trim(),
    card: element.closest(".ac-adaptiveCard")?.textContent ?? "",
    lost: element === document.body || element === document.documentElement,
  };
}

/** Whether what has the focus now stands in the same field. Runs in the page. */
function isBeside(element: Element): boolean {
  return element.matches("[role=combobox]") && element.parentElement?.contains(document.activeElement) === true;
}

/** Everything about an element and what lies close around it that can show the focus. Runs in the page. */
async function lookOf(element: Element): Promise<string> {
  const moving = document
    .getAnimations()
    .filter(({ effect }) => Number.isFinite(Number(effect?.getComputedTiming().endTime)));
  await Promise.allSettled(moving.map(({ finished }) => finished));
  const parts: string[] = [];
  let at: Element | null = element;
  for (let level = 0; at !== null && level < 4; level += 1, at = at.parentElement) {
    for (const pseudo of [undefined, "::before", "::after"]) {
      const style = getComputedStyle(at, pseudo);
      const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, transform, backgroundColor } = style;
      parts.push(
        [outlineStyle === "none" ? "" : outlineStyle + outlineWidth + outlineColor, boxShadow, borderColor].join(),
        // A link of Fluent is underlined twice.
        [transform, backgroundColor, style.borderWidth, style.textDecoration].join(),
      );
    }
  }
  return parts.join("\n");
}
