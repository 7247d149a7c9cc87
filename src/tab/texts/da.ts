import { application } from "./da/application.ts";
import { problems } from "./da/problems.ts";
import { ranking } from "./da/ranking.ts";
import { review } from "./da/review.ts";
import { round } from "./da/round.ts";
import { shell } from "./da/shell.ts";
import { words } from "./da/words.ts";

/** All Danish texts; the shape every other language must have. */
export const da = { application, problems, ranking, review, round, shell, words };

/** The catalogue a screen reads from. */
export type Texts = typeof da;
