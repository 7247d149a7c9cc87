import { mergeClasses } from "@fluentui/react-components";
import { problemText } from "../../../components/problem-view.tsx";
import { useFormat } from "../../../components/use-format.ts";
import { useTexts } from "../../../texts/texts-context.ts";
import { useApplyStyles } from "./apply.styles.ts";
import type { DraftSnapshot } from "./draft-saver.ts";

/** Whether what is typed is on the server; never says so before it is. */
export function SaveStateText({ snapshot }: { readonly snapshot: DraftSnapshot }) {
  const styles = useApplyStyles();
  const texts = useTexts();
  const { apply } = texts;
  const format = useFormat();
  const { state, problem, draft, notStored } = snapshot;
  const trouble = state === "partly" || state === "retrying" || state === "refused";
  const text = {
    saved: apply.savedAt(format.time(draft.savedAt)),
    partly: apply.partlySaved(new Set(notStored).size),
    pending: apply.saving,
    saving: apply.saving,
    retrying: apply.notSaved,
    refused: problem ? `${apply.refused}: ${problemText(problem, texts)}` : apply.refused,
  }[state];
  return <output className={mergeClasses(styles.saveState, trouble && styles.saveTrouble)}>{text}</output>;
}
