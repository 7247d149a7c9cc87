import { app, pages } from "@microsoft/teams-js";
import { type Host, type HostContext, toHostTheme } from "./host.ts";
import { withLimit } from "./limit.ts";

const INITIALIZE_LIMIT_MS = 8000;
const CONTEXT_LIMIT_MS = 5000;

/**
 * Joins the Teams host. MSAL must be created strictly after this, else it stays an ordinary client for ever.
 * @throws LimitError when no host answers; teams-js itself would wait 60 s
 */
export async function connectTeamsHost(validMessageOrigins: readonly string[]): Promise<Host> {
  await withLimit(app.initialize([...validMessageOrigins]), INITIALIZE_LIMIT_MS, "Teams");
  const context = toHostContext(await withLimit(app.getContext(), CONTEXT_LIMIT_MS, "Teams"));
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
    reportFailure: (message) => {
      app.notifyFailure({ reason: app.FailedReason.Other, message });
    },
    share(route, label) {
      pages.shareDeepLink({ subPageId: route, subPageLabel: label });
      return Promise.resolve("shared");
    },
  };
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
