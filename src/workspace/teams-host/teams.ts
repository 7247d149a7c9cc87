import { createHash } from "node:crypto";
import type { WorkspaceSeed } from "../workspace-seed.ts";

/** A team: the people of a site, with its general channel, as Microsoft 365 gives every group both. */
export interface Team {
  /** Thread id; also that of the general channel. */
  readonly id: string;
  readonly groupId: string;
  readonly displayName: string;
  /** Server-relative path of the team's site. */
  readonly sitePath: string;
  /** By object id of the person; visitors of a site are not in its team. */
  readonly roles: Readonly<Record<string, "owner" | "member">>;
}

/** The teams of the tenant; ids follow from the site's path, so they are the same at every start. */
export function teamsOf(seed: WorkspaceSeed): readonly Team[] {
  return seed.sites.map(({ path, displayName, members }) => {
    const hash = createHash("sha256").update(`${seed.tenant.id} ${path}`).digest("hex");
    return {
      id: `19:${hash.slice(0, 32)}@thread.tacv2`,
      groupId: `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`,
      displayName,
      sitePath: path,
      roles: Object.fromEntries(
        seed.people.flatMap(({ id, userPrincipalName }) => {
          const role = members[userPrincipalName];
          return role === "owner" || role === "member" ? [[id, role]] : [];
        }),
      ),
    };
  });
}
