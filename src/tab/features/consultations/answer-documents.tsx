import { Button } from "@fluentui/react-components";
import { AttachRegular } from "@fluentui/react-icons/svg/attach";
import type { ConsultationAnswerView } from "#contract/consultations.ts";
import { useDownload } from "../../components/use-download.ts";
import { useConsultationTexts, usePartyAnswerTexts } from "./consultation-texts.ts";
import { useConsultationStyles } from "./consultations.styles.ts";

interface AnswerDocumentsProps {
  readonly answer: ConsultationAnswerView;
  readonly partyKey: string;
}

/** The documents of an answer: those that lie here as buttons that fetch them, those that came another way by name. */
export function AnswerDocuments({ answer: { attachments, files = [] }, partyKey }: AnswerDocumentsProps) {
  const styles = useConsultationStyles();
  const { answer: words } = useConsultationTexts();
  const { files: fileWords } = usePartyAnswerTexts();
  const { busy, fetch } = useDownload(fileWords.fetched);
  const names = new Set(files.map(({ name }) => name));
  const elsewhere = attachments.filter((name) => !names.has(name));
  return (
    <>
      {elsewhere.length === 0 ? null : (
        <p className={styles.plain}>{`${words.attachments}: ${elsewhere.join(", ")}`}</p>
      )}
      {files.length === 0 ? null : (
        <ul className={styles.files}>
          {files.map(({ name, sha256, bytes }) => {
            const path = `/parties/${partyKey}/files/${sha256}`;
            return (
              <li key={sha256} className={styles.file}>
                <Button
                  size="small"
                  icon={<AttachRegular />}
                  className={styles.fileButton}
                  disabledFocusable={busy === path}
                  onClick={() => {
                    void fetch(path, name);
                  }}
                >
                  {fileWords.fetch(name)}
                </Button>
                <span className={styles.meta}>{fileWords.size(bytes)}</span>
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}
