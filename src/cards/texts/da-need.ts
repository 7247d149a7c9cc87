import type { NeedApplicationState } from "#domain/projections/need-progress.ts";

/** What became of a need, to who found it or is to write. */
export const daNeed = {
  headings: {
    application: "Dit behov er blevet til en ansøgning",
    "action-item": "Dit behov er blevet til en indsats",
    closed: "Der er svar på dit behov",
    open: "Dit behov er åbent igen",
  },
  writerHeading: "Du er bedt om at skrive en ansøgning ud fra et behov",
  from: (name: string, when: string) => `Af ${name} ${when}`,
  writes: (name: string, number: string) => `${name} skriver ansøgningen ${number}.`,
  begin: (number: string) => `Kladden ${number} er lavet med finderens ord. Gør den færdig, inden runden lukker.`,
  item: (title: string) => `Indsatsen hedder “${title}” og står i handlingsplanen.`,
  state: {
    draft: "Den er under udarbejdelse.",
    sent: "Den er sendt ind.",
    withdrawn: "Den er trukket tilbage.",
    awarded: "Den har fået tilsagn.",
    rejected: "Den har fået afslag.",
    declined: "Den fik tilsagn, som centret takkede nej til.",
  } satisfies Record<NeedApplicationState, string>,
  thanks: "Tak, fordi du gjorde opmærksom på det.",
  openDraft: "Åbn kladden",
  summary: "Nyt om et behov",
};
