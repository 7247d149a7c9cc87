import { useEffect, useState } from "react";
import { SOON_MS, useLate } from "../components/use-late.ts";
import { LimitError } from "../host/limit.ts";
import { systemTheme } from "../host/system-theme.ts";
import { startTexts } from "../texts/start-texts.ts";
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
  return <StartFailed reason={start.error instanceof LimitError ? "hostSilent" : "failed"} />;
}

/** Nobody has said yet which language the reader speaks, so it stands in both. */
function StartFailed({ reason }: { readonly reason: "failed" | "hostSilent" }) {
  const { da, en } = startTexts;
  return (
    <StartScreen
      theme={systemTheme()}
      title={da.failedTitle}
      text={da[reason]}
      note={
        <p lang="en" style={{ margin: 0 }}>
          <strong>{en.failedTitle}</strong>
          <br />
          {en[reason]}
        </p>
      }
      action={
        <span>
          {da.retry} / <span lang="en">{en.retry}</span>
        </span>
      }
      onAction={() => {
        // A host that has failed once is never asked again by the same page.
        window.location.reload();
      }}
    />
  );
}

/** The same picture as tab.html shows before any script, so that nothing jumps; its words have waited since then. */
function StartingSkeleton() {
  const [wordsIn] = useState(() => SOON_MS - performance.now());
  const isLate = useLate(wordsIn);
  const { appName, da, en } = startTexts;
  return (
    <div className="start" aria-busy="true">
      <h1>{appName}</h1>
      <p style={{ visibility: isLate ? "visible" : "hidden" }}>
        {da.opening} / <span lang="en">{en.opening}</span>
      </p>
      <div />
      <div />
      <div />
    </div>
  );
}
