import { describe, expect, test } from "vitest";
import { hrefOf } from "./routes.ts";
import { formatFor } from "./use-format.ts";

describe("formatFor", () => {
  test("000-07 tells a deadline as its last minute", () => {
    expect(formatFor("da").deadline("2027-03-28T22:00:00.000Z")).toBe("28. marts 2027 kl. 23.59");
    expect(formatFor("en").deadline("2027-03-28T22:00:00.000Z")).toBe("28 March 2027 at 23:59");
  });

  test("writes points with one decimal, in the reader's way", () => {
    expect([formatFor("da").tenths(900), formatFor("en").tenths(824)]).toEqual(["90,0", "82.4"]);
  });
});

describe("hrefOf", () => {
  test.each([
    ["/rounds/a", "#/rounds/a"],
    ["#/rounds/a", "#/rounds/a"],
    ["/tab/#/rounds/a", "#/rounds/a"],
    ["https://example.test/tab/#/rounds/a", "#/rounds/a"],
    ["rounds/a", "#/rounds/a"],
    ["/", "#/"],
  ])("takes %s to %s", (link, href) => {
    expect(hrefOf(link)).toBe(href);
  });
});
