import { Button, Field, Input } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons/svg/add";
import { DeleteRegular } from "@fluentui/react-icons/svg/delete";
import { TypedDateField } from "../../components/typed-date-field.tsx";
import { useFormStyles } from "./form.styles.ts";
import type { FieldState } from "./item-form.tsx";
import type { ItemValues } from "./item-values.ts";
import { usePlanTexts } from "./plan-texts.ts";

interface MilestoneFieldsProps {
  readonly milestones: ItemValues["milestones"];
  readonly set: (change: Pick<ItemValues, "milestones">) => void;
  readonly checked: boolean;
  readonly stateOf: (path: string) => FieldState;
}

/** Milestones, each with its day. */
export function MilestoneFields({ milestones, set, checked, stateOf }: MilestoneFieldsProps) {
  const styles = useFormStyles();
  const { form } = usePlanTexts();
  const { validationMessage } = stateOf("milestones");
  const change = (id: string, part: Partial<(typeof milestones)[number]>): void => {
    set({ milestones: milestones.map((each) => (each.id === id ? { ...each, ...part } : each)) });
  };
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{form.milestones}</legend>
      {validationMessage === null ? null : <p className={styles.error}>{validationMessage}</p>}
      {milestones.length === 0 ? <p className={styles.none}>{form.milestonesNone}</p> : null}
      {milestones.map(({ id, title, due }, index) => (
        <div key={id} className={styles.milestone}>
          <Field label={form.milestoneTitle(index + 1)} {...stateOf(`milestones.${index}.title`)}>
            <Input
              value={title}
              autoComplete="off"
              onChange={(_, { value }) => {
                change(id, { title: value });
              }}
            />
          </Field>
          <TypedDateField
            label={form.milestoneDue(index + 1)}
            value={due}
            checked={checked}
            missing={form.dateMissing}
            understood={form.understood}
            problem={stateOf(`milestones.${index}.due`).validationMessage ?? undefined}
            onChange={(text) => {
              change(id, { due: text });
            }}
          />
          <Button
            className={styles.remove}
            appearance="subtle"
            icon={<DeleteRegular />}
            aria-label={form.removeMilestone(index + 1)}
            onClick={() => {
              set({ milestones: milestones.filter((each) => each.id !== id) });
            }}
          />
        </div>
      ))}
      <Button
        icon={<AddRegular />}
        onClick={() => {
          set({ milestones: [...milestones, { key: "", id: crypto.randomUUID(), title: "", due: "", doneOn: "" }] });
        }}
      >
        {form.addMilestone}
      </Button>
    </fieldset>
  );
}
