import { type Team, teamsOf } from "../teams-host/teams.ts";
import type { WorkspacePerson, WorkspaceSeed } from "../workspace-seed.ts";
import type { Conversation } from "./channel-store.ts";
import { channelConversationIdOf, channelUserId, type InstalledApp, rosterEntry } from "./channel-wire.ts";

/** Who is in which conversation. */
export interface Rosters {
  readonly teams: readonly Team[];
  /** The team in whose channel a conversation is; nothing for a personal one. */
  teamOf(conversation: Conversation): Team | undefined;
  membersOf(conversation: Conversation): readonly WorkspacePerson[];
  /** The row of a person in a bot's roster. */
  entry(appId: string, person: WorkspacePerson): Record<string, string>;
  /** A member by channel id or object id. */
  find(conversation: Conversation, id: string): WorkspacePerson | undefined;
}

/** The members of the tenant's teams and of its personal chats. */
export function createRosters(seed: WorkspaceSeed): Rosters {
  const byId = new Map(seed.people.map((person) => [person.id, person]));
  const teams = teamsOf(seed).filter(({ roles }) => Object.keys(roles).length > 0);
  const teamOf = ({ holderId }: Conversation): Team | undefined => teams.find(({ id }) => id === holderId);
  const membersOf = (conversation: Conversation): readonly WorkspacePerson[] =>
    memberIdsOf(teamOf(conversation), conversation).flatMap((id) => byId.get(id) ?? []);
  return {
    teams,
    teamOf,
    membersOf,
    entry: (appId, person) => rosterEntry(appId, seed.tenant.id, person),
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
  return [{ id: channelConversationIdOf(appId, team.id), name: team.displayName }];
}

/** Whether an app may be added to teams: its package says so. */
export function isForTeams(app: InstalledApp): boolean {
  return app.scopes?.includes("team") === true;
}

function memberIdsOf(team: Team | undefined, { holderId }: Conversation): readonly string[] {
  return team === undefined ? [holderId] : Object.keys(team.roles);
}
