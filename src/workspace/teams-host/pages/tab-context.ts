import type { HostApp, HostConfiguration, Persona, Team } from "./host-data.ts";
import type { HostLocale, HostTheme } from "./host-state.ts";
import { clientTypes, type FrameContext } from "./tab-runtime.ts";
import type { PlaceholderValues } from "./tab-url.ts";
import type { HostClient } from "./test-bench.ts";

/** The one channel every team has, by the name Teams gives it in Danish tenants. */
export const generalChannel = "Generelt";

/** What a tab is told about where it runs and for whom. Nothing in it proves anything: any page can claim it. */
export interface TabSurroundings {
  readonly app: HostApp;
  readonly configuration: HostConfiguration;
  readonly persona: Persona;
  readonly entityId: string;
  readonly subEntityId: string | undefined;
  readonly theme: HostTheme;
  readonly locale: HostLocale;
  readonly sessionId: string;
  readonly client: HostClient;
  readonly frameContext: FrameContext;
  /** The team whose general channel the page stands in; undefined in the personal app. */
  readonly team: Team | undefined;
}

/** The context under the keys the client library turns into `app.Context`. */
export function tabContext(surroundings: TabSurroundings): Readonly<Record<string, unknown>> {
  const { app, configuration, persona, entityId, subEntityId, theme, locale, sessionId } = surroundings;
  const { tenant } = configuration;
  const { client, frameContext, team } = surroundings;
  const sharePoint = new URL(configuration.origins.sharePoint);
  return {
    appId: app.id,
    appSessionId: sessionId,
    sessionId,
    locale,
    theme,
    hostName: client === "outlook" ? "Outlook" : "Teams",
    hostClientType: clientTypes[client],
    ringId: "general",
    entityId,
    ...(subEntityId === undefined ? {} : { subEntityId }),
    frameContext,
    userObjectId: persona.id,
    userPrincipalName: persona.userPrincipalName,
    loginHint: persona.userPrincipalName,
    userDisplayName: persona.displayName,
    tid: tenant.id,
    teamSiteDomain: sharePoint.host,
    ...(team === undefined ? {} : channelOf(team, persona, sharePoint.origin)),
    mySiteDomain: sharePoint.host,
    isFullScreen: false,
    isMultiWindow: false,
  };
}

function channelOf(team: Team, persona: Persona, sharePoint: string): Readonly<Record<string, unknown>> {
  return {
    teamId: team.id,
    teamName: team.displayName,
    groupId: team.groupId,
    // The library's numbers for owner and member.
    userTeamRole: team.roles[persona.id] === "owner" ? 0 : 1,
    channelId: team.id,
    channelName: generalChannel,
    channelType: "Regular",
    teamSiteUrl: sharePoint + team.sitePath,
    teamSitePath: team.sitePath,
  };
}

/** The same facts for the placeholders of the app's addresses. */
export function placeholderValues(surroundings: TabSurroundings): PlaceholderValues {
  const { configuration, persona, entityId, subEntityId, theme, locale, sessionId, client, team } = surroundings;
  return {
    locale,
    theme,
    entityId,
    subEntityId: subEntityId ?? "",
    loginHint: persona.userPrincipalName,
    userPrincipalName: persona.userPrincipalName,
    userObjectId: persona.id,
    tid: configuration.tenant.id,
    hostClientType: clientTypes[client],
    hostName: client === "outlook" ? "Outlook" : "Teams",
    teamId: team?.id ?? "",
    groupId: team?.groupId ?? "",
    channelId: team?.id ?? "",
    channelName: team === undefined ? "" : generalChannel,
    sessionId,
    ringId: "general",
  };
}
