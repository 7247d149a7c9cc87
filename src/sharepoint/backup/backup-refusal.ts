import type { StoreFailure } from "#use-cases/ports/store-failure.ts";
import type { Difference } from "../provisioning/difference.ts";
import type { InBoth } from "../provisioning/difference-texts.ts";

/** Why a backup is not taken or not restored. */
export type BackupRefusal =
  | { readonly kind: "folder-not-empty" }
  | { readonly kind: "nothing-there" }
  | { readonly kind: "no-backup"; readonly file: string }
  | { readonly kind: "damaged"; readonly file: string }
  | { readonly kind: "newer-format"; readonly found: number }
  | { readonly kind: "newer-schema"; readonly title: string; readonly found: number; readonly known: number }
  /** Titles of the lists that hold other rows than the backup. */
  | { readonly kind: "not-empty"; readonly titles: readonly string[] }
  | { readonly kind: "sites-not-ready"; readonly problems: readonly Difference[] }
  /** After the restore these lists do not hold what the backup holds. */
  | { readonly kind: "not-equal"; readonly titles: readonly string[] }
  | { readonly kind: "store"; readonly failure: StoreFailure };

/** The refusal in plain words, with what to do. */
export function backupRefusalText(refusal: BackupRefusal): InBoth {
  const both = (da: string, en: string): InBoth => ({ da, en });
  switch (refusal.kind) {
    case "folder-not-empty":
      return both("Mappen er ikke tom. Vælg en ny mappe.", "The folder is not empty. Choose a new one.");
    case "nothing-there":
      return both(
        "Der er ingen af Fremdrifts lister på webstederne.",
        "There are none of Fremdrift's lists on the sites.",
      );
    case "no-backup":
      return both(
        `Mappen rummer ingen færdig sikkerhedskopi: ${refusal.file} mangler.`,
        `The folder holds no finished backup: ${refusal.file} is missing.`,
      );
    case "damaged":
      return both(
        `Sikkerhedskopien er beskadiget: ${refusal.file} er ikke, som den blev skrevet. Intet er gendannet.`,
        `The backup is damaged: ${refusal.file} is not as it was written. Nothing was restored.`,
      );
    case "newer-format":
      return both(
        `Sikkerhedskopien er lavet af en nyere Fremdrift (format ${refusal.found}). Opdater Fremdrift først.`,
        `The backup was made by a newer Fremdrift (format ${refusal.found}). Update Fremdrift first.`,
      );
    case "newer-schema":
      return both(
        `Listen ”${refusal.title}” i sikkerhedskopien er fra en nyere Fremdrift (version ${refusal.found}; denne kender ${refusal.known}). Opdater Fremdrift først. Intet er gendannet.`,
        `The list "${refusal.title}" in the backup is from a newer Fremdrift (version ${refusal.found}; this one knows ${refusal.known}). Update Fremdrift first. Nothing was restored.`,
      );
    case "not-empty":
      return both(
        `Webstederne er ikke tomme: ${refusal.titles.join(", ")}. Intet er gendannet. Med --fill hentes kun det, der mangler; det, der står, røres ikke.`,
        `The sites are not empty: ${refusal.titles.join(", ")}. Nothing was restored. With --fill only what is missing is fetched; what is there is not touched.`,
      );
    case "sites-not-ready":
      return both(
        "Webstederne kan ikke bruges, som de er: kør npm run provision -- --verify.",
        "The sites cannot be used as they are: run npm run provision -- --verify.",
      );
    case "not-equal":
      return both(
        `Efter gendannelsen er disse lister ikke som i sikkerhedskopien: ${refusal.titles.join(", ")}. Kør kommandoen igen med --fill.`,
        `After the restore these lists are not as in the backup: ${refusal.titles.join(", ")}. Run the command again with --fill.`,
      );
    case "store":
      return both(
        `SharePoint svarede ikke, som det skulle (${refusal.failure.kind}). Kør kommandoen igen.`,
        `SharePoint did not answer as it should (${refusal.failure.kind}). Run the command again.`,
      );
  }
}

/** A failed Graph call as a refusal. */
export function storeRefusal(failure: StoreFailure): { readonly ok: false; readonly refusal: BackupRefusal } {
  return { ok: false, refusal: { kind: "store", failure } };
}
