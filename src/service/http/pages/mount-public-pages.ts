import type { Hono } from "hono";
import type { Language } from "#domain/shared/language.ts";
import type { AppEnv } from "../app-env.ts";
import { pagesDa } from "./pages-da.ts";
import { pagesEn } from "./pages-en.ts";
import { languageAsked, type PublicPages, publicPaths } from "./public-page.ts";
import { publicPageHtml } from "./public-page-html.ts";

const texts: Readonly<Record<Language, PublicPages>> = { da: pagesDa, en: pagesEn };

/**
 * Help, privacy, accessibility and terms for everybody, without signing in: Teams' store and the law want them open.
 * `?sprog=en` chooses the language, else the browser's own does.
 */
export function mountPublicPages(app: Hono<AppEnv>, municipality: string): void {
  for (const path of publicPaths) {
    app.get(`/${path}`, (context) => {
      const language = languageAsked(context.req.query("sprog"), context.get("language"));
      context.header("Content-Language", language);
      context.header("Vary", "Accept-Language");
      context.header("Cache-Control", "no-cache");
      return context.html(publicPageHtml({ path, language, texts: texts[language], municipality }));
    });
  }
}
