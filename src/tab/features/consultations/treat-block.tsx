import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import type { ConsultationPage } from "#contract/consultations.ts";
import { commentId } from "./comment-field.tsx";
import { useConsultationTexts } from "./consultation-texts.ts";

/** Why the consultation cannot be sent or closed now, and the way to the field that is missing (001-14). */
export function TreatBlock({ page }: { readonly page: ConsultationPage }) {
  const { treat } = useConsultationTexts();
  const { treatBlocked, sendBlocked, consultation } = page;
  const text =
    consultation.status === "draft" ? sendBlocked : consultation.status === "treated" ? undefined : treatBlocked;
  if (text === undefined) return null;
  // While answers may still come it is they that are waited for, not the comments.
  const { counts } = consultation;
  const mayCome = consultation.status === "open" && counts !== undefined && counts.answered < counts.total;
  const first = page.parties.find(
    ({ answer, comment, actions, status, lateIncluded }) =>
      answer?.noComments === false &&
      comment === undefined &&
      actions.includes("comment") &&
      (status !== "receivedLate" || lateIncluded),
  );
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>{text}</MessageBarBody>
      {first === undefined || mayCome || consultation.status === "draft" ? null : (
        <MessageBarActions>
          <Button
            onClick={() => {
              const field = document.getElementById(commentId(first.key));
              field?.scrollIntoView({ block: "center" });
              field?.focus({ preventScroll: true });
            }}
          >
            {treat.toField}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
