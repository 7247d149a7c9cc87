import { keepPreviousData, type UseQueryResult, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { longestSearch, type SearchAnswer, searchSchema } from "#contract/search.ts";
import { useSession } from "../../components/session.ts";
import type { ApiProblem } from "../../host/api-problem.ts";

/** As long as somebody types on, nothing is asked. */
const PAUSE_MS = 80;

/** What the service has found so far. */
export interface Finding {
  readonly answer: UseQueryResult<SearchAnswer, ApiProblem>;
  /** The answer to what stands in the field is not there yet; a former one stands until it is. */
  readonly waiting: boolean;
}

/** Asks the service for what is typed; what is no longer wanted is given up. */
export function useSearch(typed: string): Finding {
  const { api } = useSession();
  const wanted = typed.trim().slice(0, longestSearch);
  const asked = useSettled(wanted);
  const answer = useQuery<SearchAnswer, ApiProblem>({
    queryKey: ["search", asked],
    queryFn: ({ signal }) => api.read(`/search?q=${encodeURIComponent(asked)}`, searchSchema, signal),
    placeholderData: keepPreviousData,
  });
  return { answer, waiting: asked !== wanted || answer.isPending || answer.isPlaceholderData };
}

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(value);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [value]);
  return settled;
}
