import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { ApiProblem } from "../host/api-problem.ts";
import type { Texts } from "../texts/da.ts";
import { useTexts } from "../texts/texts-context.ts";
import { hrefOf, routes } from "./routes.ts";

const useStyles = makeStyles({
  view: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: "8px",
    maxWidth: "1120px",
    marginInline: "auto",
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600 },
  text: { margin: 0, maxWidth: "640px" },
  id: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, overflowWrap: "anywhere" },
  next: { marginTop: "12px" },
});

/** The sentence of a problem: the service's own, else ours. */
export function problemText(problem: ApiProblem, texts: Texts): string {
  if (problem.code === "offline") return texts.shell.errorOffline;
  if (problem.code === "sign-in-needed") return texts.shell.signInAgain;
  return problem.detail === "" ? texts.shell.errorUnexpected : problem.detail;
}

/** What stands where a page could not be shown: what happened, the number to give to support, one next step. */
export function ProblemView({ problem, retry }: { readonly problem: ApiProblem; readonly retry: () => void }) {
  const styles = useStyles();
  const { shell } = useTexts();
  const texts = useTexts();
  const closed = problem.status === 403;
  const absent = problem.status === 404;
  // The bar above asks for the sign-in; the page comes by itself afterwards.
  const asking = problem.code === "sign-in-needed";
  const fallback = closed ? shell.noAccess : shell.notFound;
  const text = closed || absent ? problem.detail || fallback : problemText(problem, texts);
  return (
    <div className={styles.view} role="alert">
      <h1 className={styles.title}>{titleOf(problem, texts)}</h1>
      <p className={styles.text}>{text}</p>
      {problem.requestId === "" ? null : <p className={styles.id}>{shell.errorId(problem.requestId)}</p>}
      {asking ? null : closed || absent ? (
        <Button as="a" href={hrefOf(routes.overview)} appearance="primary" className={styles.next}>
          {shell.toOverview}
        </Button>
      ) : (
        <Button appearance="primary" onClick={retry} className={styles.next}>
          {shell.retry}
        </Button>
      )}
    </div>
  );
}

function titleOf({ status, code }: ApiProblem, { shell }: Texts): string {
  if (code === "sign-in-needed") return shell.signInTitle;
  if (status === 403) return shell.noAccessTitle;
  return status === 404 ? shell.notFoundTitle : shell.errorTitle;
}
