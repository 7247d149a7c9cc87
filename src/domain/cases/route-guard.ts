import type { Key } from "#domain/shared/keys.ts";
import type { Case, RouteStep } from "./case.ts";

/** Why a case may not go this way. */
export type RouteGuardRefusal =
  /** The finance committee's statement must be there before the council decides (R-19, 001-16). */
  | { readonly kind: "finance-committee-first" }
  /** A case about money passes the finance committee. */
  | { readonly kind: "finance-committee-missing" }
  /** Only the council appropriates. */
  | { readonly kind: "council-missing" }
  /** A consultation with nobody before it would be sent unseen, and with nobody behind it heard by none. */
  | { readonly kind: "consultation-at-the-edge" }
  /** The route does not reach the body that decides finally (004-09). */
  | { readonly kind: "competent-body-missing" };

type Ground = Pick<Case, "isFinancial" | "appropriation" | "competentBodyKey">;

/** Whether the steps that are still to be taken may come in this order; undefined when they may. */
export function routeGuard(ground: Ground, steps: readonly RouteStep[]): RouteGuardRefusal | undefined {
  const kinds = steps.map((step) => (step.kind === "body" ? step.bodyKind : "consultation"));
  const finance = kinds.indexOf("finance-committee");
  const council = kinds.indexOf("council");
  const isAboutMoney = ground.isFinancial || ground.appropriation !== undefined;
  if (isAboutMoney && finance < 0) return { kind: "finance-committee-missing" };
  if (ground.appropriation !== undefined && !endsInCouncil(ground, steps)) return { kind: "council-missing" };
  if (council >= 0 && finance > council) return { kind: "finance-committee-first" };
  if (kinds[0] === "consultation" || kinds.at(-1) === "consultation") return { kind: "consultation-at-the-edge" };
  return competenceRefusal(ground.competentBodyKey, steps);
}

/** Whether the council has the last word: it is last on the route, and no other body is said to decide finally. */
function endsInCouncil({ competentBodyKey }: Ground, steps: readonly RouteStep[]): boolean {
  const last = steps.at(-1);
  if (last === undefined) return true;
  if (last.kind !== "body" || last.bodyKind !== "council") return false;
  return competentBodyKey === undefined || competentBodyKey === last.bodyKey;
}

function competenceRefusal(
  competentBodyKey: Key | undefined,
  steps: readonly RouteStep[],
): RouteGuardRefusal | undefined {
  if (competentBodyKey === undefined) return undefined;
  const isReached = steps.some((step) => step.kind === "body" && step.bodyKey === competentBodyKey);
  return isReached ? undefined : { kind: "competent-body-missing" };
}
