import type { Shortcut, ShortcutPlace } from "../../components/shortcuts.ts";

/** "Genveje": what can be done with keys. */
export const shortcuts = {
  title: "Genveje",
  lead: "Alt kan også gøres med Tab, pile og Enter. Taster uden Ctrl virker ikke, mens du skriver i et felt.",
  place: {
    everywhere: "Overalt",
    search: "I søgningen",
    review: "Når du bedømmer",
  } satisfies Record<ShortcutPlace, string>,
  what: {
    search: "Søg eller gå til en side",
    shortcuts: "Vis genvejene",
    close: "Luk det, der er åbnet",
    choose: "Vælg i listen",
    take: "Åbn det valgte",
    score: "Giv point: det kriterium, du står på, ellers det første uden point",
    next: "Gå til næste ansøgning",
    previous: "Gå til forrige ansøgning",
    give: "Afgiv bedømmelsen og gå videre",
  } satisfies Record<Shortcut["id"], string>,
  or: "eller",
  singleKeys: "Brug genveje på én tast",
  singleKeysHint: "Slå dem fra, hvis du styrer med stemmen eller rammer tasterne ved et uheld. Ctrl+K virker altid.",
  close: "Luk",
};
