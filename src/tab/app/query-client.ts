import { QueryClient } from "@tanstack/react-query";
import { ApiProblem } from "../host/api-problem.ts";

const MOST_RETRIES = 4;
const FIRST_PAUSE_MS = 500;

/**
 * Answers stay fresh until the event stream says otherwise. What fails in passing is asked again four times within
 * eleven seconds, never before the service's Retry-After; a silence of half a minute is told at once. Writes are repeated
 * by people only, for each press carries its key, and without a network they fail instead of waiting for one unseen.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (count, error) => count < MOST_RETRIES && isPassing(error),
        retryDelay: (count, error) => {
          const asked = error instanceof ApiProblem ? error.retryAfterS : undefined;
          return asked === undefined ? FIRST_PAUSE_MS * 2 ** count * (1 + Math.random() / 2) : asked * 1000;
        },
      },
      mutations: { retry: false, networkMode: "always" },
    },
  });
}

function isPassing(error: unknown): boolean {
  return error instanceof ApiProblem && error.passing && error.code !== "no-answer";
}
