import { Button } from "@fluentui/react-components";
import { lazy, Suspense, useState } from "react";
import type { RankingRow } from "#contract/ranking.ts";
import { useLetterTexts } from "../letters/letter-texts.ts";
import type { ReasonSaver } from "./reason-saver.ts";

const LetterDialog = lazy(async () => ({ default: (await import("../letters/letter-dialog.tsx")).LetterDialog }));

interface LetterPreviewProps {
  readonly row: RankingRow;
  readonly saver: ReasonSaver | undefined;
  readonly offered: boolean;
  /** Told of a draft from remarks that stands in the letter: what has been read there is what is sent. */
  readonly onReadDraft: (applicationKey: string, draft: string) => void;
}

/** Opens the letter as it would be sent; what is being written is saved first, so that it stands in it. */
export function LetterPreview({ row, saver, offered, onReadDraft }: LetterPreviewProps) {
  const words = useLetterTexts();
  const [isOpen, setOpen] = useState(false);
  const [times, setTimes] = useState(0);
  const show = async (): Promise<void> => {
    await saver?.flush();
    if (row.reasonDraft !== undefined) onReadDraft(row.applicationKey, row.reasonDraft);
    setTimes((before) => before + 1);
    setOpen(true);
  };
  const shown = row.letter === "final" ? words.showSent : words.show;
  return (
    <>
      <Button size="small" aria-label={words.showOf(shown, row.number)} onClick={() => void show()}>
        {shown}
      </Button>
      {isOpen ? (
        <Suspense fallback={null}>
          <LetterDialog
            applicationKey={row.applicationKey}
            number={row.number}
            offered={offered}
            times={times}
            onClose={() => {
              setOpen(false);
            }}
          />
        </Suspense>
      ) : null}
    </>
  );
}
