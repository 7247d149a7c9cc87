import { useState } from "react";
import { type AnswerFileView, answerFileSchema } from "#contract/consultations.ts";
import { largestAnswerFile } from "#domain/consultations/answer-file.ts";
import { useSession } from "../../components/session.ts";
import { type ApiProblem, toApiProblem } from "../../host/api-problem.ts";
import { newCommandKey } from "../../host/command-key.ts";

export interface AnswerFilesState {
  readonly files: readonly AnswerFileView[];
  /** The file on its way, else "". */
  readonly adding: string;
  /** Why the last one was not attached: too large to be sent, or what the service said. */
  readonly problem: { readonly tooLarge: string } | ApiProblem | undefined;
  readonly add: (chosen: readonly File[]) => Promise<void>;
  readonly remove: (sha256: string) => void;
}

/**
 * The documents of an answer that is being written. Each is stored when it is chosen, so that only its name is left to send; what
 * is refused is told, and the others stay.
 *
 * @param before documents of the answer that this one takes the place of
 */
export function useAnswerFiles(partyKey: string, before: readonly AnswerFileView[] = []): AnswerFilesState {
  const { api } = useSession();
  const [files, setFiles] = useState(before);
  const [adding, setAdding] = useState("");
  const [problem, setProblem] = useState<AnswerFilesState["problem"]>();
  const add = async (chosen: readonly File[]): Promise<void> => {
    setProblem(undefined);
    for (const file of chosen) {
      if (file.size > largestAnswerFile) {
        setProblem({ tooLarge: file.name });
        continue;
      }
      setAdding(file.name);
      try {
        const body = { name: file.name, content: await base64Of(file), commandKey: newCommandKey() };
        const added = await api.send("POST", `/parties/${partyKey}/files`, body, answerFileSchema);
        setFiles((now) => [...now.filter(({ sha256 }) => sha256 !== added.sha256), added]);
      } catch (error) {
        setProblem(toApiProblem(error));
      }
    }
    setAdding("");
  };
  const remove = (gone: string): void => {
    setFiles((now) => now.filter(({ sha256 }) => sha256 !== gone));
  };
  return { files, adding, problem, add, remove };
}

/** A file's bytes in base64. */
async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x80_00) text += String.fromCodePoint(...bytes.subarray(at, at + 0x80_00));
  return btoa(text);
}
