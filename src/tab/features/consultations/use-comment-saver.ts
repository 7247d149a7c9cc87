import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { consultationPageSchema } from "#contract/consultations.ts";
import { saverKeeper, useKeptSaver } from "../../components/kept-savers.ts";
import { useSession } from "../../components/session.ts";
import type { Api } from "../../host/api.ts";
import { newCommandKey } from "../../host/command-key.ts";
import { CommentSaver } from "./comment-saver.ts";

const keep = saverKeeper<CommentSaver>();

function saverOf(api: Api, queries: QueryClient, consultationKey: string): CommentSaver {
  const queryKey = ["consultation", consultationKey];
  return new CommentSaver(async (partyKey, comment, closing) => {
    const request = { ...comment, commandKey: newCommandKey() };
    const page = await api.send("PUT", `/parties/${partyKey}/comment`, request, consultationPageSchema, closing);
    // A page asked for before this was saved must not come after it.
    await queries.cancelQueries({ queryKey });
    queries.setQueryData(queryKey, page);
    return page.parties.find(({ key }) => key === partyKey)?.comment?.at;
  });
}

/** The saver of a consultation's comments; leaving the page or hiding it saves, and what waits is found again. */
export function useCommentSaver(consultationKey: string): CommentSaver {
  const { api } = useSession();
  const queries = useQueryClient();
  const saver = useMemo(
    () => keep(api, consultationKey, () => saverOf(api, queries, consultationKey)),
    [api, queries, consultationKey],
  );
  useKeptSaver(
    saver,
    useCallback((closing) => void saver.flush(closing), [saver]),
  );
  return saver;
}
