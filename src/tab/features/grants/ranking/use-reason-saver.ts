import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { rankingSchema } from "#contract/ranking.ts";
import { saverKeeper, useKeptSaver } from "../../../components/kept-savers.ts";
import { useSession } from "../../../components/session.ts";
import type { Api } from "../../../host/api.ts";
import { newCommandKey } from "../../../host/command-key.ts";
import { ReasonSaver } from "./reason-saver.ts";

const keep = saverKeeper<ReasonSaver>();

function saverOf(api: Api, queries: QueryClient, roundKey: string): ReasonSaver {
  const queryKey = ["ranking", roundKey];
  return new ReasonSaver(async (written, closing) => {
    const request = { ...written, commandKey: newCommandKey() };
    const view = await api.send("PUT", `/rounds/${roundKey}/reason`, request, rankingSchema, closing);
    // A list asked for before this was saved must not come after it.
    await queries.cancelQueries({ queryKey });
    queries.setQueryData(queryKey, view);
  });
}

/** The saver of a round's reasons; leaving the page or hiding it saves, and what waits is found again. */
export function useReasonSaver(roundKey: string): ReasonSaver {
  const { api } = useSession();
  const queries = useQueryClient();
  const saver = useMemo(() => keep(api, roundKey, () => saverOf(api, queries, roundKey)), [api, queries, roundKey]);
  useKeptSaver(
    saver,
    useCallback((closing) => void saver.flush(closing), [saver]),
  );
  return saver;
}
