import type { CardCommand } from "./card-command.ts";

/** Everything a card's button may ask for; the bot switches on these words. */
export type CardVerb = CardCommand["verb"];
