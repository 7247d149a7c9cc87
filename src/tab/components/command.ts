import { type QueryKey, type UseMutationResult, useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import type * as z from "zod/mini";
import type { Api, WriteMethod } from "../host/api.ts";
import { type ApiProblem, toApiProblem } from "../host/api-problem.ts";
import { newCommandKey } from "../host/command-key.ts";
import { useSession } from "./session.ts";

/** One write a person asks for. */
export interface Command<T> {
  readonly method: WriteMethod;
  readonly path: string;
  /** Beside the command key. */
  readonly body?: Readonly<Record<string, unknown>>;
  readonly schema: z.ZodMiniType<T>;
  /** Where the answer is kept; other answers are fetched again. */
  readonly answers?: QueryKey;
}

/**
 * Runs commands. A press that failed in passing is repeated with the same key, so it happens once whatever was lost on
 * the way; another command gets a key of its own.
 */
export function useCommand<T>(): UseMutationResult<T, ApiProblem, Command<T>> {
  const { api } = useSession();
  const queries = useQueryClient();
  const unanswered = useRef<{ readonly intention: string; readonly key: string }>(undefined);
  return useMutation<T, ApiProblem, Command<T>>({
    mutationFn: async (command) => {
      const intention = JSON.stringify([command.method, command.path, command.body]);
      const before = unanswered.current;
      const key = before?.intention === intention ? before.key : newCommandKey();
      unanswered.current = { intention, key };
      try {
        const answer = await sendCommand(api, command, key);
        unanswered.current = undefined;
        return answer;
      } catch (error) {
        const problem = toApiProblem(error);
        if (!problem.passing) unanswered.current = undefined;
        throw problem;
      }
    },
    onSuccess: (answer, { answers }) => {
      if (answers) queries.setQueryData(answers, answer);
    },
    onSettled: () => void queries.invalidateQueries(),
  });
}

function sendCommand<T>(api: Api, command: Command<T>, commandKey: string): Promise<T> {
  return api.send(command.method, command.path, { ...command.body, commandKey }, command.schema);
}
