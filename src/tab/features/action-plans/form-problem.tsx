import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import { ProblemNote } from "../../components/problem-note.tsx";
import type { ApiProblem } from "../../host/api-problem.ts";
import { usePlanTexts } from "./plan-texts.ts";

interface FormProblemProps {
  readonly problem: ApiProblem | null;
  /** Fields are marked without the service having been asked. */
  readonly isWrong: boolean;
}

/** Why a form was not sent: what is marked, or what the service said beyond its fields. */
export function FormProblem({ problem, isWrong }: FormProblemProps) {
  const { form } = usePlanTexts();
  const isMarked = isWrong || (problem !== null && problem.fields.length > 0);
  if (isMarked) {
    return (
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody role="alert">{form.wrong}</MessageBarBody>
      </MessageBar>
    );
  }
  return problem === null ? null : <ProblemNote problem={problem} />;
}
