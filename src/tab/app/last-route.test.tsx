import { afterEach, describe, expect, test, vi } from "vitest";
import { navigate } from "wouter/use-hash-location";
import { keepLastRoute, readLastRoute } from "./last-route.ts";

let stop = (): void => undefined;

afterEach(() => {
  stop();
  vi.restoreAllMocks();
  window.sessionStorage.clear();
  window.location.hash = "";
});

describe("the last route", () => {
  test("is the one the page came to last, also by the app's own links", () => {
    window.location.hash = "#/rounds/a";
    stop = keepLastRoute("mette");
    expect(readLastRoute("mette")).toBe("/rounds/a");
    navigate("/rounds/a/ranking");
    expect(readLastRoute("mette")).toBe("/rounds/a/ranking");
  });

  test("is each person's own", () => {
    window.location.hash = "#/rounds/a";
    stop = keepLastRoute("mette");
    expect(readLastRoute("karin")).toBeUndefined();
  });

  test("is not kept for somebody unknown, nor any longer than asked", () => {
    window.location.hash = "#/rounds/a";
    stop = keepLastRoute(undefined);
    expect(window.sessionStorage).toHaveLength(0);
    expect(readLastRoute(undefined)).toBeUndefined();
    keepLastRoute("mette")();
    navigate("/rounds/b");
    expect(readLastRoute("mette")).toBe("/rounds/a");
  });

  test.each(["https://example.org/", ""])("is nothing when %j is kept, which is no route", (kept) => {
    window.sessionStorage.setItem("fremdrift.route.mette", kept);
    expect(readLastRoute("mette")).toBeUndefined();
  });

  test("is nothing where storage is refused, and the page goes on", () => {
    vi.spyOn(window, "sessionStorage", "get").mockImplementation(() => {
      throw new DOMException("refused", "SecurityError");
    });
    stop = keepLastRoute("mette");
    navigate("/rounds/a");
    expect(readLastRoute("mette")).toBeUndefined();
  });
});
