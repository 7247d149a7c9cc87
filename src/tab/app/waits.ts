import type { Query, QueryClient } from "@tanstack/react-query";
import { ApiProblem } from "../host/api-problem.ts";

/** Why the answers on the screen wait: the pause that ends last of those the service has asked for, if any. */
export function longestPause(queries: QueryClient): ApiProblem | undefined {
  return laterOf(...waiting(queries).map(({ problem }) => problem));
}

/** The problem whose pause ends last. */
export function laterOf(...problems: readonly (ApiProblem | undefined)[]): ApiProblem | undefined {
  return problems.reduce((last, next) => ((next?.retryAt ?? 0) > (last?.retryAt ?? 0) ? next : last), undefined);
}

/**
 * Stops asking again for answers that wait (T02): where nothing has been shown yet the problem is, with "Prøv igen".
 * Saves are no answers; they stay queued.
 */
export function stopWaiting(queries: QueryClient): void {
  for (const { query, problem } of waiting(queries)) {
    void query.cancel({ revert: true });
    if (query.state.data === undefined) query.setState({ status: "error", error: problem });
  }
}

function waiting(queries: QueryClient): readonly { readonly query: Query; readonly problem: ApiProblem }[] {
  const found = queries.getQueryCache().findAll({ fetchStatus: "fetching" });
  return found.flatMap((query) => {
    const problem: unknown = query.state.fetchFailureReason;
    return problem instanceof ApiProblem && problem.retryAt !== undefined ? [{ query, problem }] : [];
  });
}
