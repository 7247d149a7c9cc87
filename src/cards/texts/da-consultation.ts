import { consultationTerms } from "#domain/consultations/consultation-terms.ts";

/** The cards of a consultation: to the councils, and to its case officer. */
export const daConsultation = {
  heading: "I er bedt om et høringssvar",
  reminderHeading: "Påmindelse: vi mangler jeres høringssvar",
  lateHeading: "Svarfristen er udløbet",
  closedItem: "Lukket sag",
  party: "Høringspart",
  deadline: "Svarfrist",
  caseNumber: "Sagsnummer",
  officer: "Sagsbehandler",
  material: "Materiale",
  answer: "Jeres svar",
  answerHint: "Skriv svaret her, eller svar i Fremdrift med bilag",
  send: "Send svar",
  noComments: "Ingen bemærkninger",
  late: (deadline: string) =>
    `Fristen var ${deadline}. I kan stadig svare; svaret bliver mærket som modtaget efter fristen, og sagsbehandleren afgør, om det kan nå med.`,
  both: "Du har skrevet et svar. Send det, eller slet teksten, før du trykker på Ingen bemærkninger.",
  numberRemoved:
    "Vi har fjernet noget, der ligner et CPR-nummer. Svaret er ikke sendt. Ret det, og send igen – eller svar i Fremdrift, hvis det ikke er et CPR-nummer.",
  answeredHeading: "Høringssvaret er modtaget",
  answered: (party: string, name: string, when: string) => `${party} har svaret. ${name} sendte svaret ${when}.`,
  registered: (party: string, name: string, when: string) =>
    `Svaret fra ${party} er modtaget ${when} og registreret af ${name}.`,
  answeredNoComments: "Svaret er: ingen bemærkninger.",
  answeredLate: "Det er modtaget efter fristen.",
  treatedHeading: "Høringen er behandlet",
  treated: (when: string) => `Høringen blev behandlet ${when} og tager ikke imod svar mere.`,
  notSent: "Det, du havde skrevet, er ikke sendt:",
  summary: "I er bedt om et høringssvar",
  reminderSummary: "Påmindelse om et høringssvar",
  officerHeading: "Høringssvar modtaget",
  officerClosedHeading: "Svarfristen for en høring er udløbet",
  today: (parties: string) => `Nyt svar fra ${parties}.`,
  counts: (answered: number, total: number) => `${answered} af ${total} har svaret.`,
  waiting: (parties: string) => `Afventer: ${parties}.`,
  silent: (parties: string) => `Intet svar: ${parties}.`,
  more: (count: number) => (count === 1 ? "og 1 mere" : `og ${count} flere`),
  uncommented: (count: number) =>
    count === 1 ? "1 svar mangler forvaltningens bemærkning." : `${count} svar mangler forvaltningens bemærkning.`,
  open: "Åbn høringen",
  officerSummary: "Der er kommet et høringssvar",
  officerClosedSummary: "Svarfristen for en høring er udløbet",
  status: consultationTerms.da.partyStatus,
};
