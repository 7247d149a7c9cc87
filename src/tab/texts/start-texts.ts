/**
 * What the tab says before it knows the reader's language, or cannot find it out: both languages at once. The catalogues
 * are not in the first script, these are.
 */
export const startTexts = {
  appName: "Fremdrift",
  da: {
    opening: "Åbner Fremdrift …",
    failedTitle: "Fremdrift kunne ikke åbnes",
    failed: "Der er ikke forbindelse til tjenesten lige nu. Intet er gået tabt.",
    hostSilent: "Teams svarede ikke. Prøv igen, eller åbn Fremdrift fra appen i Teams.",
    retry: "Prøv igen",
  },
  en: {
    opening: "Opening Fremdrift …",
    failedTitle: "Fremdrift could not be opened",
    failed: "There is no connection to the service right now. Nothing is lost.",
    hostSilent: "Teams did not answer. Try again, or open Fremdrift from the app in Teams.",
    retry: "Try again",
  },
} as const;
