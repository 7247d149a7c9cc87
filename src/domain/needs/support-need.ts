import type { Actor } from "#domain/organisation/actor.ts";
import { type Command, logged } from "#domain/shared/command.ts";
import type { Instant } from "#domain/shared/dates.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { Need } from "./need.ts";
import { maySeeNeed } from "./need-access.ts";
import type { NeedStatus } from "./need-status.ts";

export type SupportNeedRefusal =
  | { readonly kind: "not-allowed" }
  | { readonly kind: "own-need" }
  | { readonly kind: "need-settled"; readonly at: Instant };

/** "Det rammer også os", once for each person, or taken back. Saying what is said already writes nothing. */
export function supportNeed(
  need: Need,
  status: NeedStatus,
  command: Command & { readonly supports: boolean },
  actor: Actor,
  now: Instant,
): Result<Need, SupportNeedRefusal> {
  if (!maySeeNeed(actor, need)) return refuse({ kind: "not-allowed" });
  if (need.finderKey === actor.personKey) return refuse({ kind: "own-need" });
  const isSaid = need.supports.some(({ personKey }) => personKey === actor.personKey);
  if (isSaid === command.supports) return ok(need);
  if (status !== "open") return refuse({ kind: "need-settled", at: need.outcome?.at ?? now });
  const { personKey, centreKey } = actor;
  const others = need.supports.filter((each) => each.personKey !== personKey);
  const action = command.supports ? "need-supported" : "need-support-withdrawn";
  return ok({
    ...need,
    supports: command.supports ? [...others, { personKey, centreKey, at: now }] : others,
    log: logged(need.log, command, actor, now, action, { centreKey }),
  });
}
