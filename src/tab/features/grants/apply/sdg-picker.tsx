import { SdgChoice } from "../../../components/sdg-choice.tsx";
import { fieldId, useApplyForm } from "./apply-form.ts";
import { useApplyTexts } from "./apply-texts.ts";

/** The goals the project contributes to. */
export function SdgPicker() {
  const { apply } = useApplyTexts();
  const { values, edit, readOnly } = useApplyForm();
  return (
    <SdgChoice
      id={fieldId("sdgs")}
      label={apply.sdgs}
      hint={apply.sdgsHint}
      chosen={values.sdgs}
      readOnly={readOnly}
      onChange={(chosen) => {
        edit("sdgs", [...chosen]);
      }}
    />
  );
}
