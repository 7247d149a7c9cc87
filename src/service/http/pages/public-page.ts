import type { Language } from "#domain/shared/language.ts";

/** A part of a page under its heading: sentences, and points where there are several of a kind. */
export interface PagePart {
  readonly id: string;
  readonly heading: string;
  readonly text: readonly string[];
  readonly points?: readonly string[];
  /** Points that are done one after the other. */
  readonly inOrder?: boolean;
  /** Where to read or write more. */
  readonly link?: { readonly text: string; readonly url: string };
}

/** A page anybody may read without signing in; "{kommune}" in its texts is the municipality's name. */
export interface PublicPage {
  readonly title: string;
  readonly lead: string;
  readonly parts: readonly PagePart[];
}

/** The pages by their address; the addresses are Danish, as the manifest and the tab name them. */
export const publicPaths = ["hjaelp", "privatliv", "tilgaengelighed", "vilkaar"] as const;
export type PublicPath = (typeof publicPaths)[number];

/** What the pages say in one language. */
export interface PublicPages {
  readonly pages: Readonly<Record<PublicPath, PublicPage>>;
  readonly frame: {
    readonly skip: string;
    readonly navigation: string;
    readonly names: Readonly<Record<PublicPath, string>>;
    readonly open: string;
    readonly otherLanguage: string;
    readonly updated: string;
    readonly contents: string;
  };
}

/** Which language a reader gets when the address names none. */
export function languageAsked(named: string | undefined, accepted: Language): Language {
  return named === "en" || named === "da" ? named : accepted;
}
