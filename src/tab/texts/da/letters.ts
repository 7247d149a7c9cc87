/** The letters of a decision; a letter itself is Danish in every language. */
export const letters = {
  fetch: "Hent brevet (Word)",
  fetchOf: (number: string) => `Hent brevet (Word) til ${number}`,
  fetching: "Henter brevet …",
  fetched: (fileName: string) => `Brevet er hentet: ${fileName}`,
  show: "Vis brevet, før det sendes",
  showSent: "Vis brevet",
  showOf: (shown: string, number: string) => `${shown}: ${number}`,
  title: (number: string) => `Brevet til ${number}`,
  draft: "Udkast. Brevet kan ændre sig, indtil afgørelsen er truffet.",
  close: "Luk",
};
