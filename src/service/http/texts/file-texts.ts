import { type ProblemText, text } from "./sentence.ts";

const rest = { da: "Resten er her stadig.", en: "The rest is still here." } as const;

/** Refusals about documents that come with an answer. */
export const fileTexts = {
  "file-empty": {
    status: 422,
    da: (data) => [
      "Filen er tom",
      `Filen ”${text(data, "name")}” er tom og er ikke vedhæftet. Vælg en anden, og prøv igen. ${rest.da}`,
    ],
    en: (data) => [
      "The file is empty",
      `The file “${text(data, "name")}” is empty and was not attached. Choose another and try again. ${rest.en}`,
    ],
  },
  "file-too-large": {
    status: 413,
    da: (data) => [
      "Filen er for stor",
      `Filen ”${text(data, "name")}” er større end 4 MB og er ikke vedhæftet. Gem den som en mindre pdf, og prøv igen, eller send den til sagsbehandleren. ${rest.da}`,
    ],
    en: (data) => [
      "The file is too large",
      `The file “${text(data, "name")}” is larger than 4 MB and was not attached. Save it as a smaller PDF and try again, or send it to the case officer. ${rest.en}`,
    ],
  },
  "file-body-too-large": {
    status: 413,
    da: () => [
      "Filen er for stor",
      `Filen er større end 4 MB og er ikke vedhæftet. Gem den som en mindre pdf, og prøv igen, eller send den til sagsbehandleren. ${rest.da}`,
    ],
    en: () => [
      "The file is too large",
      `The file is larger than 4 MB and was not attached. Save it as a smaller PDF and try again, or send it to the case officer. ${rest.en}`,
    ],
  },
  "file-kind": {
    status: 422,
    da: (data) => [
      "Filen kan ikke vedhæftes",
      `Filen ”${text(data, "name")}” er ikke vedhæftet. Gem den som pdf, Word, Excel, PowerPoint, odt eller billede (png, jpg), og prøv igen. ${rest.da}`,
    ],
    en: (data) => [
      "The file cannot be attached",
      `The file “${text(data, "name")}” was not attached. Save it as PDF, Word, Excel, PowerPoint, odt or picture (png, jpg) and try again. ${rest.en}`,
    ],
  },
  "file-name": {
    status: 422,
    da: () => [
      "Filens navn kan ikke bruges",
      `Filen er ikke vedhæftet. Navnet er for langt, eller der står noget i det, som ligner et CPR-nummer. Giv filen et andet navn, og prøv igen. ${rest.da}`,
    ],
    en: () => [
      "The file's name cannot be used",
      `The file was not attached. Its name is too long, or holds what looks like a CPR number. Give it another name and try again. ${rest.en}`,
    ],
  },
  "file-gone": {
    status: 409,
    da: (data) => [
      "Et bilag mangler",
      `Bilaget ”${text(data, "name")}” ligger her ikke længere. Fjern det, vedhæft det igen, og prøv igen. Det, du har skrevet, er her stadig.`,
    ],
    en: (data) => [
      "A document is missing",
      `The document “${text(data, "name")}” is no longer here. Remove it, attach it again and try again. What you wrote is still here.`,
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
