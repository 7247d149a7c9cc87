import { Button, MessageBar, MessageBarBody } from "@fluentui/react-components";
import { letterSchema } from "#contract/letters.ts";
import { ModalFrame } from "../../../components/modal-frame.tsx";
import { PageSkeleton } from "../../../components/page-skeleton.tsx";
import { ProblemNote } from "../../../components/problem-note.tsx";
import { useAnswer } from "../../../components/use-answer.ts";
import { toApiProblem } from "../../../host/api-problem.ts";
import { LetterButton } from "./letter-button.tsx";
import { LetterPaper } from "./letter-paper.tsx";
import { useLetterTexts } from "./letter-texts.ts";

interface LetterDialogProps {
  readonly applicationKey: string;
  readonly number: string;
  /** As if the rest were offered to the first that does not fit. */
  readonly offered: boolean;
  /** Which opening this is: a letter is read anew each time. */
  readonly times: number;
  readonly onClose: () => void;
}

/** The letter as it would be sent, or as it was. */
export function LetterDialog({ applicationKey, number, offered, times, onClose }: LetterDialogProps) {
  const words = useLetterTexts();
  const answer = useAnswer(
    ["application", applicationKey, "letter", offered, times],
    `/applications/${applicationKey}/letter-preview${offered ? "?offerPartial=1" : ""}`,
    letterSchema,
  );
  const letter = answer.data;
  return (
    <ModalFrame
      wide
      title={words.title(number)}
      onCancel={onClose}
      actions={
        <>
          {letter?.isDraft === false ? <LetterButton applicationKey={applicationKey} number={number} /> : null}
          <Button appearance="primary" onClick={onClose}>
            {words.close}
          </Button>
        </>
      }
    >
      {letter?.isDraft === true ? (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{words.draft}</MessageBarBody>
        </MessageBar>
      ) : null}
      {letter ? (
        <LetterPaper letter={letter} />
      ) : answer.error ? (
        <ProblemNote problem={toApiProblem(answer.error)} />
      ) : (
        <PageSkeleton />
      )}
    </ModalFrame>
  );
}
