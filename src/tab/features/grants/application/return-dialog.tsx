import { applicationSchema } from "#contract/applications.ts";
import { TextDialog } from "../../../components/text-dialog.tsx";
import { useTexts } from "../../../texts/texts-context.ts";

/** The head's questions to the applicant. */
export function ReturnDialog({
  applicationKey,
  onClose,
}: {
  readonly applicationKey: string;
  readonly onClose: () => void;
}) {
  const { application: words } = useTexts();
  return (
    <TextDialog
      title={words.returnTitle}
      label={words.returnQuestions}
      missing={words.returnMissing}
      confirm={words.returnSend}
      done={words.returned}
      request={(questions) => ({
        method: "POST",
        path: `/applications/${applicationKey}/return`,
        body: { questions },
        schema: applicationSchema,
        answers: ["application", applicationKey],
      })}
      onClose={onClose}
    />
  );
}
