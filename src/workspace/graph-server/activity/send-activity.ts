import * as z from "zod/mini";
import { type GraphReply, type RoutedCall, readBody } from "../http/graph-call.ts";
import { GraphError } from "../http/graph-error.ts";
import type { Route } from "../http/route.ts";
import { limits } from "../limits.ts";
import { denied, findUser, hasAny } from "../people/directory-rights.ts";
import { actorOf } from "../tenant/identity-set.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { faultError } from "../traffic/fault-reply.ts";
import { activitiesInLastMinute, addActivity } from "./activity-notifications.ts";
import { type ActivityType, systemDefault, type TeamsApp } from "./teams-app.ts";

const body = z.object({
  topic: z.object({
    source: z.enum(["text", "entityUrl"]),
    value: z.string().check(z.minLength(1)),
    webUrl: z.optional(z.nullable(z.string())),
  }),
  activityType: z.string().check(z.minLength(1)),
  previewText: z.object({ content: z.string() }),
  templateParameters: z._default(z.array(z.object({ name: z.string(), value: z.string() })), []),
});

type ActivityBody = z.infer<typeof body>;

/**
 * `POST /users/{id}/teamwork/sendActivityNotification`: 204, and the entry stands in the person's feed. Refuses as
 * Microsoft does what the app's manifest does not declare, people who do not have the app, and topics that lead nowhere.
 */
function sendActivityNotification(tenant: Tenant, call: RoutedCall): GraphReply {
  if (!hasAny(call.claims, ["TeamsActivity.Send"])) throw denied();
  const person = findUser(tenant, call.param("user"));
  const sent = readBody(call, body);
  if (call.claims.kind === "delegated" && call.claims.userId === person.id) {
    throw badRequest("The recipient of a notification cannot be its sender.");
  }
  const app = requireApp(tenant, call.claims.appId, person.id);
  const type = requireType(app, sent.activityType);
  requireTopic(tenant, sent.topic);
  if (activitiesInLastMinute(tenant, person.id) >= limits.activitiesPerUserAndMinute) {
    throw faultError(429, limits.throttleWindowMs / 1_000);
  }
  const actor = actorOf(tenant, call.claims).user?.displayName ?? app.name;
  const notification = addActivity(tenant, {
    userId: person.id,
    teamsAppId: app.id,
    appName: app.name,
    activityType: type.type,
    actor,
    text: filledText(type, sent, actor),
    preview: withinLength(sent.previewText.content).slice(0, limits.activityPreviewLength),
    topic: sent.topic.source === "text" ? withinLength(sent.topic.value) : undefined,
    webUrl: sent.topic.webUrl ?? undefined,
  });
  tenant.announceActivity(notification);
  return { status: 204 };
}

function requireApp(tenant: Tenant, clientId: string, userId: string): TeamsApp {
  const apps = tenant.teamsApps().filter((app) => app.clientId === clientId);
  if (apps.length > 1) {
    throw new GraphError(409, "Conflict", "Found multiple applications with the same AAD App ID.");
  }
  const app = apps.find((candidate) => candidate.isInstalledFor(userId));
  if (!app) {
    throw new GraphError(403, "Forbidden", "Application with AAD App Id is not authorized to generate notifications.");
  }
  return app;
}

function requireType(app: TeamsApp, wanted: string): ActivityType {
  const type = [systemDefault, ...app.activityTypes].find((candidate) => candidate.type === wanted);
  if (!type) throw badRequest(`Activity type '${wanted}' is not declared in the application manifest.`);
  return type;
}

/** A text needs an address in Teams; an entity is a resource of Graph. */
function requireTopic(tenant: Tenant, { source, value, webUrl }: ActivityBody["topic"]): void {
  if (source === "entityUrl") {
    if (isBelow(value, ["https://graph.microsoft.com", tenant.origin])) return;
    throw badRequest("The topic's entity URL has to be a Microsoft Graph URL.");
  }
  if (webUrl === undefined || webUrl === null) throw badRequest("A topic of source 'text' needs a webUrl.");
  if (!isBelow(webUrl, [...teamsDomains, tenant.teamsOrigin])) throw badRequest("The webUrl has to be a Teams URL.");
}

const teamsDomains = ["https://teams.microsoft.com", "https://teams.cloud.microsoft"];

function isBelow(url: string, origins: readonly string[]): boolean {
  return URL.canParse(url) && origins.includes(new URL(url).origin);
}

/** The type's text with the parameters in it; a placeholder nobody filled is refused. */
function filledText(type: ActivityType, sent: ActivityBody, actor: string): string {
  const values = new Map(sent.templateParameters.map(({ name, value }) => [name, value]));
  values.set("actor", actor);
  const text = type.templateText.replace(/\{(\w+)\}/gu, (_, name: string) => {
    const value = values.get(name);
    if (value === undefined) throw badRequest(`The template parameter '${name}' is missing.`);
    return value;
  });
  return withinLength(text);
}

function withinLength(text: string): string {
  if (text.length <= limits.activityTextLength) return text;
  throw badRequest(`A text of a notification may have ${limits.activityTextLength} characters.`);
}

function badRequest(message: string): GraphError {
  return new GraphError(400, "BadRequest", message);
}

/** The activity feed of Teams. */
export const activityRoutes: readonly Route[] = [
  {
    method: "POST",
    pattern: "/users/{user}/teamwork/sendActivityNotification",
    cost: 1,
    handle: sendActivityNotification,
  },
];
