import { mergeClasses } from "@fluentui/react-components";
import { sdgColors } from "../../../components/sdg-colors.ts";
import { useApplyStyles } from "./apply.styles.ts";
import { fieldId, useApplyForm } from "./apply-form.ts";
import { useApplyTexts } from "./apply-texts.ts";

/** The seventeen goals as switches; a chosen one takes its own colour, with the text colour that can be read on it. */
export function SdgPicker() {
  const styles = useApplyStyles();
  const { apply, words } = useApplyTexts();
  const { values, edit, readOnly } = useApplyForm();
  return (
    <fieldset className={styles.group} id={fieldId("sdgs")} tabIndex={-1}>
      <legend className={styles.legend}>{apply.sdgs}</legend>
      <p className={styles.hint}>{apply.sdgsHint}</p>
      <div className={styles.chips}>
        {sdgColors.map(([backgroundColor, color], index) => {
          const sdg = index + 1;
          const chosen = values.sdgs.includes(sdg);
          return (
            <button
              key={sdg}
              type="button"
              aria-pressed={chosen}
              disabled={readOnly}
              className={mergeClasses(styles.chip, chosen && styles.chosen)}
              style={chosen ? { backgroundColor, color, borderColor: backgroundColor } : undefined}
              onClick={() => {
                const others = values.sdgs.filter((other) => other !== sdg);
                edit("sdgs", chosen ? others : [...others, sdg].toSorted((a, b) => a - b));
              }}
            >
              {chosen ? (
                <span aria-hidden>✓</span>
              ) : (
                <span className={styles.dot} style={{ backgroundColor }} aria-hidden />
              )}
              {`${sdg} ${words.sdgs[index] ?? ""}`}
            </button>
          );
        })}
      </div>
    </fieldset>
  );
}
