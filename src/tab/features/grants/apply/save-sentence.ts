import type { Language } from "#domain/shared/language.ts";
import { problemText } from "../../../components/problem-view.tsx";
import type { ApplyTexts } from "./apply-texts.ts";
import type { DraftSnapshot } from "./draft-saver.ts";
import { instantOf, savedWhen } from "./saved-when.ts";

/**
 * Whether what is typed is on the server, in one sentence that is true at every moment (T30): "Gemt" is said of what
 * the service has confirmed alone, and what waits is said to wait for what it waits for.
 */
export function saveSentence(snapshot: DraftSnapshot, online: boolean, texts: ApplyTexts, language: Language): string {
  const { state, problem, draft, notStored } = snapshot;
  const { apply } = texts;
  if (state === "saved") return savedWhen(instantOf(draft.savedAt), instantOf(draft.now), texts, language);
  if (state === "partly") return apply.partlySaved(new Set(notStored).size);
  if (state === "refused") return problem ? `${apply.refused}: ${problemText(problem, texts)}` : apply.refused;
  if (!online) return apply.notSavedOffline;
  if (state !== "retrying") return apply.saving;
  return problem?.code === "sign-in-needed" ? apply.notSavedSignIn : apply.notSaved;
}
