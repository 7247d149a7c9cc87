import { Button, Spinner, Text } from "@fluentui/react-components";
import { useState } from "react";
import { ConsentDialog } from "./consent-dialog.tsx";
import type { HostApp, HostConfiguration, Persona } from "./host-data.ts";
import type { HostLocale, HostTheme, PaneState } from "./host-state.ts";
import { useTexts } from "./host-texts.ts";
import type { LinkTargets } from "./open-link.ts";
import { PeopleDialog } from "./people-dialog.tsx";
import { usePaneStyles } from "./persona-pane.styles.ts";
import { ShareDialog } from "./share-dialog.tsx";
import { useTab } from "./use-tab.ts";

export interface TabFrameProps {
  readonly app: HostApp;
  readonly persona: Persona;
  readonly personas: readonly Persona[];
  readonly pane: PaneState;
  readonly configuration: HostConfiguration;
  readonly theme: HostTheme;
  readonly locale: HostLocale;
  readonly tokenLifetimeS: number | undefined;
  readonly links: LinkTargets;
}

/** What Teams lets its tab frames do. */
const sandbox =
  "allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-modals allow-downloads allow-pointer-lock";

/** An app's page in a frame of its own, directly under the top page (the authentication bridge depends on that). */
export function TabFrame(props: TabFrameProps): React.JSX.Element {
  const [attempt, setAttempt] = useState(0);
  return <OpenTab key={attempt} {...props} onRetry={() => setAttempt((before) => before + 1)} />;
}

function OpenTab(props: TabFrameProps & { readonly onRetry: () => void }): React.JSX.Element {
  const { app, persona, personas, onRetry } = props;
  const styles = usePaneStyles();
  const texts = useTexts();
  const { frame, address, status, question, answered } = useTab(props);
  return (
    <>
      <iframe
        ref={frame}
        className={styles.frame}
        title={`${app.name}: ${persona.displayName}`}
        src={address}
        sandbox={sandbox}
        allow="clipboard-read; clipboard-write"
      />
      {status === "loading" && (
        <div className={styles.over}>
          <Spinner label={texts.tabLoading(app.name)} />
        </div>
      )}
      {status === "failed" && (
        <div className={styles.over} role="alert">
          <Text>{texts.tabFailed(app.name)}</Text>
          <Button onClick={onRetry}>{texts.retry}</Button>
        </div>
      )}
      {question?.kind === "consent" && (
        <ConsentDialog
          app={app}
          persona={persona}
          scope={question.scope}
          onAnswer={(yes) => answered(() => question.answer(yes))}
        />
      )}
      {question?.kind === "people" && (
        <PeopleDialog
          personas={personas}
          inputs={question.inputs}
          onAnswer={(people) => answered(() => question.answer(people))}
        />
      )}
      {question?.kind === "share" && <ShareDialog link={question.link} onClose={() => answered(() => undefined)} />}
    </>
  );
}
