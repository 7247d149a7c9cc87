import { useApplyStyles } from "./apply.styles.ts";
import { useApplyForm } from "./apply-form.ts";
import { useApplyTexts } from "./apply-texts.ts";
import { type FormStep, filledIn, problemsOfStep } from "./form-problems.ts";

/** The element id of a step. */
export function stepId(step: FormStep | "check"): string {
  return `step-${step}`;
}

/** The four steps of the one page: where I am missing something, and the way there. */
export function StepNavigation() {
  const styles = useApplyStyles();
  const { apply } = useApplyTexts();
  const { problems, readOnly } = useApplyForm();
  const steps = ["project", "effect", "economy", "check"] as const;
  const stateOf = (step: FormStep): string => {
    const { done, total } = filledIn(problems, step);
    if (done < total) return apply.stepFilled(done, total);
    const wrong = problemsOfStep(problems, step).length;
    return wrong === 0 ? apply.stepDone : apply.stepWrong(wrong);
  };
  return (
    <nav aria-label={apply.steps}>
      <ol className={styles.steps}>
        {steps.map((step, index) => (
          <li key={step}>
            <button
              type="button"
              className={styles.step}
              onClick={() => {
                const target = document.getElementById(stepId(step));
                target?.scrollIntoView({ block: "start" });
                target?.focus({ preventScroll: true });
              }}
            >
              <span>{`${index + 1}. ${apply[step]}`}</span>
              {step === "check" || readOnly ? null : <span className={styles.stepState}>{stateOf(step)}</span>}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** "5 af 6 felter udfyldt": what must be answered, told again whenever it changes. */
export function FilledText() {
  const styles = useApplyStyles();
  const { apply } = useApplyTexts();
  const { problems } = useApplyForm();
  const { done, total } = filledIn(problems);
  return <output className={styles.filled}>{apply.filled(done, total)}</output>;
}
