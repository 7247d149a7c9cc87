import type { Actor } from "#domain/organisation/actor.ts";
import { findCentre } from "#domain/organisation/organisation.ts";
import type { Person, Role } from "#domain/organisation/person.ts";
import type { Instant } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { Language } from "#domain/shared/language.ts";
import type { Deps } from "../ports/deps.ts";
import { organisationNow } from "./organisation-now.ts";
import { actorNow } from "./who-is.ts";

export interface MeView {
  readonly key: Key;
  readonly name: string;
  readonly title: string;
  readonly centreName: string;
  readonly roles: readonly Role[];
  readonly isHead: boolean;
  readonly language: Language;
  readonly now: Instant;
  readonly municipality: string;
  readonly openSiteUrl?: string;
  readonly readOnlyLists?: readonly string[];
}

export interface SiteFacts {
  readonly municipality: string;
  readonly openSiteUrl: string | undefined;
  /** Titles of lists that are damaged in SharePoint, so that they are only shown (T41). */
  readonly readOnlyLists?: readonly string[];
}

/** Roles that are members, visitors or owners of the open site beside the heads (architecture 6). */
const OPEN_SITE_ROLES: readonly Role[] = ["secretariat", "case-officer", "directors", "administrator"];

/** Whether the actor is a member, visitor or owner of the open site. */
export function seesOpenSite(actor: Actor): boolean {
  return actor.headOf.length > 0 || actor.roles.some((role) => OPEN_SITE_ROLES.includes(role));
}

/** Who is signed in, by the organisation records. 0 Graph requests. */
export function me(deps: Deps, person: Person, facts: SiteFacts): MeView {
  const actor = actorNow(deps, person);
  const isHead = actor.headOf.length > 0;
  return {
    key: person.key,
    name: person.name,
    title: person.title,
    centreName: findCentre(organisationNow(deps), person.centreKey)?.name ?? "",
    roles: person.roles,
    isHead,
    language: person.language,
    now: deps.clock.now(),
    municipality: facts.municipality,
    ...(facts.readOnlyLists?.length ? { readOnlyLists: facts.readOnlyLists } : {}),
    ...(seesOpenSite(actor) && facts.openSiteUrl !== undefined ? { openSiteUrl: facts.openSiteUrl } : {}),
  };
}
