import type { Context, Hono } from "hono";
import type { Team } from "../teams-host/teams.ts";
import type { Conversation } from "./channel-store.ts";
import type { ConnectorEnv } from "./connector-api.ts";
import { refusal } from "./connector-refusal.ts";
import { type Rosters, teamChannelsOf } from "./rosters.ts";

type Ctx = Context<ConnectorEnv>;
type InConversation = (c: Ctx, act: (conversation: Conversation) => Response) => Promise<Response>;

const mostPerPage = 500;

/** Who is in a conversation, and which teams and channels there are, as bots may ask. */
export function mountRoster(api: Hono<ConnectorEnv>, rosters: Rosters, inConversation: InConversation): void {
  const entries = (conversation: Conversation): Record<string, string>[] =>
    rosters.membersOf(conversation).map((person) => rosters.entry(conversation.appId, person));
  const base = "/v3/conversations/:conversation";
  api.get(`${base}/members`, (c) => inConversation(c, (found) => c.json(entries(found))));
  api.get(`${base}/pagedmembers`, (c) => inConversation(c, (found) => c.json(pageOf(c, entries(found)))));
  api.get(`${base}/members/:member`, (c) =>
    inConversation(c, (found) => {
      const person = rosters.find(found, c.req.param("member"));
      return person === undefined
        ? refusal(404, "MemberNotFoundInConversation", "The member was not found in the conversation.")
        : c.json(rosters.entry(found.appId, person));
    }),
  );
  api.get("/v3/teams/:team", (c) =>
    withTeam(c, rosters, ({ id, displayName, groupId, roles }) =>
      c.json({
        id,
        name: displayName,
        aadGroupId: groupId,
        channelCount: 1,
        memberCount: Object.keys(roles).length,
      }),
    ),
  );
  api.get("/v3/teams/:team/conversations", (c) =>
    withTeam(c, rosters, (team) => c.json({ conversations: teamChannelsOf(team, c.get("appId")) })),
  );
}

/** The page size is what the bot asks for, at most 500; the token is where the next page begins. */
function pageOf(c: Ctx, all: readonly Record<string, string>[]): object {
  const start = Number(c.req.query("continuationToken") ?? "0");
  const size = Math.min(Math.max(Number(c.req.query("pageSize") ?? mostPerPage) || mostPerPage, 1), mostPerPage);
  const end = start + size;
  return { members: all.slice(start, end), ...(end < all.length ? { continuationToken: String(end) } : {}) };
}

function withTeam(c: Ctx, { teams }: Rosters, act: (team: Team) => Response): Response {
  const team = teams.find(({ id }) => id === c.req.param("team"));
  return team === undefined ? refusal(404, "TeamNotFound", "The team was not found.") : act(team);
}
