import { readFileSync } from "node:fs";
import { cleanup, render } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import { Tab } from "./tab.tsx";

const page = readFileSync("src/tab/app/tab.html", "utf8");
const shown = new DOMParser().parseFromString(page, "text/html");

afterEach(cleanup);

describe("what stands before any script", () => {
  test("G12 is the heading and the skeleton, in one style element and without a script of its own", () => {
    expect(shown.querySelector("#root h1")?.textContent).toBe("Fremdrift");
    expect(shown.querySelectorAll("#root .start > div")).toHaveLength(3);
    expect(shown.querySelectorAll("script, [style], [onload]")).toHaveLength(0);
    expect(shown.querySelectorAll("style")).toHaveLength(1);
    expect(page).toMatch(/<!--\s*scripts\s*-->/u);
  });

  test("G12 has the colours of each theme the host may name, and of the machine's own setting", () => {
    for (const theme of ["default", "dark", "contrast"]) expect(page).toContain(`:root[data-theme="${theme}"]`);
    expect(page).toContain("@media (prefers-color-scheme: dark)");
  });

  test("G12 is taken over by the same picture, so that nothing jumps", () => {
    const { container } = render(<Tab />);
    // The words wait in the page's style before, in React's afterwards.
    const picture = container.innerHTML.replace(/<p style="[^"]*">/u, '<p class="soon">');
    expect(picture).toBe(shown.querySelector("#root")?.innerHTML.trim().replace(/>\s+</gu, "><"));
  });
});
