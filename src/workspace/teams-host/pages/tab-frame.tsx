import { Button, Spinner, Text } from "@fluentui/react-components";
import { useState } from "react";
import { ConsentDialog, StepUpDialog } from "./consent-dialog.tsx";
import { useTexts } from "./host-texts.ts";
import { PeopleDialog } from "./people-dialog.tsx";
import { usePaneStyles } from "./persona-pane.styles.ts";
import { ShareAddressDialog, ShareDialog } from "./share-dialog.tsx";
import { TabDialog } from "./tab-dialog.tsx";
import type { TabFrameProps, TabHost } from "./tab-page.ts";
import { type OpenedTab, useTab } from "./use-tab.ts";

/** What Teams lets its tab frames do. */
const sandbox =
  "allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-modals allow-downloads allow-pointer-lock";

/** An app's page in a frame of its own, directly under the top page (the authentication bridge depends on that). */
export function TabFrame(props: TabFrameProps): React.JSX.Element {
  const [attempt, setAttempt] = useState(0);
  return <OpenTab key={attempt} {...props} onRetry={() => setAttempt((before) => before + 1)} />;
}

function OpenTab(props: TabFrameProps & { readonly onRetry: () => void }): React.JSX.Element {
  const { app, persona } = props.host;
  const styles = usePaneStyles();
  const texts = useTexts();
  const { frame, address, status, question, openDialog, link, dialogLink, answered } = useTab(props);
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
          <Button onClick={props.onRetry}>{texts.retry}</Button>
        </div>
      )}
      <Question question={question} answered={answered} host={props.host} />
      {openDialog !== undefined && (
        <TabDialog
          tab={{ link, dialogLink }}
          dialog={openDialog}
          opener={props}
          renderPage={(inside) => <TabFrame {...inside} />}
        />
      )}
    </>
  );
}

/** What the page asks the person, over everything. */
function Question({
  question,
  answered,
  host,
}: Pick<OpenedTab, "question" | "answered"> & { readonly host: TabHost }): React.JSX.Element | null {
  switch (question?.kind) {
    case "consent":
      return (
        <ConsentDialog
          app={host.app}
          persona={host.persona}
          scope={question.scope}
          onAnswer={(yes) => answered(() => question.answer(yes))}
        />
      );
    case "step-up":
      return <StepUpDialog app={host.app} onAnswer={(yes) => answered(() => question.answer(yes))} />;
    case "people":
      return (
        <PeopleDialog
          personas={host.personas}
          inputs={question.inputs}
          onAnswer={(people) => answered(() => question.answer(people))}
        />
      );
    case "share":
      return <ShareDialog link={question.link} onClose={() => answered(() => undefined)} />;
    case "share-address":
      return <ShareAddressDialog address={question.address} onClose={() => answered(() => undefined)} />;
    case undefined:
      return null;
  }
}
