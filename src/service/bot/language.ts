import type { Language } from "#domain/shared/language.ts";
import { whoIs } from "#use-cases/organisation/who-is.ts";
import type { Deps } from "#use-cases/ports/deps.ts";
import type { BotActivity } from "./activity.ts";

/** The person's own language, or the client's for somebody who is not known; Danish unless English is asked for. */
export function languageOf(deps: Pick<Deps, "records">, { from, locale }: BotActivity): Language {
  const who = whoIs(deps, from.aadObjectId ?? "");
  if (who.ok) return who.value.person.language;
  return locale?.toLowerCase().startsWith("en") ? "en" : "da";
}
