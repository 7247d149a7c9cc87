import { lazy, type ReactNode, Suspense, useEffect, useSyncExternalStore } from "react";
import { Router, useLocation } from "wouter";
import { useHashLocation } from "wouter/use-hash-location";
import { meSchema } from "#contract/me.ts";
import { type Overview, overviewSchema } from "#contract/overview.ts";
import { useSession } from "../components/session.ts";
import { useAnswer } from "../components/use-answer.ts";
import type { HostTheme } from "../host/host.ts";
import { useOnline } from "../host/use-online.ts";
import { useTexts } from "../texts/texts-context.ts";
import { CrashedView } from "./crashed-view.tsx";
import { ErrorBoundary } from "./error-boundary.tsx";
import { Pages } from "./pages.tsx";
import { useShellStyles } from "./shell.styles.ts";
import { ShellBanners } from "./shell-banners.tsx";
import { ShellFooter } from "./shell-footer.tsx";
import { type NavigationRound, ShellNavigation } from "./shell-navigation.tsx";
import { ShellSearch } from "./shell-search.tsx";
import { useChanges } from "./use-changes.ts";
import { useKeptFocus } from "./use-kept-focus.ts";
import { useLanguageChoice } from "./use-language-choice.ts";

const SignInScreen = lazy(async () => ({ default: (await import("./sign-in-screen.tsx")).SignInScreen }));

const MOST_ROUNDS = 4;

/** Frame of all pages; shows the sign-in screen until it is known who is there. */
export function Shell({ theme }: { readonly theme: HostTheme }) {
  const { host } = useSession();
  const me = useAnswer(["me"], "/me", meSchema);
  const overview = useAnswer(["overview"], "/overview", overviewSchema);
  const known = me.data !== undefined;
  const trouble = me.error?.code;
  const asking = trouble === "sign-in-needed";
  useChanges(known);
  useEffect(() => {
    // A host that waits for success puts its own error page over the question who is there.
    if (known || asking) host.reportSuccess();
    else if (trouble !== undefined) host.reportFailure(trouble === "no-answer" ? "timeout" : "other");
  }, [known, asking, trouble, host]);

  if (!known && asking)
    return (
      <ErrorBoundary resetKey="" fallback={<CrashedView />}>
        <Suspense>
          <SignInScreen theme={theme} />
        </Suspense>
      </ErrorBoundary>
    );
  return (
    <Router hook={useHashLocation}>
      <Frame rounds={currentRounds(overview.data)}>
        <PageArea />
      </Frame>
    </Router>
  );
}

interface FrameProps {
  readonly rounds: readonly NavigationRound[];
  readonly children: ReactNode;
}

function Frame({ rounds, children }: FrameProps) {
  const styles = useShellStyles();
  const { shell } = useTexts();
  const [location] = useLocation();
  const me = useAnswer(["me"], "/me", meSchema);
  const online = useOnline();
  const choose = useLanguageChoice(me.data);
  useKeptFocus();
  const { signals } = useSession().api;
  const { signInNeeded } = useSyncExternalStore(signals.subscribe, signals.snapshot);
  return (
    <div className={styles.shell}>
      <a
        className={styles.skip}
        href="#main"
        onClick={(event) => {
          // The hash belongs to the routes.
          event.preventDefault();
          document.getElementById("main")?.focus();
        }}
      >
        {shell.skip}
      </a>
      <ShellNavigation
        rounds={rounds}
        isAdministrator={me.data?.roles.includes("administrator") === true}
        location={location}
        search={<ShellSearch me={me.data} onLanguage={choose} />}
      />
      <main id="main" tabIndex={-1} className={styles.main}>
        <div aria-live="polite">
          <ShellBanners
            online={online}
            signInNeeded={signInNeeded && me.data !== undefined}
            readOnlyLists={me.data?.readOnlyLists ?? []}
          />
        </div>
        {children}
      </main>
      {me.data === undefined ? null : <ShellFooter me={me.data} onLanguage={choose} />}
    </div>
  );
}

function PageArea() {
  const [location] = useLocation();
  return (
    <ErrorBoundary resetKey={location} fallback={<CrashedView />}>
      <Pages />
    </ErrorBoundary>
  );
}

/** Rounds in which something can be done now, the nearest deadline first. */
function currentRounds(overview: Overview | undefined): readonly NavigationRound[] {
  const current = new Set(["open", "closed", "under-review", "recommended"]);
  return (overview?.pools ?? [])
    .flatMap((pool) => pool.rounds.map((round) => ({ ...round, year: pool.year })))
    .filter((round) => current.has(round.status))
    .toSorted((a, b) => (a.closesAt < b.closesAt ? -1 : 1))
    .slice(0, MOST_ROUNDS);
}
