import { app, HostName, pages } from "@microsoft/teams-js";
import { copyText, webLink } from "./copy-link.ts";
import { type Host, type HostContext, type HostFailure, toHostTheme } from "./host.ts";
import { withLimit } from "./limit.ts";

const INITIALIZE_LIMIT_MS = 8000;
const CONTEXT_LIMIT_MS = 5000;

const failures = {
  "sign-in": [app.FailedReason.AuthFailed, "Nobody could be signed in"],
  timeout: [app.FailedReason.Timeout, "Something did not answer in time"],
  other: [app.FailedReason.Other, "Fremdrift could not be opened"],
} as const satisfies Record<HostFailure, readonly [app.FailedReason, string]>;

/**
 * Joins the Teams host. MSAL must be created strictly after this, else it stays an ordinary client for ever.
 * @throws LimitError when no host answers; teams-js itself would wait 60 s
 */
export async function connectTeamsHost(validMessageOrigins: readonly string[]): Promise<Host> {
  await withLimit(app.initialize([...validMessageOrigins]), INITIALIZE_LIMIT_MS, "Teams");
  const told = await withLimit(app.getContext(), CONTEXT_LIMIT_MS, "Teams").catch((error: unknown) => {
    fail("timeout");
    throw error;
  });
  const context = toHostContext(told);
  return {
    kind: "teams",
    context,
    subscribe(listener) {
      let stopped = false;
      app.registerOnThemeChangeHandler((theme) => {
        if (!stopped) listener({ theme: toHostTheme(theme) });
      });
      // teams-js hands on what the host sends, in whatever shape; asking again gives the one we know.
      const askAgain = async (): Promise<void> => {
        const next = await withLimit(app.getContext(), CONTEXT_LIMIT_MS, "Teams");
        if (!stopped) listener(toHostContext(next));
      };
      app.registerOnContextChangeHandler(() => {
        askAgain().catch(() => undefined);
      });
      return () => {
        stopped = true;
      };
    },
    reportLoaded: () => {
      app.notifyAppLoaded();
    },
    reportSuccess: () => {
      // Where the host promises no answer this resolves at once; a failure changes nothing for the person.
      void Promise.resolve(app.notifySuccess()).catch(() => undefined);
    },
    reportFailure: fail,
    async share(route, label) {
      if (!canShare(told)) return copyText(webLink(route));
      pages.shareDeepLink({ subPageId: route, subPageLabel: label });
      return "shared";
    },
  };
}

/** Joins the host only to say that nothing can be shown, so that it does not wait for it. */
export async function reportStartFailure(reason: HostFailure): Promise<void> {
  // Which hosts to listen to is in the configuration that may be missing; the content policy lets no other page frame us.
  const around = window.location.ancestorOrigins?.[0];
  const origins = around === undefined ? [] : [around];
  await withLimit(app.initialize(origins), INITIALIZE_LIMIT_MS, "Teams");
  fail(reason);
}

function fail(reason: HostFailure): void {
  const [why, message] = failures[reason];
  app.notifyFailure({ reason: why, message });
}

/** Outlook and Microsoft 365 take the call and show nothing, so there the link is copied. */
function canShare({ app: { host } }: app.Context): boolean {
  const isTeams = host.name === HostName.teams || host.name === HostName.teamsModern;
  return isTeams && pages.isSupported();
}

function toHostContext(context: app.Context): HostContext {
  return {
    theme: toHostTheme(context.app.theme),
    locale: context.app.locale,
    userId: context.user?.id,
    loginHint: context.user?.loginHint,
    route: toRoute(context.page.subPageId),
  };
}

/** A deep link's subPageId is a route of the tab; anything else is left alone. */
function toRoute(subPageId: string | undefined): string | undefined {
  const route = subPageId?.replace(/^#/, "");
  return route?.startsWith("/") === true ? route : undefined;
}
