import type { letters as danish } from "../da/letters.ts";

export const letters: typeof danish = {
  fetch: "Get the letter (Word)",
  fetchOf: (number) => `Get the letter (Word) to ${number}`,
  fetching: "Getting the letter …",
  fetched: (fileName) => `The letter is here: ${fileName}`,
  show: "See the letter before it is sent",
  showSent: "See the letter",
  showOf: (shown, number) => `${shown}: ${number}`,
  title: (number) => `The letter to ${number}`,
  draft: "Draft. The letter may change until the decision is made. Letters are in Danish.",
  close: "Close",
};
