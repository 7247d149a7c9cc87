import { mergeClasses } from "@fluentui/react-components";
import { useOnline } from "../../../host/use-online.ts";
import { useLanguage } from "../../../texts/texts-context.ts";
import { useApplyStyles } from "./apply.styles.ts";
import { useApplyTexts } from "./apply-texts.ts";
import type { DraftSnapshot } from "./draft-saver.ts";
import { saveSentence } from "./save-sentence.ts";

/** Whether what is typed is on the server; never says so before it is. */
export function SaveStateText({ snapshot }: { readonly snapshot: DraftSnapshot }) {
  const styles = useApplyStyles();
  const texts = useApplyTexts();
  const language = useLanguage();
  const online = useOnline();
  const trouble = snapshot.state === "partly" || snapshot.state === "retrying" || snapshot.state === "refused";
  const text = saveSentence(snapshot, online, texts, language);
  return <output className={mergeClasses(styles.saveState, trouble && styles.saveTrouble)}>{text}</output>;
}
