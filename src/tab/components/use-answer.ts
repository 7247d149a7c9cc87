import { type QueryKey, type UseQueryResult, useQuery } from "@tanstack/react-query";
import type * as z from "zod/mini";
import type { ApiProblem } from "../host/api-problem.ts";
import { useSession } from "./session.ts";

/**
 * An answer of the service, kept under a key that equals its topic in the event stream
 * (`["round", key]` for "round:<key>"), so that a change there fetches it again.
 */
export function useAnswer<T>(key: QueryKey, path: string, schema: z.ZodMiniType<T>): UseQueryResult<T, ApiProblem> {
  const { api } = useSession();
  return useQuery<T, ApiProblem>({ queryKey: key, queryFn: ({ signal }) => api.read(path, schema, signal) });
}
