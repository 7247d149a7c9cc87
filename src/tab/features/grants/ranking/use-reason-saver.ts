import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";
import { rankingSchema } from "#contract/ranking.ts";
import { useSession } from "../../../components/session.ts";
import { newCommandKey } from "../../../host/command-key.ts";
import { ReasonSaver } from "./reason-saver.ts";

/** The saver of a round's reasons; leaving the page or hiding it saves, and what waits keeps the page from closing. */
export function useReasonSaver(roundKey: string): ReasonSaver {
  const { api } = useSession();
  const queries = useQueryClient();
  const [saver] = useState(
    () =>
      new ReasonSaver(async (written, closing) => {
        const request = { ...written, commandKey: newCommandKey() };
        const view = await api.send("PUT", `/rounds/${roundKey}/reason`, request, rankingSchema, closing);
        queries.setQueryData(["ranking", roundKey], view);
      }),
  );
  useSyncExternalStore(saver.subscribe, saver.version);
  useEffect(() => {
    const hide = (): void => {
      if (document.visibilityState === "hidden") void saver.flush(true);
    };
    const close = (event: BeforeUnloadEvent): void => {
      if (saver.isWaiting()) event.preventDefault();
      void saver.flush(true);
    };
    document.addEventListener("visibilitychange", hide);
    window.addEventListener("beforeunload", close);
    return () => {
      document.removeEventListener("visibilitychange", hide);
      window.removeEventListener("beforeunload", close);
      void saver.flush();
    };
  }, [saver]);
  return saver;
}
