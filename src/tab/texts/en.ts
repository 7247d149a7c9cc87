import type { Texts } from "./da.ts";
import { application } from "./en/application.ts";
import { problems } from "./en/problems.ts";
import { ranking } from "./en/ranking.ts";
import { review } from "./en/review.ts";
import { round } from "./en/round.ts";
import { shell } from "./en/shell.ts";
import { words } from "./en/words.ts";

/** All English texts; a missing or extra key breaks the build. */
export const en: Texts = {
  application,
  problems,
  ranking,
  review,
  round,
  shell,
  words,
};
