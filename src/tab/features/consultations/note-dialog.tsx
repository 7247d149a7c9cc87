import { Button, MessageBar, MessageBarBody } from "@fluentui/react-components";
import { ArrowDownloadRegular } from "@fluentui/react-icons/svg/arrow-download";
import { consultationNoteSchema } from "#contract/consultation-note.ts";
import { ModalFrame } from "../../components/modal-frame.tsx";
import { PageSkeleton } from "../../components/page-skeleton.tsx";
import { ProblemNote } from "../../components/problem-note.tsx";
import { useAnswer } from "../../components/use-answer.ts";
import { useDownload } from "../../components/use-download.ts";
import { toApiProblem } from "../../host/api-problem.ts";
import { useConsultationTexts } from "./consultation-texts.ts";
import { NotePaper } from "./note-paper.tsx";

interface NoteDialogProps {
  readonly consultationKey: string;
  readonly onClose: () => void;
}

/** The consultation report as it would be fetched, and the button that fetches it. */
export function NoteDialog({ consultationKey, onClose }: NoteDialogProps) {
  const { note: words } = useConsultationTexts();
  const answer = useAnswer(
    ["consultation", consultationKey, "note"],
    `/consultations/${consultationKey}/note-preview`,
    consultationNoteSchema,
  );
  const note = answer.data;
  return (
    <ModalFrame
      wide
      title={words.title}
      onCancel={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.close}</Button>
          <FetchButton consultationKey={consultationKey} />
        </>
      }
    >
      {note?.isDraft === true ? (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{words.draft}</MessageBarBody>
        </MessageBar>
      ) : null}
      {note ? (
        <NotePaper note={note} />
      ) : answer.error ? (
        <ProblemNote problem={toApiProblem(answer.error)} />
      ) : (
        <PageSkeleton />
      )}
    </ModalFrame>
  );
}

function FetchButton({ consultationKey }: { readonly consultationKey: string }) {
  const { note: words } = useConsultationTexts();
  const { busy, fetch } = useDownload(words.fetched);
  return (
    <Button
      appearance="primary"
      icon={<ArrowDownloadRegular />}
      disabledFocusable={busy !== ""}
      onClick={() => void fetch(`/consultations/${consultationKey}/note`, "Høringsnotat.docx")}
    >
      {busy === "" ? words.fetch : words.fetching}
    </Button>
  );
}
