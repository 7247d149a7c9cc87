import { act, cleanup, render } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Language } from "#domain/shared/language.ts";
import { da } from "../texts/da.ts";
import { en } from "../texts/en.ts";
import { TextsContext } from "../texts/texts-context.ts";
import { PageSkeleton } from "./page-skeleton.tsx";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function wait(language: Language): HTMLElement {
  const { container } = render(
    <TextsContext value={{ language, texts: language === "da" ? da : en }}>
      <PageSkeleton />
    </TextsContext>,
  );
  const words = container.querySelector("p");
  if (!words) throw new Error("no words");
  return words;
}
const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));
const isSeen = (words: HTMLElement) => getComputedStyle(words).opacity !== "0";

describe("a page whose answer does not come, as when the sign-in is silent", () => {
  test.each([
    ["da", "Henter …", /^Det tager længere tid end normalt/],
    ["en", "Loading …", /^This is taking longer than usual/],
  ] as const)("U1 has words in sight after a second, and more of them later (%s)", async (language, first, later) => {
    const words = wait(language);
    await pass(999);
    expect([words.textContent, isSeen(words)]).toEqual([first, false]);
    await pass(1);
    expect([words.textContent, isSeen(words)]).toEqual([first, true]);
    await pass(5000);
    expect(words.textContent).toMatch(later);
    expect(words.getAttribute("aria-live")).toBe("polite");
  });
});
