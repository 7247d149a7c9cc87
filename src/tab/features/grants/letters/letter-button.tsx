import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowDownloadRegular } from "@fluentui/react-icons/svg/arrow-download";
import { useDownload } from "../../../components/use-download.ts";
import { useLetterTexts } from "./letter-texts.ts";

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
  const words = useLetterTexts();
  const { busy: path, fetch } = useDownload(words.fetched);
  const busy = path !== "";
  return (
    <Button
      appearance={inRow ? "transparent" : "secondary"}
      size={inRow ? "small" : "medium"}
      className={inRow ? styles.inRow : undefined}
      icon={inRow ? null : <ArrowDownloadRegular />}
      disabledFocusable={busy}
      aria-label={words.fetchOf(number)}
      onClick={() => void fetch(`/applications/${applicationKey}/letter`, `${number}.docx`)}
    >
      {busy ? words.fetching : words.fetch}
    </Button>
  );
}
