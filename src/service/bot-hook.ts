import type { Hono } from "hono";
import type { Logger } from "pino";
import type { CardRenderer } from "#use-cases/ports/card-renderer.ts";
import type { Deps } from "#use-cases/ports/deps.ts";
import type { Messenger } from "#use-cases/ports/messenger.ts";
import type { ServiceConfig } from "./config.ts";
import type { AppEnv } from "./http/app-env.ts";

/** What the bot is given: the same use-cases' dependencies as the HTTP routes have. */
export interface BotParts {
  readonly deps: Deps;
  readonly config: ServiceConfig;
  readonly log: Logger;
}

/** What the service needs of the bot. */
export interface Bot {
  readonly messenger: Messenger;
  readonly renderCard: CardRenderer;
  /** Puts POST /api/messages on the app; the bot checks the channel's token itself. */
  readonly mount: (app: Hono<AppEnv>) => void;
}

/** Makes the bot; implemented in `bot/`. */
export type OpenBot = (parts: BotParts) => Bot | Promise<Bot>;
