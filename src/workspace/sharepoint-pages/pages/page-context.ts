import { createContext, useContext } from "react";
import type { TextStyle } from "./field-text.ts";
import type { GraphReader } from "./graph-reader.ts";
import { createGraphReader } from "./graph-reader.ts";
import { keepingPersona, type PageConfig, type PageTheme, readTheme } from "./page-config.ts";
import { type PageTexts, pageTexts } from "./texts.ts";

/** What every part of a page needs. */
export interface Page {
  readonly config: PageConfig;
  readonly reader: GraphReader;
  readonly texts: PageTexts;
  readonly style: TextStyle;
  readonly theme: PageTheme;
  /** Business time when the page was opened. */
  readonly now: Date;
  readonly query: URLSearchParams;
  /** An address on these pages for the same persona. */
  readonly link: (path: string, more?: Readonly<Record<string, string>>) => string;
}

export function createPage(config: PageConfig, query: URLSearchParams): Page {
  const texts = pageTexts(query.get("lang"));
  const locale = query.get("lang")?.toLowerCase().startsWith("en") === true ? "en-GB" : "da-DK";
  return {
    config,
    reader: createGraphReader(config, config.site?.path ?? ""),
    texts,
    style: { locale, timeZone: config.timeZone, yes: texts.yes, no: texts.no },
    theme: readTheme(query),
    now: new Date(config.now),
    query,
    link: (path, more) => keepingPersona(encodeURI(path), query, more),
  };
}

/** The same page in another theme; its links carry the theme on. */
export function withTheme(page: Page, theme: PageTheme): Page {
  if (page.theme === theme) return page;
  const query = new URLSearchParams(page.query);
  query.set("theme", theme);
  return { ...page, theme, query, link: (path, more) => keepingPersona(encodeURI(path), query, more) };
}

export const PageContext = createContext<Page | undefined>(undefined);

export function usePage(): Page {
  const page = useContext(PageContext);
  if (page === undefined) throw new Error("No page around this component");
  return page;
}
