/** One council of the demo's consultation, and what it answered. */
export interface DemoParty {
  readonly code: string;
  readonly name: string;
  readonly duty: "statutory" | "voluntary";
  readonly law: string;
  readonly user: string;
  /** Undefined for the one that stays silent. */
  readonly answer: DemoAnswer | undefined;
}

interface DemoAnswer {
  /** True local time of the history. */
  readonly at: string;
  readonly noComments: boolean;
  readonly text: string;
  readonly attachments: readonly string[];
  readonly comment: string;
  readonly changes: boolean;
}

/** The consultation over the digitalisation programme: true dates of the history, constructed answers. */
export const demoConsultation = {
  subject: "Digitaliseringsprogram 2021-2025, version 1 (foreløbigt godkendt)",
  caseNumber: "21/6103",
  message:
    "Økonomiudvalget har foreløbigt godkendt programmet. Vi vil gerne høre, om de seks fokusområder rammer det, der betyder noget for dem, I repræsenterer, og om der mangler noget.",
  material: [
    {
      name: "Digitalisering med fokus - Digitaliseringsprogram 2021-2025",
      link: "",
      documentNumber: "73115/21",
    },
  ],
  before: { body: "ØK", meetingOn: "2021-06-15" },
  createdAt: "2021-06-14T10:00",
  sentAt: "2021-06-16T09:30",
  deadlineOn: "2021-07-30",
  next: { body: "ØK", meetingOn: "2021-08-17" },
  commentedAt: "2021-08-03T10:15",
  treatedAt: "2021-08-04T10:00",
} as const;

export const demoParties: readonly DemoParty[] = [
  {
    code: "ÆR",
    name: "Ældrerådet",
    duty: "statutory",
    law: "Retssikkerhedsloven § 30",
    user: "raad.aeldre",
    answer: {
      at: "2021-07-02T11:20",
      noComments: false,
      text: "Ældrerådet hilser programmet velkomment, men savner en forpligtelse til personlig hjælp til borgere, der ikke kan betjene sig selv digitalt.",
      attachments: ["Ældrerådets bemærkninger.pdf"],
      comment: "Indarbejdet under fokusområde 1",
      changes: true,
    },
  },
  {
    code: "HR",
    name: "Handicaprådet",
    duty: "statutory",
    law: "Retssikkerhedsloven § 37 a",
    user: "raad.handicap",
    answer: {
      at: "2021-07-28T13:05",
      noComments: true,
      text: "",
      attachments: [],
      comment: "Taget til efterretning",
      changes: false,
    },
  },
  { code: "UR", name: "Ungdomsrådet", duty: "voluntary", law: "", user: "raad.ungdom", answer: undefined },
];
