import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { type ApiProblem, toApiProblem } from "../host/api-problem.ts";
import { PageSkeleton } from "./page-skeleton.tsx";
import { ProblemView } from "./problem-view.tsx";

interface AnswerViewProps<T> {
  readonly answer: UseQueryResult<T, ApiProblem>;
  readonly children: (data: T) => ReactNode;
}

/**
 * The page for an answer: a skeleton while it is on the way, the problem when there is none. What has been shown once
 * stays while a later fetch fails; access taken away since is the exception.
 */
export function AnswerView<T>({ answer, children }: AnswerViewProps<T>) {
  const gone = answer.error?.status === 403 || answer.error?.status === 404;
  if (answer.data !== undefined && !gone) return children(answer.data);
  if (answer.error) {
    return <ProblemView problem={toApiProblem(answer.error)} retry={() => void answer.refetch()} />;
  }
  return <PageSkeleton />;
}
