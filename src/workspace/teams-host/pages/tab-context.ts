import type { HostApp, HostConfiguration, Persona } from "./host-data.ts";
import type { HostLocale, HostTheme } from "./host-state.ts";
import type { PlaceholderValues } from "./tab-url.ts";

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
}

/** The context under the keys the client library turns into `app.Context`. */
export function tabContext(surroundings: TabSurroundings): Readonly<Record<string, unknown>> {
  const { app, configuration, persona, entityId, subEntityId, theme, locale, sessionId } = surroundings;
  const { tenant } = configuration;
  const sharePoint = new URL(configuration.origins.sharePoint);
  return {
    appId: app.id,
    appSessionId: sessionId,
    sessionId,
    locale,
    theme,
    hostName: "Teams",
    hostClientType: "web",
    ringId: "general",
    entityId,
    ...(subEntityId === undefined ? {} : { subEntityId }),
    frameContext: "content",
    userObjectId: persona.id,
    userPrincipalName: persona.userPrincipalName,
    loginHint: persona.userPrincipalName,
    userDisplayName: persona.displayName,
    tid: tenant.id,
    teamSiteDomain: sharePoint.host,
    mySiteDomain: sharePoint.host,
    isFullScreen: false,
    isMultiWindow: false,
  };
}

/** The same facts for the placeholders of the app's addresses. */
export function placeholderValues(surroundings: TabSurroundings): PlaceholderValues {
  const { configuration, persona, entityId, subEntityId, theme, locale, sessionId } = surroundings;
  return {
    locale,
    theme,
    entityId,
    subEntityId: subEntityId ?? "",
    loginHint: persona.userPrincipalName,
    userPrincipalName: persona.userPrincipalName,
    userObjectId: persona.id,
    tid: configuration.tenant.id,
    hostClientType: "web",
    sessionId,
    ringId: "general",
  };
}
