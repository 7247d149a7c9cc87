import { FluentProvider, type Theme } from "@fluentui/react-components";
import { cleanup, render } from "@testing-library/react";
import type { ReactElement } from "react";
import { afterEach, describe, expect, test } from "vitest";
import { applicationStatuses } from "#domain/grants/application.ts";
import { roundStatuses } from "#domain/grants/grant-pool.ts";
import { themes } from "../app/theme.ts";
import { da } from "../texts/da.ts";
import { TextsContext } from "../texts/texts-context.ts";
import { sdgColors } from "./sdg-colors.ts";
import { type BarPattern, BarSwatch } from "./stacked-bar.tsx";
import { ApplicationStatusBadge, RoundStatusBadge } from "./status-badge.tsx";

afterEach(cleanup);

const everyTheme = Object.entries(themes);

/** Relative luminance of "#rrggbb", as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((from) => Number.parseInt(colour.slice(from, from + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** How many to one two colours stand apart. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** "#abc" and "#aabbcc" as the latter. @throws for any other way of writing, which this test cannot judge */
function hex(colour: string): string {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(colour);
  if (short)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join("")}`;
  if (!/^#[0-9a-f]{6}$/i.test(colour)) throw new Error(`Cannot judge the colour ${colour}`);
  return colour;
}

/** The colour a token has in a theme. */
function colourOf(theme: Theme, token: string): string {
  const named: Readonly<Record<string, unknown>> = { ...theme };
  return hex(String(named[token]));
}

/** What the styles of an element say of a property: the tokens named there, the last rule first. */
function tokensOf(element: Element, property: RegExp): readonly string[] {
  return [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule instanceof CSSStyleRule)
    .filter(({ selectorText }) => !selectorText.includes(":") && element.matches(selectorText))
    .flatMap(({ cssText }) => [...cssText.matchAll(/([\w-]+):([^;]+);/g)])
    .filter(([, name = ""]) => property.test(name))
    .flatMap(([, , value = ""]) => [...value.matchAll(/var\(--(color\w+)\)/g)].map(([, token = ""]) => token))
    .toReversed();
}

function show(theme: Theme, element: ReactElement): Element {
  const { container } = render(
    <TextsContext value={{ language: "da", texts: da }}>
      <FluentProvider theme={theme}>{element}</FluentProvider>
    </TextsContext>,
  );
  const shown = container.firstElementChild?.firstElementChild;
  if (!shown) throw new Error("Nothing is shown");
  return shown;
}

describe.each(everyTheme)("U8 in the theme %s", (_, theme) => {
  test.each(applicationStatuses)("the badge of an application that is %s can be read", (status) => {
    const badge = show(theme, <ApplicationStatusBadge status={status} />);
    const [text = ""] = tokensOf(badge, /^color$/);
    const [ground = ""] = tokensOf(badge, /^background-color$/);
    expect(contrast(colourOf(theme, text), colourOf(theme, ground))).toBeGreaterThanOrEqual(4.5);
    // Never colour alone.
    expect(badge.textContent).not.toBe("");
    expect(badge.textContent).not.toBe(da.words.unknownStatus);
  });

  test.each(roundStatuses)("the badge of a round that is %s can be read", (status) => {
    const badge = show(theme, <RoundStatusBadge status={status} />);
    const [text = ""] = tokensOf(badge, /^color$/);
    const [ground = ""] = tokensOf(badge, /^background-color$/);
    expect(contrast(colourOf(theme, text), colourOf(theme, ground))).toBeGreaterThanOrEqual(4.5);
  });

  test("the parts of a bar stand out from the ground, and from each other by more than colour", () => {
    const ground = colourOf(theme, "colorNeutralBackground1");
    const patterns: readonly BarPattern[] = ["full", "dotted", "striped", "open"];
    const looks = patterns.map((pattern) => {
      const swatch = show(theme, <BarSwatch pattern={pattern} />);
      const [edge = ""] = tokensOf(swatch, /^border/);
      expect(contrast(colourOf(theme, edge), ground)).toBeGreaterThanOrEqual(3);
      if (pattern !== "open") {
        const ink = tokensOf(swatch, /^background/)
          .map((token) => colourOf(theme, token))
          .find((colour) => colour !== ground);
        expect(contrast(ink ?? ground, ground)).toBeGreaterThanOrEqual(3);
      }
      cleanup();
      return swatch.className;
    });
    expect(new Set(looks).size).toBe(patterns.length);
  });

  // What our own styles write with, on every ground they write on.
  test.each([
    "colorNeutralForeground1",
    "colorNeutralForeground2",
    "colorBrandForegroundLink",
    "colorPaletteRedForeground1",
  ])("text in %s can be read on cards, on the page and on quiet boxes", (text) => {
    for (const ground of ["colorNeutralBackground1", "colorNeutralBackground2", "colorNeutralBackground3"]) {
      expect(contrast(colourOf(theme, text), colourOf(theme, ground)), ground).toBeGreaterThanOrEqual(4.5);
    }
  });

  test.each([
    "colorNeutralStrokeAccessible",
    "colorStatusSuccessBorder2",
    "colorStatusDangerBorder2",
    "colorStrokeFocus2",
  ])("an edge in %s that says something can be seen", (edge) => {
    for (const ground of ["colorNeutralBackground1", "colorNeutralBackground2", "colorNeutralBackground3"]) {
      expect(contrast(colourOf(theme, edge), colourOf(theme, ground)), ground).toBeGreaterThanOrEqual(3);
    }
  });
});

test("U8 every goal's own colour carries text that can be read", () => {
  expect(sdgColors).toHaveLength(17);
  for (const [ground, text] of sdgColors) {
    expect(contrast(text, ground), ground).toBeGreaterThanOrEqual(4.5);
  }
});
