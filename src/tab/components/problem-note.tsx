import { MessageBar, MessageBarBody, makeStyles } from "@fluentui/react-components";
import type { ApiProblem } from "../host/api-problem.ts";
import { useTexts } from "../texts/texts-context.ts";
import { problemText } from "./problem-view.tsx";

const useStyles = makeStyles({ note: { marginTop: "12px" } });

/** A refused or failed act, told where it was pressed. */
export function ProblemNote({ problem }: { readonly problem: ApiProblem }) {
  const styles = useStyles();
  const texts = useTexts();
  return (
    <MessageBar intent="error" className={styles.note} layout="multiline">
      <MessageBarBody role="alert">
        {problemText(problem, texts)}
        {problem.requestId === "" ? null : ` ${texts.shell.errorId(problem.requestId)}`}
      </MessageBarBody>
    </MessageBar>
  );
}
