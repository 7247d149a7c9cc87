import { describe, expect, it } from "vitest";
import { followHostLook } from "./host-look.ts";
import { createPage, withLook } from "./page-context.ts";

const host = "http://localhost:4280";
const say = (data: unknown, origin: string, source: Window | null = window.parent): boolean =>
  window.dispatchEvent(new MessageEvent("message", { data, origin, source }));

describe("followHostLook", () => {
  it("stands in the theme and language of the address until the host tells of others", () => {
    const looks = followHostLook({ theme: "dark", language: null }, host);
    let told = 0;
    const stop = looks.subscribe(() => (told += 1));
    expect(looks.current()).toEqual({ theme: "dark", language: null });
    say({ kind: "theme", theme: "contrast" }, host);
    say({ kind: "language", language: "en-GB" }, host);
    expect([looks.current(), told]).toEqual([{ theme: "contrast", language: "en-GB" }, 2]);
    say({ kind: "theme", theme: "contrast" }, "http://127.0.0.1:4280");
    say({ kind: "language", language: "en-GB" }, "http://127.0.0.1:4280");
    expect(told).toBe(2);
    stop();
    say({ kind: "theme", theme: "default" }, "http://127.0.0.1:4280");
    expect([looks.current(), told]).toEqual([{ theme: "default", language: "en-GB" }, 2]);
  });

  it.each([
    ["another origin", { kind: "theme", theme: "dark" }, "http://localhost:4281", window.parent],
    ["another window", { kind: "language", language: "en-GB" }, host, null],
    ["a theme it does not know", { kind: "theme", theme: "pink" }, host, window.parent],
    ["a language that is none", { kind: "language", language: 7 }, host, window.parent],
    ["anything else", "dark", host, window.parent],
  ])("does not listen to %s", (_name, data, origin, source) => {
    const first = { theme: "default", language: "da-DK" } as const;
    const looks = followHostLook(first, host);
    say(data, origin, source);
    expect(looks.current()).toBe(first);
  });
});

describe("withLook", () => {
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
    const themed = withLook(page, { theme: "contrast", language: null });
    expect(themed.link("/sites/a")).toBe("/sites/a?persona=anna&theme=contrast");
    expect([themed.theme, themed.reader, themed.style]).toEqual(["contrast", page.reader, page.style]);
  });

  it("takes the new language along on every link, words and numbers, and reads nothing anew", () => {
    const page = createPage(config, new URLSearchParams({ persona: "anna", theme: "dark", lang: "da-DK" }));
    const english = withLook(page, { theme: "dark", language: "en-GB" });
    expect(english.link("/sites/a")).toBe("/sites/a?persona=anna&theme=dark&lang=en-GB");
    expect([page.texts.views, english.texts.views]).toEqual(["Visninger", "Views"]);
    expect([english.style.locale, english.style.yes, english.reader]).toEqual(["en-GB", "Yes", page.reader]);
  });

  it("is the very page when neither is another, and keeps how values are written when only the theme is", () => {
    const page = createPage(config, new URLSearchParams({ theme: "dark", lang: "da-DK" }));
    expect(withLook(page, { theme: "dark", language: "da-DK" })).toBe(page);
    expect(withLook(page, { theme: "contrast", language: "da-DK" }).style).toBe(page.style);
  });
});
