/** The letters of a decision; a letter itself is Danish in every language. */
export const letters = {
  fetch: "Hent brevet (Word)",
  fetchOf: (number: string) => `Hent brevet til ${number} (Word)`,
  fetching: "Henter brevet …",
  fetched: (fileName: string) => `Brevet er hentet: ${fileName}`,
  show: "Vis brevet, før det sendes",
  showSent: "Vis brevet",
  showOf: (number: string) => `Vis brevet til ${number}`,
  title: (number: string) => `Brevet til ${number}`,
  draft: "Udkast. Brevet kan ændre sig, indtil afgørelsen er truffet.",
  close: "Luk",
};
