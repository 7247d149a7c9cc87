import { createContext, useContext } from "react";
import type { TextStyle } from "./field-text.ts";
import type { GraphReader } from "./graph-reader.ts";
import { createGraphReader } from "./graph-reader.ts";
import type { HostLook } from "./host-look.ts";
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

/** A page as its address asks for it. */
export function createPage(config: PageConfig, query: URLSearchParams): Page {
  return {
    config,
    reader: createGraphReader(config, config.site?.path ?? ""),
    now: new Date(config.now),
    ...looks(config, query),
  };
}

/**
 * The same page in another theme or language; its links carry both on. What was not changed keeps its identity, so
 * nothing is read anew.
 */
export function withLook(page: Page, { theme, language }: HostLook): Page {
  if (page.theme === theme && page.query.get("lang") === language) return page;
  const query = new URLSearchParams(page.query);
  query.set("theme", theme);
  if (language !== null) query.set("lang", language);
  const { style, ...rest } = looks(page.config, query);
  return { ...page, ...rest, style: style.locale === page.style.locale ? page.style : style };
}

/** What the address decides of a page. */
function looks(config: PageConfig, query: URLSearchParams): Pick<Page, "link" | "query" | "style" | "texts" | "theme"> {
  const texts = pageTexts(query.get("lang"));
  const locale = query.get("lang")?.toLowerCase().startsWith("en") === true ? "en-GB" : "da-DK";
  return {
    texts,
    style: { locale, timeZone: config.timeZone, yes: texts.yes, no: texts.no },
    theme: readTheme(query),
    query,
    link: (path, more) => keepingPersona(encodeURI(path), query, more),
  };
}

export const PageContext = createContext<Page | undefined>(undefined);

export function usePage(): Page {
  const page = useContext(PageContext);
  if (page === undefined) throw new Error("No page around this component");
  return page;
}
