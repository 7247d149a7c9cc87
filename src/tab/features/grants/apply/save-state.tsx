import { mergeClasses } from "@fluentui/react-components";
import { problemText } from "../../../components/problem-view.tsx";
import { useLanguage, useTexts } from "../../../texts/texts-context.ts";
import { useApplyStyles } from "./apply.styles.ts";
import type { DraftSnapshot } from "./draft-saver.ts";
import { instantOf, savedWhen } from "./saved-when.ts";

/** Whether what is typed is on the server; never says so before it is. */
export function SaveStateText({ snapshot }: { readonly snapshot: DraftSnapshot }) {
  const styles = useApplyStyles();
  const texts = useTexts();
  const { apply } = texts;
  const language = useLanguage();
  const { state, problem, draft, notStored } = snapshot;
  const trouble = state === "partly" || state === "retrying" || state === "refused";
  const text = {
    saved: savedWhen(instantOf(draft.savedAt), instantOf(draft.now), texts, language),
    partly: apply.partlySaved(new Set(notStored).size),
    pending: apply.saving,
    saving: apply.saving,
    retrying: apply.notSaved,
    refused: problem ? `${apply.refused}: ${problemText(problem, texts)}` : apply.refused,
  }[state];
  return <output className={mergeClasses(styles.saveState, trouble && styles.saveTrouble)}>{text}</output>;
}
