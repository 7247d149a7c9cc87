import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowDownloadRegular } from "@fluentui/react-icons/svg/arrow-download";
import { useState } from "react";
import { problemText } from "../../../components/problem-view.tsx";
import { saveFile } from "../../../components/save-file.ts";
import { useSession } from "../../../components/session.ts";
import { useToast } from "../../../components/toasts.ts";
import { toApiProblem } from "../../../host/api-problem.ts";
import { useTexts } from "../../../texts/texts-context.ts";
import { useLetterTexts } from "./letter-texts.ts";

const LIMIT_MS = 30_000;

const useStyles = makeStyles({
  inRow: {
    minWidth: 0,
    padding: 0,
    whiteSpace: "nowrap",
    color: tokens.colorBrandForegroundLink,
    "@media (pointer: coarse)": { minHeight: "44px" },
  },
});

interface LetterButtonProps {
  readonly applicationKey: string;
  readonly number: string;
  /** Small and quiet, in a row of a list. */
  readonly inRow?: boolean;
}

/** Fetches a decision's letter as a Word file. */
export function LetterButton({ applicationKey, number, inRow = false }: LetterButtonProps) {
  const styles = useStyles();
  const { api } = useSession();
  const texts = useTexts();
  const words = useLetterTexts();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const fetchLetter = async (): Promise<void> => {
    setBusy(true);
    try {
      const response = await api.open(`/applications/${applicationKey}/letter`, AbortSignal.timeout(LIMIT_MS));
      toast({ text: words.fetched(await saveFile(response, `${number}.docx`)) });
    } catch (error) {
      toast({ text: problemText(toApiProblem(error), texts), intent: "error" });
    }
    setBusy(false);
  };
  return (
    <Button
      appearance={inRow ? "transparent" : "secondary"}
      size={inRow ? "small" : "medium"}
      className={inRow ? styles.inRow : undefined}
      icon={inRow ? null : <ArrowDownloadRegular />}
      disabledFocusable={busy}
      aria-label={words.fetchOf(number)}
      onClick={() => void fetchLetter()}
    >
      {busy ? words.fetching : words.fetch}
    </Button>
  );
}
