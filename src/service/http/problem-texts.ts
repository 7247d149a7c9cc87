import { applicationTexts } from "./texts/application-texts.ts";
import { caseTexts } from "./texts/case-texts.ts";
import { consultationTexts } from "./texts/consultation-texts.ts";
import { fileTexts } from "./texts/file-texts.ts";
import { intakeTexts } from "./texts/intake-texts.ts";
import { needTexts } from "./texts/need-texts.ts";
import { planTexts } from "./texts/plan-texts.ts";
import { poolTexts } from "./texts/pool-texts.ts";
import { reviewTexts } from "./texts/review-texts.ts";
import type { ProblemText } from "./texts/sentence.ts";
import { serviceTexts } from "./texts/service-texts.ts";

const texts = {
  ...serviceTexts,
  ...applicationTexts,
  ...reviewTexts,
  ...poolTexts,
  ...planTexts,
  ...needTexts,
  ...consultationTexts,
  ...fileTexts,
  ...caseTexts,
  ...intakeTexts,
};

/** Kinds that have a sentence; routes answer only these, so that a new refusal without words does not compile. */
export type ProblemKind = keyof typeof texts;

/** What every refusal is called on a screen, in Danish and English, with its HTTP status. */
export const problemTexts: Readonly<Record<ProblemKind, ProblemText>> = texts;
