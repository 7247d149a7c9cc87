import { afterEach, describe, expect, test, vi } from "vitest";
import { hrefOf } from "./routes.ts";
import { formatFor } from "./use-format.ts";

afterEach(() => {
  vi.unstubAllEnvs();
});

describe("formatFor", () => {
  test.each([
    ["Asia/Tokyo", " (dansk tid)", " (Danish time)"],
    ["UTC", " (dansk tid)", " (Danish time)"],
    ["Europe/Copenhagen", "", ""],
    ["Europe/Berlin", "", ""],
  ])("T36 shows Danish time on a machine in %s, and says so where its clock shows another", (timeZone, da, en) => {
    vi.stubEnv("TZ", timeZone);
    // The machine really is there: the clock of the tests follows.
    expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(timeZone);
    expect(formatFor("da").deadline("2027-03-28T22:00:00.000Z")).toBe(`28. marts 2027 kl. 23.59${da}`);
    expect(formatFor("en").deadline("2027-10-31T23:00:00.000Z")).toBe(`31 October 2027 at 23:59${en}`);
    expect(formatFor("da").instant("2027-03-28T22:00:00.000Z")).toBe("29. marts 2027 kl. 00.00");
    expect(formatFor("da").time("2027-10-31T23:00:00.000Z")).toBe("00.00");
  });

  test("000-07 tells a deadline as its last minute", () => {
    vi.stubEnv("TZ", "Europe/Copenhagen");
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
