import { MessageBar, MessageBarBody, makeStyles } from "@fluentui/react-components";
import type { ApiProblem } from "../host/api-problem.ts";
import type { Texts } from "../texts/da.ts";
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
        {`${problemText(problem, texts)} ${whatNow(problem, texts)}`.trimEnd()}
        {problem.requestId === "" ? null : ` ${texts.shell.errorId(problem.requestId)}`}
      </MessageBarBody>
    </MessageBar>
  );
}

/** What is kept and what to do, for problems whose own sentence says only what happened (U12). */
function whatNow({ status, code }: ApiProblem, { shell }: Texts): string {
  const { refused, closed, gone, failed, again } = shell.afterRefusal;
  if (code === "offline") return failed;
  if (status === 404) return gone;
  if (status === 403) return closed;
  if (status === 409) return refused;
  // Sign-in, waiting and missing fields say both themselves.
  if ([0, 401, 422, 503].includes(status)) return "";
  return status === 502 ? again : failed;
}
