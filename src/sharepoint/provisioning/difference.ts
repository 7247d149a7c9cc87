import type { WantedList } from "../lists/define-list.ts";

export type SiteName = WantedList["site"];

interface OfList {
  readonly site: SiteName;
  /** The ASCII name, for programs. */
  readonly list: string;
  /** The Danish title, for people. */
  readonly title: string;
}

interface OfColumn extends OfList {
  /** Internal name. */
  readonly column: string;
  /** Danish heading. */
  readonly heading: string;
}

/** One thing that is otherwise on a site than in the definitions. */
export type Difference =
  | (OfList & { readonly kind: "list-missing" })
  /** A list with our name that somebody else made. */
  | (OfList & { readonly kind: "list-foreign" })
  /** Another list has the Danish title of ours. */
  | (OfList & { readonly kind: "title-taken" })
  /** Made by a later version of Fremdrift than this one. */
  | (OfList & { readonly kind: "list-newer"; readonly found: number; readonly known: number })
  | (OfList & { readonly kind: "list-older"; readonly found: number; readonly known: number })
  /** Work on the list was stopped in the middle. */
  | (OfList & { readonly kind: "list-unfinished" })
  /** The marker is missing, or stands where former versions wrote it. */
  | (OfList & { readonly kind: "marker-missing" })
  | (OfList & { readonly kind: "list-renamed"; readonly found: string })
  | (OfList & { readonly kind: "description-changed" })
  | (OfColumn & { readonly kind: "column-missing" })
  /** Of another type, e.g. a choice that was made text; `isCopy` when what it held can be written again. */
  | (OfColumn & { readonly kind: "column-retyped"; readonly found: string; readonly isCopy: boolean })
  | (OfColumn & { readonly kind: "column-renamed"; readonly found: string })
  | (OfColumn & { readonly kind: "help-changed" })
  | (OfColumn & { readonly kind: "index-missing" })
  | (OfColumn & { readonly kind: "unique-lost" })
  | (OfColumn & { readonly kind: "choices-missing"; readonly choices: readonly string[] })
  | (OfColumn & { readonly kind: "column-required" })
  | (OfColumn & { readonly kind: "column-shown" })
  | (OfColumn & { readonly kind: "format-missing" })
  | (OfList & { readonly kind: "view-missing"; readonly view: string })
  /** Views or formats of a former version. */
  | (OfList & { readonly kind: "appearance-older" });

/** What provisioning must not decide alone. */
export function needsPerson(difference: Difference): boolean {
  if (difference.kind === "column-retyped") return !difference.isCopy;
  return ["list-foreign", "title-taken", "list-newer"].includes(difference.kind);
}
