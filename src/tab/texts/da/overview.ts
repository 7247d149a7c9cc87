/** "Overblik". */
export const overview = {
  waiting: "Venter på dig",
  waitingEmpty: "Der er ikke noget, der venter på dig.",
  waitingEmptyNext: "Når en opgave kommer til dig, står den her, og du får besked i Teams.",
  next: {
    opens: (round: string, pool: string, when: string) => `${round} af ${pool} åbner ${when}.`,
    closes: (round: string, pool: string, when: string) =>
      `Næste dato i puljerne er ansøgningsfristen i ${round} af ${pool}: ${when}.`,
    review: (round: string, pool: string, when: string) =>
      `Næste dato i puljerne er bedømmernes frist i ${round} af ${pool}: ${when}.`,
    decision: (round: string, pool: string, when: string) =>
      `Næste dato i puljerne er formandens frist for at afgøre ${round} af ${pool}: ${when}.`,
  },
  nextNone: "Der er ingen kommende frister i puljerne. Næste runde står her, når puljesekretariatet har oprettet den.",
  seeRound: (round: string) => `Se ${round}`,
  deadline: (when: string) => `Frist ${when}`,
  noDeadline: "Ingen frist",
  task: {
    "approve-application": {
      what: (subject: string) => `Godkend ansøgningen ”${subject}”`,
      why: "Du er leder af centret",
      button: "Læs og godkend",
    },
    "finish-draft": {
      what: (subject: string) => `Gør ansøgningen ”${subject}” færdig`,
      why: "Du har begyndt på den",
      button: "Skriv videre",
    },
    "answer-questions": {
      what: (subject: string) => `Svar på spørgsmål til ”${subject}”`,
      why: "Din leder har sendt den tilbage",
      button: "Se spørgsmålene",
    },
    review: {
      what: (subject: string) => `Bedøm ansøgningerne i ${subject}`,
      why: "Du er bedømmer",
      button: "Bedøm",
    },
    "reviews-missing": {
      what: (subject: string) => `Bedømmelser mangler i ${subject}`,
      why: "Bedømmernes frist er nær eller overskredet, og du er i puljesekretariatet",
      button: "Se, hvem der mangler",
    },
    recommend: {
      what: (subject: string) => `Indstil ansøgningerne i ${subject}`,
      why: "Alle bedømmelser er afgivet",
      button: "Se prioriteringen",
    },
    decide: {
      what: (subject: string) => `Afgør indstillingen i ${subject}`,
      why: "Puljesekretariatet har indstillet",
      button: "Se indstillingen",
    },
    "answer-award": {
      what: (subject: string) => `Svar på tilsagnet til ”${subject}”`,
      why: "Du har søgt om pengene",
      button: "Svar",
    },
    "award-unanswered": {
      what: (subject: string) => `Tilsagn ikke besvaret: ”${subject}”`,
      why: "Fristen er overskredet, og du er i puljesekretariatet",
      button: "Se tilsagnet",
    },
    "answer-consultation": {
      what: (subject: string) => `Svar på høringen ”${subject}”`,
      why: "I er bedt om et høringssvar",
      button: "Svar",
    },
    "comment-answers": {
      what: (subject: string) => `Skriv bemærkninger til høringssvar: ”${subject}”`,
      why: "Du er sagsbehandler",
      button: "Se svarene",
    },
    "answers-deleted-soon": {
      what: (subject: string) => `Se efter, at svarene er i ESDH, før de slettes her: ”${subject}”`,
      why: "Du er sagsbehandler",
      button: "Se svarene",
    },
    "update-item": {
      what: (subject: string) => `Opdatér indsatsen ”${subject}”`,
      why: "Det er længe siden, nogen har skrevet, hvordan det går, eller en milepæl er nået",
      button: "Opdatér",
    },
  },
  why: {
    "silent-head": "Lederen har ikke svaret, og du er i puljesekretariatet",
    "sent-back": "Indstillingen er sendt tilbage",
    deputy: "Du afgør i stedet for formanden, som er inhabil",
  } as Readonly<Record<string, string>>,
  untitled: "uden titel",
  reviewed: (done: number, total: number) => `${done} af ${total} er bedømt`,
  mine: "Mine ansøgninger",
  savedAt: (when: string) => `Gemt ${when}`,
  pools: "Puljer",
  poolsEmpty: "Der er ingen puljer endnu.",
  poolsEmptyNext: "Puljesekretariatet opretter puljen, når den er på budgettet.",
  poolsEmptyMake:
    "Opret en, når den er på budgettet. Har I allerede en bevillingssag som tekst, kan du også læse den ind under Sager.",
  newPool: "Ny pulje",
  whereIsMoney: "Hvor er pengene?",
  spent: "Forbrugt i afsluttede projekter",
  bound: "Bundet i tilsagn",
  setAside: "Sat af til runder",
  rest: "Ikke sat af til en runde",
  appropriated: "Puljens bevilling",
  notReleased: "Puljen er ikke frigivet endnu. Kommunalbestyrelsen skal give en anlægsbevilling først.",
  rounds: "Runder",
  roundsEmpty: (isReleased: boolean): string =>
    isReleased
      ? "Der er ikke åbnet nogen runde endnu. Puljesekretariatet åbner den første."
      : "Der er ingen runder endnu. Puljesekretariatet åbner dem, når puljen er frigivet.",
  apply: "Læs og søg",
  opens: (when: string) => `Åbner ${when}`,
  openUntil: (when: string) => `Åben til ${when}`,
  closedOn: (when: string) => `Fristen var ${when}`,
  decisionOn: (when: string) => `Afgørelse ${when}`,
  frame: "Ramme",
  applications: (count: number) => (count === 1 ? "1 ansøgning" : `${count} ansøgninger`),
};
