import { createHash } from "node:crypto";
import type { WorkspacePerson, WorkspaceSeed } from "../workspace-seed.ts";
import type { Conversation } from "./channel-store.ts";
import { channelConversationIdOf, channelUserId, type InstalledApp, rosterEntry } from "./channel-wire.ts";

/** A team of Teams: every site with members is the site of one. */
export interface Team {
  /** Teams names a team after its first channel. */
  readonly id: string;
  readonly name: string;
  /** The group behind it in Entra. */
  readonly aadGroupId: string;
  readonly memberIds: readonly string[];
  readonly ownerIds: readonly string[];
}

/** Who is in which conversation. */
export interface Rosters {
  readonly teams: readonly Team[];
  /** The team in whose channel a conversation is; nothing for a personal one. */
  teamOf(conversation: Conversation): Team | undefined;
  membersOf(conversation: Conversation): readonly WorkspacePerson[];
  person(id: string): WorkspacePerson | undefined;
  /** The row of a person in a bot's roster. */
  entry(appId: string, person: WorkspacePerson): Record<string, string>;
  /** A member by channel id or object id. */
  find(conversation: Conversation, id: string): WorkspacePerson | undefined;
}

/** The teams of a tenant by its sites: owners and members of the site are those of the team, visitors are not in it. */
export function createRosters({ sites, people, tenant }: WorkspaceSeed): Rosters {
  const byId = new Map(people.map((person) => [person.id, person]));
  const byName = new Map(people.map((person) => [person.userPrincipalName, person]));
  const teams = sites.flatMap(({ path, displayName, members }): readonly Team[] => {
    const inTeam = Object.entries(members).flatMap(([name, role]) => {
      const person = byName.get(name);
      return person === undefined || role === "visitor" ? [] : [{ id: person.id, role }];
    });
    if (inTeam.length === 0) return [];
    return [
      {
        id: `19:${digestOf(`team/${tenant.id}/${path}`)}@thread.tacv2`,
        name: displayName,
        aadGroupId: uuidOf(`group/${tenant.id}/${path}`),
        memberIds: inTeam.map(({ id }) => id),
        ownerIds: inTeam.filter(({ role }) => role === "owner").map(({ id }) => id),
      },
    ];
  });
  const teamOf = ({ holderId }: Conversation): Team | undefined => teams.find(({ id }) => id === holderId);
  const membersOf = (conversation: Conversation): readonly WorkspacePerson[] =>
    (teamOf(conversation)?.memberIds ?? [conversation.holderId]).flatMap((id) => byId.get(id) ?? []);
  return {
    teams,
    teamOf,
    membersOf,
    person: (id) => byId.get(id),
    entry: (appId, person) => rosterEntry(appId, tenant.id, person),
    find: (conversation, wanted) =>
      membersOf(conversation).find(({ id }) => wanted === id || wanted === channelUserId(conversation.appId, id)),
  };
}

/** The channel an app has in a team. */
export function channelOf(app: InstalledApp, team: Team): string {
  return channelConversationIdOf(app.id, team.id);
}

/** The channels of a team as one bot sees them. */
export function teamChannelsOf(team: Team, appId: string): readonly { readonly id: string; readonly name: string }[] {
  return [{ id: channelConversationIdOf(appId, team.id), name: team.name }];
}

/** Whether an app may be added to teams: its package says so. */
export function isForTeams(app: InstalledApp): boolean {
  return app.scopes?.includes("team") === true;
}

function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}

function uuidOf(text: string): string {
  const digits = digestOf(text);
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-8${digits.slice(17, 20)}-${digits.slice(20)}`;
}
