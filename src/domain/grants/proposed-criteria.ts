import type { Criterion } from "./grant-pool.ts";

/**
 * What a municipality without a pool may begin with: five criteria with their anchor texts, weights 30/20/20/15/15
 * (000-14). A proposal that is shown and changed before a pool is made of it.
 */
export const proposedCriteria: readonly Criterion[] = [
  {
    code: "K1",
    name: "Synlig digital udvikling",
    nameEn: "Visible digital development",
    weight: 30,
    anchors: [
      "Ingen vil mærke forskel",
      "Mærkes af få",
      "Mærkes af en del ansatte eller borgere",
      "Tydelig forskel for mange",
      "Alle i målgruppen ser og bruger det",
    ],
    anchorsEn: [
      "Nobody will notice",
      "Noticed by few",
      "Noticed by some staff or citizens",
      "A clear difference for many",
      "Everybody in the target group sees and uses it",
    ],
  },
  {
    code: "K2",
    name: "Virtuelle og nye arbejdsgange",
    nameEn: "Virtual and new ways of working",
    weight: 20,
    anchors: [
      "Arbejdet er uændret",
      "Mindre justering",
      "Nye arbejdsgange et enkelt sted",
      "Nye arbejdsgange, som andre kan overtage",
      "En ny måde at løse opgaven på",
    ],
    anchorsEn: [
      "Work is unchanged",
      "A minor adjustment",
      "New ways of working in one place",
      "New ways of working that others can take over",
      "A new way of doing the job",
    ],
  },
  {
    code: "K3",
    name: "Gavn for borgeren og kerneopgaven",
    nameEn: "Benefit to the citizen and the core task",
    weight: 20,
    anchors: [
      "Ingen påvist gavn",
      "Indirekte gavn",
      "Gavn for en afgrænset gruppe",
      "Klar gavn for borgeren",
      "Stor og målbar gavn for borgeren",
    ],
    anchorsEn: [
      "No shown benefit",
      "Indirect benefit",
      "Benefit to a limited group",
      "Clear benefit to the citizen",
      "Large and measurable benefit to the citizen",
    ],
  },
  {
    code: "K4",
    name: "Realistisk økonomi, også i drift",
    nameEn: "Realistic economy, also in operation",
    weight: 15,
    anchors: [
      "Økonomien hænger ikke sammen",
      "Væsentlige poster mangler",
      "Realistisk, men driften er uklar",
      "Realistisk, og driften er aftalt",
      "Gennemregnet, og driften giver overskud af tid eller penge",
    ],
    anchorsEn: [
      "The economy does not add up",
      "Important items are missing",
      "Realistic, but operation is unclear",
      "Realistic, and operation is agreed",
      "Fully calculated, and operation saves time or money",
    ],
  },
  {
    code: "K5",
    name: "Gennemførlighed og forankring",
    nameEn: "Feasibility and ownership",
    weight: 15,
    anchors: [
      "Ingen ejer eller plan",
      "Løs plan",
      "Plan uden navngivne ansvarlige",
      "Plan med ansvarlige og ledelsens opbakning",
      "Klar til start i morgen",
    ],
    anchorsEn: [
      "No owner or plan",
      "A loose plan",
      "A plan without named responsible people",
      "A plan with responsible people and management support",
      "Ready to start tomorrow",
    ],
  },
];
