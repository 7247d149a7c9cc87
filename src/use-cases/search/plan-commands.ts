import type { Actor } from "#domain/organisation/actor.ts";
import { planPage } from "../action-plans/plan-page.ts";
import type { Deps } from "../ports/deps.ts";
import type { RoundCommandView } from "./round-commands.ts";

/** "Opret indsats", for those who may put an item into today's plan. 0 Graph requests. */
export function planCommands(deps: Deps, actor: Actor): readonly RoundCommandView[] {
  const { programme, may } = planPage(deps, actor);
  if (programme === undefined || !may.create) return [];
  return [{ kind: "create-item", subject: programme.title, link: "/action-plan/new" }];
}
