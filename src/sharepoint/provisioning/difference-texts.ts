import type { Difference } from "./difference.ts";

/** The same sentence in both languages. */
export interface InBoth {
  readonly da: string;
  readonly en: string;
}

export interface DifferenceText {
  /** What is otherwise than it should be. */
  readonly cause: InBoth;
  /** What `npm run provision -- --apply` does about it, or what a person must do. */
  readonly repair: InBoth;
}

const both = (da: string, en: string): InBoth => ({ da, en });

const PUT_BACK = both("Det sættes tilbage.", "It is put back.");
const CONTENT_BACK = both(
  "Kolonnen laves igen, og indholdet skrives igen fra Fremdrifts egne poster.",
  "The column is made again, and its content is written again from Fremdrift's own records.",
);
const ASK_RECYCLE_BIN = both(
  "Se først i webstedets papirkurv: dér ligger en slettet liste i 93 dage. Ellers laves listen igen, og rækkerne hentes fra sikkerhedskopien: npm run restore -- --from MAPPE --fill.",
  "Look in the site's recycle bin first: a deleted list lies there for 93 days. Else the list is made again, and its rows come from the backup: npm run restore -- --from FOLDER --fill.",
);
const BY_HAND = both(
  "Fremdrift rører den ikke. Omdøb eller flyt den, og kør npm run provision -- --apply igen.",
  "Fremdrift does not touch it. Rename or move it, and run npm run provision -- --apply again.",
);

/** What a difference means and what is done about it, in plain words. */
export function differenceText(difference: Difference): DifferenceText {
  if ("heading" in difference) return columnText(difference);
  switch (difference.kind) {
    case "list-missing":
      return missingList(difference);
    case "list-foreign":
      return {
        cause: both(
          "En liste med dette navn findes, men er ikke lavet af Fremdrift",
          "A list with this name exists, but was not made by Fremdrift",
        ),
        repair: BY_HAND,
      };
    case "title-taken":
      return {
        cause: both(
          `En anden liste hedder allerede ”${difference.title}”`,
          `Another list is already called "${difference.title}"`,
        ),
        repair: BY_HAND,
      };
    case "list-newer":
      return {
        cause: both(
          `Listen er fra en nyere Fremdrift (version ${difference.found}; denne kender ${difference.known})`,
          `The list is from a newer Fremdrift (version ${difference.found}; this one knows ${difference.known})`,
        ),
        repair: both(
          "Intet ændres. Opdater Fremdrift, eller gendan den sikkerhedskopi, der blev taget før opgraderingen, på tomme websteder.",
          "Nothing is changed. Update Fremdrift, or restore the backup that was taken before the upgrade onto empty sites.",
        ),
      };
    case "list-older":
      return {
        cause: both(
          `Listen er fra en ældre Fremdrift (version ${difference.found}; denne skriver ${difference.known})`,
          `The list is from an older Fremdrift (version ${difference.found}; this one writes ${difference.known})`,
        ),
        repair: both(
          "Der tages en sikkerhedskopi; nye kolonner føjes til og fyldes, og ingen række forsvinder.",
          "A backup is taken; new columns are added and filled, and no row is lost.",
        ),
      };
    case "list-unfinished":
    case "marker-missing":
    case "list-renamed":
    case "description-changed":
    case "view-missing":
    case "appearance-older":
      return smallText(difference);
  }
}

function missingList({ site }: Difference): DifferenceText {
  const cause = both("Listen findes ikke", "The list does not exist");
  if (site === "records") return { cause, repair: ASK_RECYCLE_BIN };
  return {
    cause,
    repair: both(
      "Listen laves, og Fremdrift skriver dens rækker igen.",
      "The list is made, and Fremdrift writes its rows again.",
    ),
  };
}

type SmallDifference = Exclude<
  Difference,
  { heading: string } | { kind: "list-missing" | "list-foreign" | "title-taken" | "list-newer" | "list-older" }
>;

function smallText(difference: SmallDifference): DifferenceText {
  switch (difference.kind) {
    case "list-unfinished":
      return {
        cause: both("Arbejdet på listen blev afbrudt", "Work on the list was interrupted"),
        repair: both("Det gøres færdigt.", "It is finished."),
      };
    case "marker-missing":
      return {
        cause: both("Fremdrifts skjulte mærke mangler på listen", "Fremdrift's hidden mark is missing on the list"),
        repair: both("Mærket sættes i en skjult kolonne.", "The mark is set in a hidden column."),
      };
    case "list-renamed":
      return {
        cause: both(`Listen er omdøbt til ”${difference.found}”`, `The list has been renamed to "${difference.found}"`),
        repair: PUT_BACK,
      };
    case "description-changed":
      return { cause: both("Listens beskrivelse er ændret", "The list's description was changed"), repair: PUT_BACK };
    case "view-missing":
      return {
        cause: both(`Visningen ”${difference.view}” mangler`, `The view "${difference.view}" is missing`),
        repair: both("Visningen laves igen.", "The view is made again."),
      };
    case "appearance-older":
      return {
        cause: both(
          "Visninger eller formatering er fra en tidligere version",
          "Views or formatting are of a former version",
        ),
        repair: both("De opdateres.", "They are updated."),
      };
  }
}

function columnText(difference: Extract<Difference, { heading: string }>): DifferenceText {
  const [da, en] = [`Kolonnen ”${difference.heading}”`, `The column "${difference.heading}"`];
  switch (difference.kind) {
    case "column-missing":
      return { cause: both(`${da} mangler`, `${en} is missing`), repair: CONTENT_BACK };
    case "column-retyped":
      return {
        cause: both(
          `${da} har fået en anden type (${difference.found})`,
          `${en} was given another type (${difference.found})`,
        ),
        repair: difference.isCopy
          ? CONTENT_BACK
          : both(
              "Den rummer posterne selv og røres ikke. Giv den sin type igen i SharePoint, eller gendan listen fra sikkerhedskopien.",
              "It holds the records themselves and is not touched. Give it its type again in SharePoint, or restore the list from the backup.",
            ),
      };
    case "column-renamed":
      return {
        cause: both(`${da} er omdøbt til ”${difference.found}”`, `${en} has been renamed to "${difference.found}"`),
        repair: PUT_BACK,
      };
    case "help-changed":
      return { cause: both(`${da} har fået en anden hjælpetekst`, `${en} has another help text`), repair: PUT_BACK };
    case "index-missing":
      return {
        cause: both(`${da} har mistet sit indeks`, `${en} has lost its index`),
        repair: both("Indekset sættes igen.", "The index is set again."),
      };
    case "unique-lost":
      return { cause: both(`${da} er ikke længere entydig`, `${en} is no longer unique`), repair: PUT_BACK };
    case "choices-missing":
      return {
        cause: both(
          `${da} mangler valgmulighederne ${difference.choices.join(", ")}`,
          `${en} lacks the choices ${difference.choices.join(", ")}`,
        ),
        repair: both("De føjes til; egne valgmuligheder bliver.", "They are added; your own choices stay."),
      };
    case "column-required":
      return { cause: both(`${da} er gjort obligatorisk`, `${en} was made required`), repair: PUT_BACK };
    case "column-shown":
      return { cause: both(`${da} er ikke længere skjult`, `${en} is no longer hidden`), repair: PUT_BACK };
    case "format-missing":
      return {
        cause: both(`${da} har mistet sin formatering`, `${en} has lost its formatting`),
        repair: both("Formateringen sættes igen.", "The formatting is set again."),
      };
  }
}
