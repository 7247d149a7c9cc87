import { Button } from "@fluentui/react-components";
import { CopyRegular } from "@fluentui/react-icons/svg/copy";
import { useToast } from "../../components/toasts.ts";
import { copyText } from "../../host/copy-link.ts";

interface CopyButtonProps {
  readonly text: string;
  readonly label: string;
  readonly done: string;
  /** Where the clipboard is refused: the text stands in a field to be marked. */
  readonly byHand: string;
}

/** Copies a text, and says whether that worked. */
export function CopyButton({ text, label, done, byHand }: CopyButtonProps) {
  const toast = useToast();
  const copy = async (): Promise<void> => {
    const isCopied = (await copyText(text)) === "copied";
    toast(isCopied ? { text: done } : { text: byHand, intent: "error" });
  };
  return (
    <Button icon={<CopyRegular />} onClick={() => void copy()}>
      {label}
    </Button>
  );
}
