import { Field, Input } from "@fluentui/react-components";
import { parseAmount } from "#domain/shared/money.ts";
import { useFormat } from "../../../components/use-format.ts";
import { useApplyStyles } from "./apply.styles.ts";
import { fieldId, useApplyForm } from "./apply-form.ts";
import { useApplyTexts } from "./apply-texts.ts";
import { useValidation } from "./text-fields.tsx";

interface AmountFieldProps {
  readonly name: "requestedAmount" | "ownContribution";
  readonly label: string;
  readonly hint: string;
  readonly required?: boolean;
}

/** An amount as typed, with the amount it was understood as beside it. */
export function AmountField({ name, label, hint, required = false }: AmountFieldProps) {
  const styles = useApplyStyles();
  const { apply } = useApplyTexts();
  const format = useFormat();
  const { values, amounts, edit, visit, readOnly } = useApplyForm();
  const validation = useValidation(name);
  const read = parseAmount(amounts[name]);
  return (
    <div className={styles.short}>
      <Field label={label} required={required} hint={hint} {...validation}>
        <Input
          id={fieldId(name)}
          value={values[name]}
          inputMode="text"
          autoComplete="off"
          readOnly={readOnly}
          appearance={readOnly ? "filled-darker" : "outline"}
          onBlur={() => {
            visit(name);
            if (amounts[name] !== values[name]) edit(name, amounts[name]);
          }}
          onChange={(_, data) => {
            edit(name, data.value);
          }}
        />
      </Field>
      {read.ok ? <span className={styles.understood}>{apply.understood(format.kr(read.value))}</span> : null}
    </div>
  );
}
