import { type ProblemText, text } from "./sentence.ts";

/** Refusals about documents that come with an answer. */
export const fileTexts = {
  "file-empty": {
    status: 422,
    da: (data) => ["Filen er tom", `”${text(data, "name")}” er tom og er ikke vedhæftet. Resten er her stadig.`],
    en: (data) => [
      "The file is empty",
      `“${text(data, "name")}” is empty and was not attached. The rest is still here.`,
    ],
  },
  "file-too-large": {
    status: 413,
    da: (data) => [
      "Filen er for stor",
      `”${text(data, "name")}” er større end 4 MB og er ikke vedhæftet. Gem den som en mindre pdf, eller send den til sagsbehandleren. Resten er her stadig.`,
    ],
    en: (data) => [
      "The file is too large",
      `“${text(data, "name")}” is larger than 4 MB and was not attached. Save it as a smaller PDF, or send it to the case officer. The rest is still here.`,
    ],
  },
  "file-body-too-large": {
    status: 413,
    da: () => [
      "Filen er for stor",
      "Filen er større end 4 MB og er ikke vedhæftet. Gem den som en mindre pdf, eller send den til sagsbehandleren. Resten er her stadig.",
    ],
    en: () => [
      "The file is too large",
      "The file is larger than 4 MB and was not attached. Save it as a smaller PDF, or send it to the case officer. The rest is still here.",
    ],
  },
  "file-kind": {
    status: 422,
    da: (data) => [
      "Filen kan ikke vedhæftes",
      `”${text(data, "name")}” er ikke vedhæftet. Brug pdf, Word, Excel, PowerPoint, odt eller et billede (png, jpg). Resten er her stadig.`,
    ],
    en: (data) => [
      "The file cannot be attached",
      `“${text(data, "name")}” was not attached. Use PDF, Word, Excel, PowerPoint, odt or a picture (png, jpg). The rest is still here.`,
    ],
  },
  "file-name": {
    status: 422,
    da: () => [
      "Filens navn kan ikke bruges",
      "Filen er ikke vedhæftet. Navnet er for langt, eller der står noget i det, som ligner et CPR-nummer. Giv filen et andet navn, og vedhæft den igen.",
    ],
    en: () => [
      "The file's name cannot be used",
      "The file was not attached. Its name is too long, or holds what looks like a CPR number. Give it another name and attach it again.",
    ],
  },
  "file-gone": {
    status: 409,
    da: (data) => [
      "Et bilag mangler",
      `”${text(data, "name")}” ligger her ikke længere. Fjern det, vedhæft det igen, og send svaret. Det, du har skrevet, er her stadig.`,
    ],
    en: (data) => [
      "A document is missing",
      `“${text(data, "name")}” is no longer here. Remove it, attach it again and send the answer. What you wrote is still here.`,
    ],
  },
  "too-many-files": {
    status: 422,
    da: (data) => [
      "For mange bilag",
      `Der kan vedhæftes ${data["most"] ?? 10} bilag til et svar. Fjern nogle, og prøv igen. Det, du har skrevet, er her stadig.`,
    ],
    en: (data) => [
      "Too many documents",
      `An answer can have ${data["most"] ?? 10} documents. Remove some and try again. What you wrote is still here.`,
    ],
  },
} as const satisfies Readonly<Record<string, ProblemText>>;
