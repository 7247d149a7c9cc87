import { useEffect, useState } from "react";
import { LimitError } from "../host/limit.ts";
import { systemTheme } from "../host/system-theme.ts";
import { shell } from "../texts/da/shell.ts";
import { StartScreen } from "./start-screen.tsx";
import { type StartedTab, startTab } from "./start-tab.ts";
import { StartedApp } from "./started-app.tsx";

type Start =
  | { readonly state: "starting" }
  | { readonly state: "failed"; readonly error: unknown }
  | ({ readonly state: "started" } & StartedTab);

// StrictMode mounts twice; the host must be joined once.
let running: Promise<StartedTab> | undefined;

/** The whole tab: starts, then shows the app; until then the skeleton of the page itself stands in the window. */
export function Tab() {
  const [start, setStart] = useState<Start>({ state: "starting" });
  useEffect(() => {
    let gone = false;
    running ??= startTab();
    running
      .then((started) => {
        if (!gone) setStart({ state: "started", ...started });
      })
      .catch((error: unknown) => {
        if (!gone) setStart({ state: "failed", error });
      });
    return () => {
      gone = true;
    };
  }, []);

  if (start.state === "started") return <StartedApp config={start.config} host={start.host} danish={start.danish} />;
  if (start.state === "starting") return <StartingSkeleton />;
  return (
    <StartScreen
      theme={systemTheme()}
      title={shell.startFailedTitle}
      text={start.error instanceof LimitError ? shell.hostSilent : shell.startFailed}
      action={shell.retry}
      onAction={() => {
        // A host that has failed once is never asked again by the same page.
        window.location.reload();
      }}
    />
  );
}

/** The same picture as tab.html shows before any script, so that nothing jumps. */
function StartingSkeleton() {
  return (
    <div className="start" aria-busy="true">
      <h1>{shell.appName}</h1>
      <div />
      <div />
      <div />
    </div>
  );
}
