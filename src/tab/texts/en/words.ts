import { enTerms } from "#domain/grants/terms-en.ts";
import type { Texts } from "../da.ts";

export const words: Texts["words"] = {
  roundStatus: enTerms.roundStatus,
  poolStatus: {
    allocated: "Allocated",
    requested: "Appropriation requested",
    released: "Released",
    active: "Active",
    closed: "Closed",
    settled: "Settled",
  },
  applicationStatus: {
    draft: "Draft",
    ...enTerms.applicationStatus,
  },
  unknownStatus: "Unknown",
  outcome: enTerms.outcome,
  support: enTerms.support,
  budgetCategory: enTerms.budgetCategory,
  focusAreas: enTerms.focusAreas,
  sdgs: [
    "No poverty",
    "Zero hunger",
    "Good health and well-being",
    "Quality education",
    "Gender equality",
    "Clean water and sanitation",
    "Affordable and clean energy",
    "Decent work and economic growth",
    "Industry, innovation and infrastructure",
    "Reduced inequalities",
    "Sustainable cities and communities",
    "Responsible consumption and production",
    "Climate action",
    "Life below water",
    "Life on land",
    "Peace, justice and strong institutions",
    "Partnerships for the goals",
  ],
};
