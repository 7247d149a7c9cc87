import type { ApplicationStatus } from "#domain/grants/application.ts";
import type { PoolStatus } from "#domain/grants/grant-pool.ts";
import { daTerms } from "#domain/grants/terms-da.ts";

/** Words for codes that stand on several screens. */
export const words = {
  roundStatus: daTerms.roundStatus,
  poolStatus: {
    allocated: "Afsat",
    requested: "Bevilling søgt",
    released: "Frigivet",
    active: "I gang",
    closed: "Lukket",
    settled: "Afregnet",
  } satisfies Record<PoolStatus, string>,
  applicationStatus: {
    draft: "Kladde",
    ...daTerms.applicationStatus,
  } satisfies Record<ApplicationStatus, string>,
  unknownStatus: "Ukendt",
  gridSearch: (list: string) => `Søg i listen: ${list}`,
  gridSearchHint: "Søg",
  gridCount: (all: number) => `${all} i alt`,
  gridFound: (found: number, all: number) => `${found} af ${all} passer`,
  gridNone: (search: string) => `Intet i listen passer til "${search}". Prøv et andet ord, eller ryd søgefeltet.`,
  outcome: daTerms.outcome,
  support: daTerms.support,
  budgetCategory: daTerms.budgetCategory,
  focusAreas: daTerms.focusAreas,
  sdgs: [
    "Afskaf fattigdom",
    "Stop sult",
    "Sundhed og trivsel",
    "Kvalitetsuddannelse",
    "Ligestilling mellem kønnene",
    "Rent vand og sanitet",
    "Bæredygtig energi",
    "Anstændige jobs og økonomisk vækst",
    "Industri, innovation og infrastruktur",
    "Mindre ulighed",
    "Bæredygtige byer og lokalsamfund",
    "Ansvarligt forbrug og produktion",
    "Klimaindsats",
    "Livet i havet",
    "Livet på land",
    "Fred, retfærdighed og stærke institutioner",
    "Partnerskaber for handling",
  ],
};
