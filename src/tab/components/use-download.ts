import { useState } from "react";
import { toApiProblem } from "../host/api-problem.ts";
import { useTexts } from "../texts/texts-context.ts";
import { problemText } from "./problem-view.tsx";
import { saveFile } from "./save-file.ts";
import { useSession } from "./session.ts";
import { useToast } from "./toasts.ts";

const LIMIT_MS = 30_000;

interface Download {
  /** The path that is on its way, else "". */
  readonly busy: string;
  /**
   * Fetches a file and hands it to the browser; what happened is told in a toast.
   *
   * @param otherwise the name where the answer gives none
   */
  readonly fetch: (path: string, otherwise: string) => Promise<void>;
}

/** Files of the service, which a link cannot fetch since the service wants the token. */
export function useDownload(fetched: (name: string) => string): Download {
  const { api } = useSession();
  const texts = useTexts();
  const toast = useToast();
  const [busy, setBusy] = useState("");
  const fetch = async (path: string, otherwise: string): Promise<void> => {
    setBusy(path);
    try {
      const response = await api.open(path, AbortSignal.timeout(LIMIT_MS));
      toast({ text: fetched(await saveFile(response, otherwise)) });
    } catch (error) {
      toast({ text: problemText(toApiProblem(error), texts), intent: "error" });
    }
    setBusy("");
  };
  return { busy, fetch };
}
