import { useApplyStyles } from "./apply.styles.ts";
import { useApplyForm } from "./apply-form.ts";
import { useApplyTexts } from "./apply-texts.ts";

/** Help by example under a hard field: folded, so that it stands in nobody's way. Gone where nothing can be written. */
export function Example({ of }: { readonly of: "description" | "effect" | "budgetLines" | "operation" }) {
  const styles = useApplyStyles();
  const { apply } = useApplyTexts();
  const { readOnly } = useApplyForm();
  if (readOnly) return null;
  return (
    <details className={styles.example}>
      <summary className={styles.exampleTitle}>
        {apply.seeExample} <span className={styles.unseen}>{apply.exampleOf(apply.fields[of])}</span>
      </summary>
      {apply.examples[of].map((line) => (
        <p key={line} className={styles.exampleLine}>
          {line}
        </p>
      ))}
    </details>
  );
}
