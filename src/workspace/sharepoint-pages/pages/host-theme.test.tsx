import { describe, expect, it } from "vitest";
import { followHostTheme } from "./host-theme.ts";
import { createPage, withTheme } from "./page-context.ts";

const host = "http://localhost:4280";
const say = (data: unknown, origin: string, source: Window | null = window.parent): boolean =>
  window.dispatchEvent(new MessageEvent("message", { data, origin, source }));

describe("followHostTheme", () => {
  it("stands in the theme of the address until the host tells of another", () => {
    const themes = followHostTheme("dark", host);
    let told = 0;
    const stop = themes.subscribe(() => (told += 1));
    expect(themes.current()).toBe("dark");
    say({ kind: "theme", theme: "contrast" }, host);
    expect([themes.current(), told]).toEqual(["contrast", 1]);
    say({ kind: "theme", theme: "contrast" }, "http://127.0.0.1:4280");
    expect(told).toBe(1);
    stop();
    say({ kind: "theme", theme: "default" }, "http://127.0.0.1:4280");
    expect([themes.current(), told]).toEqual(["default", 1]);
  });

  it.each([
    ["another origin", { kind: "theme", theme: "dark" }, "http://localhost:4281", window.parent],
    ["another window", { kind: "theme", theme: "dark" }, host, null],
    ["a theme it does not know", { kind: "theme", theme: "pink" }, host, window.parent],
    ["anything else", "dark", host, window.parent],
  ])("does not listen to %s", (_name, data, origin, source) => {
    const themes = followHostTheme("default", host);
    say(data, origin, source);
    expect(themes.current()).toBe("default");
  });
});

describe("withTheme", () => {
  const config = {
    origin: "http://localhost:4284",
    graphOrigin: "http://localhost:4282",
    tokenAddress: "",
    hostOrigin: host,
    siteHost: "",
    scriptClientId: "",
    timeZone: "Europe/Copenhagen",
    tenantName: "",
    now: "2026-11-25T09:00:00Z",
    persona: { id: "", userPrincipalName: "", displayName: "", jobTitle: "" },
    personas: [],
    sites: [],
  };

  it("takes the new theme along on every link and reads nothing anew", () => {
    const page = createPage(config, new URLSearchParams({ persona: "anna", theme: "dark" }));
    const themed = withTheme(page, "contrast");
    expect(themed.link("/sites/a")).toBe("/sites/a?persona=anna&theme=contrast");
    expect([themed.theme, themed.reader]).toEqual(["contrast", page.reader]);
  });

  it("is the very page when the theme is the same", () => {
    const page = createPage(config, new URLSearchParams({ theme: "dark" }));
    expect(withTheme(page, "dark")).toBe(page);
  });
});
