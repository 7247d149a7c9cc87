import {
  type ConsultationPage,
  type Councils,
  consultationPageSchema,
  councilsSchema,
} from "#contract/consultations.ts";
import { AnswerView } from "../../components/answer-view.tsx";
import { useAnswer } from "../../components/use-answer.ts";
import { useLanguage } from "../../texts/texts-context.ts";
import { ConsultationForm } from "./consultation-form.tsx";
import { emptyForm, formOf } from "./form-values.ts";

/** The form of a consultation: a new one, or one to be changed. */
export function ConsultationFormPage({ consultationKey }: { readonly consultationKey?: string }) {
  const councils = useAnswer(["consultations", "councils"], "/consultations/councils", councilsSchema);
  return (
    <AnswerView answer={councils}>
      {(choices) =>
        consultationKey === undefined ? (
          <NewForm choices={choices} />
        ) : (
          <EditForm consultationKey={consultationKey} choices={choices} />
        )
      }
    </AnswerView>
  );
}

function NewForm({ choices }: { readonly choices: Councils }) {
  const language = useLanguage();
  return <ConsultationForm choices={choices} stored={emptyForm(language)} page={undefined} />;
}

function EditForm({ consultationKey, choices }: { readonly consultationKey: string; readonly choices: Councils }) {
  const language = useLanguage();
  const path = `/consultations/${consultationKey}`;
  const answer = useAnswer(["consultation", consultationKey], path, consultationPageSchema);
  return (
    <AnswerView answer={answer}>
      {(page: ConsultationPage) => <ConsultationForm choices={choices} stored={formOf(page, language)} page={page} />}
    </AnswerView>
  );
}
