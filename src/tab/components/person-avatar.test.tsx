import { Avatar, FluentProvider } from "@fluentui/react-components";
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import { themes } from "../app/theme.ts";
import { avatarColours, initialsOf, PersonAvatar, PersonName } from "./person-avatar.tsx";

afterEach(cleanup);

/** Names as people have them, with what stands in a Danish municipality's directory. */
const names = [
  "Mette Holm",
  "Karin Thorup",
  "Åse Østergaard",
  "Søren Ærø Nielsen",
  "Anne-Marie Skov",
  "Bo",
  "Jens (vikar) Lund",
  "  Ida   Vestergaard ",
  "ole kirk",
] as const;

test.each(names)("%s has the initials and the colour Fluent gives her", (name) => {
  const { container } = render(
    <FluentProvider theme={themes.default}>
      <Avatar name={name} color="colorful" />
      <PersonAvatar name={name} />
    </FluentProvider>,
  );
  const [fluent, ours] = [container.querySelector(".fui-Avatar"), container.querySelector("[data-avatar]")];
  expect(ours?.textContent).toBe(fluent?.textContent);
  const ground = (element: Element | null): string =>
    element instanceof HTMLElement ? getComputedStyle(element).backgroundColor : "";
  const inked = fluent?.querySelector("[class*='Avatar__initials']") ?? null;
  expect([ground(inked), ground(fluent)].filter((colour) => colour !== "")).toContain(ground(ours));
});

test("four names are told apart by the first and the last", () => {
  expect(initialsOf("Anne Marie Bech Juul")).toBe("AJ");
});

test.each(["–", "", "?!"])("'%s', who is nobody, has no picture", (name) => {
  const { container } = render(<PersonAvatar name={name} />);
  expect(container.textContent).toBe("");
});

test("a picture is decoration beside the name: nobody hears it, and the name stays one text", () => {
  render(<PersonName name="Mette Holm" more="Teamleder" />);
  expect(screen.getByText("Mette Holm, Teamleder")).toBeTruthy();
  expect(document.querySelector("[data-avatar]")?.getAttribute("aria-hidden")).toBe("true");
  expect(screen.queryByRole("img")).toBeNull();
});

describe.each(Object.entries(themes))("U8 in the theme %s", (_, theme) => {
  test("initials can be read in each of the colours", () => {
    const named: Readonly<Record<string, unknown>> = { ...theme };
    expect(avatarColours.length).toBeGreaterThan(12);
    for (const colour of avatarColours) {
      const [text, ground] = [`colorPalette${colour}Foreground2`, `colorPalette${colour}Background2`].map((token) =>
        luminance(String(named[token])),
      );
      const [light = 0, dark = 0] = [text ?? Number.NaN, ground ?? Number.NaN].toSorted((a, b) => b - a);
      expect((light + 0.05) / (dark + 0.05), colour).toBeGreaterThanOrEqual(4.5);
    }
  });
});

/** Relative luminance of "#rrggbb", as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const [red = Number.NaN, green = 0, blue = 0] = [1, 3, 5]
    .map((from) => Number.parseInt(colour.slice(from, from + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
