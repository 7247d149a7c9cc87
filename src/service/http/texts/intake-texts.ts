import type { ProblemText } from "./sentence.ts";

/** Why a pasted case text is not read. */
export const intakeTexts = {
  "no-case": {
    status: 422,
    da: () => [
      "Teksten ligner ikke en sag",
      "Der er ingen af sagens overskrifter i teksten: Sagsgang, Sagsfremstilling, Indstilling eller Beslutning. Overskrifterne skal stå alene på en linje. Teksten står her stadig.",
    ],
    en: () => [
      "The text does not look like a case",
      "The text has none of a case's headings: Sagsgang, Sagsfremstilling, Indstilling or Beslutning. Each must stand alone on its line. The text is still here.",
    ],
  },
  "several-cases": {
    status: 422,
    da: () => [
      "Der er flere sager i teksten",
      "Sæt kun én sag ind ad gangen: fra sagens titel til dens bilag. Teksten står her stadig, så du kan slette resten.",
    ],
    en: () => [
      "There are several cases in the text",
      "Paste one case at a time: from its title to its attachments. The text is still here, so that you can delete the rest.",
    ],
  },
  "text-too-long": {
    status: 422,
    da: (data) => [
      "Teksten er for lang",
      `Teksten må højst være ${data["most"] ?? ""} tegn. Sæt kun sagen selv ind, uden bilagenes indhold. Teksten står her stadig.`,
    ],
    en: (data) => [
      "The text is too long",
      `The text may have ${data["most"] ?? ""} characters at most. Paste the case itself, without what its attachments say. The text is still here.`,
    ],
  },
  "not-a-pool-case": {
    status: 422,
    da: () => [
      "Sagen handler ikke om en pulje",
      "Puljesekretariatet kan læse sager ind, der handler om en pulje, og det kan vi ikke se i titlen. Bed en sagsbehandler eller udvalgssekretæren om at læse den ind. Teksten står her stadig.",
    ],
    en: () => [
      "The case is not about a pool",
      "The pool secretariat reads in cases about a pool, and the title names none. Ask a case officer or the committee secretary to read it in. The text is still here.",
    ],
  },
} satisfies Readonly<Record<string, ProblemText>>;
