import { byAndWhen, type ProblemText, when } from "./sentence.ts";

/** Refusals about needs. */
export const needTexts = {
  "need-settled": {
    status: 409,
    da: (data) => [
      "Behovet er ført videre",
      `Der skete noget med behovet den ${when(data, "at", "da")}, så det kan ikke længere ændres.`,
    ],
    en: (data) => [
      "The need has been carried on",
      `Something became of the need on ${when(data, "at", "en")}, so it can no longer be changed.`,
    ],
  },
  "already-settled": {
    status: 409,
    da: (data) => [
      "Behovet er allerede ført videre",
      `Det er gjort${byAndWhen(data, "da")}. Se, hvad der kom ud af det.`,
    ],
    en: (data) => ["The need has already been carried on", `It was done${byAndWhen(data, "en")}. See what came of it.`],
  },
  "own-need": {
    status: 409,
    da: () => ["Det er dit eget behov", "Du har selv fundet behovet, så det tæller allerede dig med."],
    en: () => ["It is your own need", "You found the need yourself, so you are already counted."],
  },
  "no-such-writer": {
    status: 409,
    da: () => ["Vælg en anden til at skrive", "Den, der skal skrive ansøgningen, skal arbejde i behovets center."],
    en: () => ["Choose somebody else to write", "Whoever writes the application must work in the need's centre."],
  },
} as const satisfies Readonly<Record<string, ProblemText>>;
