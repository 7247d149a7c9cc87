import type { Me } from "#contract/me.ts";
import type { SearchAnswer, SearchCommand, SearchHit } from "#contract/search.ts";
import { searchQuery, searchRank } from "#domain/shared/find-text.ts";
import type { Language } from "#domain/shared/language.ts";
import { searchKey } from "#domain/shared/plain-text.ts";
import { routes } from "../../components/routes.ts";
import type { SearchWords } from "./words.ts";

/** What pressing Enter on a line does. */
export type SearchAct =
  | { readonly kind: "go"; readonly link: string }
  | { readonly kind: "open"; readonly url: string }
  | { readonly kind: "apply"; readonly link: string }
  | { readonly kind: "shortcuts" }
  | { readonly kind: "language"; readonly language: Language };

/** One line of the list. */
export interface SearchOption {
  readonly id: string;
  readonly kind: keyof SearchWords["kind"];
  readonly title: string;
  /** "EF26-02 · Center for Kultur": what tells two lines apart. */
  readonly detail: string;
  readonly act: SearchAct;
}

/** The id of a line, for `aria-activedescendant`. */
export function optionId(list: string, index: number): string {
  return `${list}-${index}`;
}

interface Known {
  readonly typed: string;
  /** What the service has answered; undefined while it has not. */
  readonly answer: SearchAnswer | undefined;
  readonly me: Me | undefined;
  readonly words: SearchWords;
  readonly language: Language;
}

/**
 * The lines for what is typed, best first: records the service has found, what can be done, and pages. Without a query
 * what can be done comes first. The service alone decides which records and rounds are in it.
 */
export function searchOptions({ typed, answer, me, words, language }: Known): readonly SearchOption[] {
  const hits = (answer?.hits ?? []).map((hit) => hitOption(hit, words));
  const acts = (answer?.commands ?? []).map((command) => commandOption(command, words));
  const local = [...acts, ...pages(me, words, language)];
  const query = searchQuery(typed);
  if (query === undefined) return typed.trim() === "" ? local : [];
  const ranked = [...hits, ...local].flatMap((option) => {
    // By the service's own rule, so that a former answer shows what still fits while the next one is on its way.
    const rank = searchRank([option.title, ...option.detail.split(" · ")].map(searchKey), query);
    return rank === undefined ? [] : [{ option, rank }];
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ option }) => option);
}

function hitOption({ kind, key, number, title, places, link }: SearchHit, words: SearchWords): SearchOption {
  return {
    id: key,
    kind,
    title: title === "" ? words.untitled : title,
    detail: [number, ...places].filter((part) => part !== "").join(" · "),
    act: { kind: "go", link },
  };
}

function commandOption({ kind, subject, link }: SearchCommand, words: SearchWords): SearchOption {
  const act: SearchAct = kind === "apply" ? { kind, link } : { kind: "go", link };
  return { id: `${kind} ${link}`, kind: "act", title: words.command[kind](subject), detail: "", act };
}

/** Pages everybody or this person has, and what is done in the tab itself. */
function pages(me: Me | undefined, words: SearchWords, language: Language): readonly SearchOption[] {
  const page = (title: string, act: SearchAct): SearchOption => ({ id: title, kind: "page", title, detail: "", act });
  const act = (title: string, does: SearchAct): SearchOption => ({ ...page(title, does), kind: "act" });
  const inLanguage = language === "en" ? "?sprog=en" : "";
  return [
    page(words.overview, { kind: "go", link: routes.overview }),
    ...(me?.roles.includes("administrator") === true
      ? [page(words.administration, { kind: "go", link: routes.administration })]
      : []),
    ...(me?.roles.some((role) => role === "case-officer" || role === "committee-secretary") === true
      ? [page(words.readCase, { kind: "go", link: routes.readCase })]
      : []),
    ...(me?.openSiteUrl === undefined ? [] : [page(words.lists, { kind: "open", url: me.openSiteUrl })]),
    act(words.shortcuts, { kind: "shortcuts" }),
    act(words.language, { kind: "language", language: language === "da" ? "en" : "da" }),
    page(words.help, { kind: "open", url: `/hjaelp${inLanguage}` }),
    page(words.accessibility, { kind: "open", url: `/tilgaengelighed${inLanguage}` }),
    page(words.privacy, { kind: "open", url: `/privatliv${inLanguage}` }),
  ];
}
