import axe from "axe-core";
import { Hono } from "hono";
import { afterEach, beforeAll, describe, expect, it, test } from "vitest";
import type { AppEnv } from "#service/http/app-env.ts";
import { mountPublicPages } from "#service/http/pages/mount-public-pages.ts";
import { publicPaths } from "#service/http/pages/public-page.ts";

const app = new Hono<AppEnv>();

beforeAll(() => {
  app.use(async (context, next) => {
    context.set("language", context.req.header("accept-language")?.startsWith("en") === true ? "en" : "da");
    await next();
  });
  mountPublicPages(app, "Sønder <b>Å</b> Kommune");
});

async function page(path: string, language?: string): Promise<{ readonly html: string; readonly said: string | null }> {
  const headers = language === undefined ? {} : { "Accept-Language": language };
  const answer = await app.fetch(new Request(`http://service.test/${path}`, { headers }));
  expect(answer.status).toBe(200);
  return { html: await answer.text(), said: answer.headers.get("content-language") };
}

afterEach(() => {
  document.documentElement.removeAttribute("lang");
  document.head.replaceChildren();
  document.body.replaceChildren();
});

const documentOf = (html: string): Document => new DOMParser().parseFromString(html, "text/html");
const every = publicPaths.flatMap((path) => (["da", "en"] as const).map((language) => [path, language] as const));

/** LIX: words per sentence and the share of words of more than six letters. 45 is the middle of newspapers. */
function lix(text: string): number {
  const words = text.match(/[\p{L}\d]+/gu) ?? [];
  const sentences = text.match(/[.!?:]+(?=\s|$)/gu) ?? [];
  const long = words.filter((word) => word.length > 6);
  return words.length / Math.max(1, sentences.length) + (100 * long.length) / words.length;
}

describe("the pages without sign-in", () => {
  test.each(every)("/%s is there in %s with a heading, its parts and the way into the app", async (path, language) => {
    const { html, said } = await page(`${path}?sprog=${language}`);
    const shown = documentOf(html);
    expect([shown.documentElement.lang, said, shown.querySelectorAll("h1").length]).toEqual([language, language, 1]);
    expect(shown.querySelectorAll("h2").length).toBeGreaterThanOrEqual(4);
    expect(shown.querySelector("main a.open")?.getAttribute("href")).toBe("/tab/");
    expect(shown.querySelectorAll("script, [style], [onclick], img").length).toBe(0);
    for (const link of shown.querySelectorAll<HTMLAnchorElement>("a[href^='#']"))
      expect(shown.getElementById(link.hash.slice(1))).not.toBeNull();
  });

  test.each(publicPaths)("/%s says the same parts in both languages, in words of their own", async (path) => {
    const [da, en] = await Promise.all(
      (["da", "en"] as const).map(async (each) => documentOf((await page(`${path}?sprog=${each}`)).html)),
    );
    const shape = (shown: Document | undefined): readonly string[] =>
      [...(shown?.querySelectorAll("section *") ?? [])].map((element) => `${element.tagName} ${element.id}`);
    const words = (shown: Document | undefined): readonly string[] =>
      [...(shown?.querySelectorAll("main p, main li, h1") ?? [])].map(({ textContent }) => textContent);
    expect(shape(en)).toEqual(shape(da));
    expect(words(en).filter((text) => words(da).includes(text) && text.length > 12)).toEqual([]);
  });

  it("follows the browser's language until the address names one, and nothing else", async () => {
    expect((await page("hjaelp", "en-GB,en;q=0.9")).said).toBe("en");
    expect((await page("hjaelp", "de-DE")).said).toBe("da");
    expect((await page("hjaelp?sprog=da", "en")).said).toBe("da");
    expect((await page("hjaelp?sprog=<script>", "da")).said).toBe("da");
  });

  it("shows the municipality's name as it is written, never as markup", async () => {
    const { html } = await page("privatliv");
    expect(html).toContain("Sønder &lt;b&gt;Å&lt;/b&gt; Kommune");
    expect(html).not.toMatch(/<b>|\{kommune\}/u);
  });

  test.each(publicPaths)("U11 /%s can be read by everybody: LIX at most 45", async (path) => {
    const main = documentOf((await page(`${path}?sprog=da`)).html).querySelector("main");
    const text = [...(main?.querySelectorAll("p, section li") ?? [])].map(({ textContent }) => textContent).join(" ");
    expect(text.length).toBeGreaterThan(600);
    expect(lix(text)).toBeLessThanOrEqual(45);
  });

  test.each(every)("U7 axe finds nothing in /%s in %s", async (path, language) => {
    const { html } = await page(`${path}?sprog=${language}`);
    const shown = documentOf(html);
    document.documentElement.lang = shown.documentElement.lang;
    document.head.replaceChildren(...shown.head.childNodes);
    document.body.replaceChildren(...shown.body.childNodes);
    const { violations } = await axe.run(document, { rules: { "color-contrast": { enabled: false } } });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  test.each([
    ["light", 0],
    ["dark", 1],
  ] as const)("U8 text, soft text and links stand out on page and head in %s", async (_theme, index) => {
    const { html } = await page("hjaelp");
    const [block = ""] = [...html.matchAll(/:root\{([^}]*)\}/gu)].map(([, inner]) => inner).slice(index);
    const colours = Object.fromEntries(
      [...block.matchAll(/--(\w+):(#[0-9a-f]{3,6})/gu)].map(([, name = "", value = ""]) => [name, value]),
    );
    for (const ground of ["back", "card"])
      for (const text of ["text", "soft", "link"])
        expect([ground, text, contrast(colours[ground] ?? "", colours[text] ?? "") >= 4.5]).toEqual([
          ground,
          text,
          true,
        ]);
  });
});

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const hex = colour.length === 4 ? colour.replace(/[0-9a-f]/gu, "$&$&") : colour;
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
