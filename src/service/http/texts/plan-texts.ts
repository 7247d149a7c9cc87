import { actionLights, actionStatuses } from "#domain/action-plans/action-item.ts";
import { daActionTerms } from "#domain/action-plans/action-terms-da.ts";
import { enActionTerms } from "#domain/action-plans/action-terms-en.ts";
import { byAndWhen, type ProblemData, type ProblemText } from "./sentence.ts";

/** Refusals about the programme and the items of the action plan. */
export const planTexts = {
  "no-programme": {
    status: 409,
    da: () => [
      "Der er intet program",
      "Handlingsplanen hører til et program, og der er ikke oprettet noget endnu. Bed puljesekretariatet om at oprette det.",
    ],
    en: () => [
      "There is no programme",
      "The action plan belongs to a programme, and none has been made yet. Ask the pool secretariat to make it.",
    ],
  },
  "no-focus-areas": {
    status: 422,
    da: () => [
      "Fokusområder mangler",
      "Et program har mindst ét fokusområde. Tilføj det, og prøv igen. Det, du har skrevet, er her stadig.",
    ],
    en: () => [
      "Focus areas are missing",
      "A programme has at least one focus area. Add it and try again. What you wrote is still here.",
    ],
  },
  "programme-approved": {
    status: 409,
    da: () => [
      "Programmet er endeligt godkendt",
      "Et endeligt godkendt program ændres kun ved at vedtage et nyt. Der er ikke ændret noget.",
    ],
    en: () => [
      "The programme is finally approved",
      "A finally approved programme is changed by a new programme only. Nothing has been changed.",
    ],
  },
  "programme-exists": {
    status: 409,
    da: () => [
      "Programmet findes allerede",
      "Der er allerede et program med den titel og det første år. Giv det nye en anden titel, eller ret det, der findes. Det, du har skrevet, er her stadig.",
    ],
    en: () => [
      "The programme exists already",
      "There is a programme with that title and first year already. Give the new one another title, or change the one there is. What you wrote is still here.",
    ],
  },
  "changed-meanwhile": {
    status: 409,
    da: () => [
      "Ændret af en anden imens",
      "En anden har ændret det samme, mens du skrev. Der er ikke skrevet noget over: se, hvad der nu står i de markerede felter, og gem igen, hvis dit skal gælde.",
    ],
    en: () => [
      "Changed by somebody else meanwhile",
      "Somebody else has changed the same while you were writing. Nothing was written over: see what now stands in the marked fields, and save again if yours should stand.",
    ],
  },
  "no-such-step": {
    status: 409,
    da: (data) => [
      "Status kan ikke skiftes sådan",
      `Indsatsen er “${statusWord(data, "status", daActionTerms)}” og kan ikke gå direkte til “${statusWord(data, "wanted", daActionTerms)}”. Der er ikke ændret noget.`,
    ],
    en: (data) => [
      "The status cannot change like that",
      `The item is “${statusWord(data, "status", enActionTerms)}” and cannot go straight to “${statusWord(data, "wanted", enActionTerms)}”. Nothing has been changed.`,
    ],
  },
  "light-better-than-facts": {
    status: 409,
    da: (data) => [
      "Trafiklyset er værre",
      `Frister og periode gør allerede trafiklyset ${lightWord(data, daActionTerms)}. Ret milepæle eller periode, hvis de ikke passer længere.`,
    ],
    en: (data) => [
      "The traffic light is worse",
      `Milestones and period already make the traffic light ${lightWord(data, enActionTerms)}. Correct them if they are no longer right.`,
    ],
  },
  "no-light": {
    status: 409,
    da: (data) => [
      "Her er intet trafiklys",
      `En indsats, der er “${statusWord(data, "status", daActionTerms)}”, har ikke et trafiklys.`,
    ],
    en: (data) => [
      "There is no traffic light here",
      `An item that is “${statusWord(data, "status", enActionTerms)}” has no traffic light.`,
    ],
  },
  "already-told": {
    status: 409,
    da: (data) => [
      "Der er kommet nyt imens",
      `Indsatsen er allerede opdateret${byAndWhen(data, "da")}. Se det nye, før du skriver.`,
    ],
    en: (data) => [
      "There is news meanwhile",
      `The item was already updated${byAndWhen(data, "en")}. Look at it before you write.`,
    ],
  },
  "not-awarded": {
    status: 409,
    da: () => [
      "Ansøgningen har intet tilsagn",
      "Kun en ansøgning med tilsagn kan blive til en indsats. Der er ikke oprettet noget.",
    ],
    en: () => [
      "The application has no award",
      "Only an application with an award can become an item. Nothing has been made.",
    ],
  },
} as const satisfies Readonly<Record<string, ProblemText>>;

function statusWord(data: ProblemData, name: string, terms: typeof daActionTerms): string {
  const status = actionStatuses.find((each) => each === data[name]);
  return status === undefined ? "?" : terms.status[status];
}

function lightWord(data: ProblemData, terms: typeof daActionTerms): string {
  const light = actionLights.find((each) => each === data["light"]);
  return light === undefined ? "?" : terms.light[light].toLowerCase();
}
