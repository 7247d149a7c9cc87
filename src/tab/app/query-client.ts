import { QueryClient } from "@tanstack/react-query";
import { ApiProblem } from "../host/api-problem.ts";

const MOST_RETRIES = 2;

/**
 * Answers stay fresh until the event stream says otherwise; what fails in passing is asked again twice, never before
 * the service's Retry-After. Writes are repeated by people only: each press carries its key.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (count, error) => count < MOST_RETRIES && error instanceof ApiProblem && error.passing,
        retryDelay: (count, error) => {
          const asked = error instanceof ApiProblem ? error.retryAfterS : undefined;
          return asked === undefined ? 500 * 2 ** count : asked * 1000;
        },
      },
    },
  });
}
