import { Button } from "@fluentui/react-components";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import { useSession } from "../components/session.ts";
import type { ApiProblem } from "../host/api-problem.ts";
import { useTexts } from "../texts/texts-context.ts";
import { useShellStyles } from "./shell.styles.ts";
import { laterOf, longestPause, stopWaiting } from "./waits.ts";

/**
 * Says that the service has asked for a pause, for how long, and lets the person stop waiting (T01, T02). A save that
 * waits goes on waiting: its own line says so.
 */
export function BusyBanner() {
  const problem = usePause();
  const [stopped, setStopped] = useState<ApiProblem>();
  const queries = useQueryClient();
  if (problem === undefined || problem === stopped) return null;
  return (
    <Countdown
      key={problem.at}
      problem={problem}
      onStop={() => {
        stopWaiting(queries);
        setStopped(problem);
      }}
    />
  );
}

function Countdown({ problem, onStop }: { readonly problem: ApiProblem; readonly onStop: () => void }) {
  const styles = useShellStyles();
  const { shell } = useTexts();
  const left = useSecondsUntil(problem.retryAt ?? 0);
  // Read aloud once; the figures that follow are for the eye.
  const [atFirst] = useState(left);
  if (left <= 0) return null;
  const words = shell.busy[problem.code === "throttled" ? "sharePoint" : "service"];
  return (
    <div className={styles.banner}>
      <span className={styles.aloud}>{words(shell.seconds(atFirst))}</span>
      <span aria-hidden>{words(`${left} s`)}</span>
      <Button size="small" onClick={onStop}>
        {shell.stopWaiting}
      </Button>
    </div>
  );
}

/** The longest pause that something on the screen waits for. */
function usePause(): ApiProblem | undefined {
  const queries = useQueryClient();
  const { signals } = useSession().api;
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = [queries.getQueryCache().subscribe(listener), signals.subscribe(listener)];
      return () => {
        for (const stop of stops) stop();
      };
    },
    [queries, signals],
  );
  return useSyncExternalStore(subscribe, () => laterOf(longestPause(queries), signals.snapshot().saveWaits));
}

function useSecondsUntil(moment: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now());
    }, 1000);
    return () => {
      clearInterval(timer);
    };
  }, []);
  return Math.ceil((moment - now) / 1000);
}
