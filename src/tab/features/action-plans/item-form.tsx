import { Checkbox, Field, Input, Select, Textarea } from "@fluentui/react-components";
import type { ActionChoices, ActionPlan } from "#contract/action-plans.ts";
import type { FieldProblem } from "#contract/problem.ts";
import { SdgChoice } from "../../components/sdg-choice.tsx";
import { TypedDateField } from "../../components/typed-date-field.tsx";
import { problemSentence } from "../../texts/problem-sentence.ts";
import { useLanguage, useTexts } from "../../texts/texts-context.ts";
import { useFormStyles } from "./form.styles.ts";
import type { ItemValues } from "./item-values.ts";
import { MilestoneFields } from "./milestone-fields.tsx";
import { usePlanTexts } from "./plan-texts.ts";

export interface ItemFormProps {
  readonly values: ItemValues;
  readonly set: (change: Partial<ItemValues>) => void;
  readonly areas: ActionPlan["areas"];
  readonly choices: ActionChoices;
  readonly problems: readonly FieldProblem[];
  /** Days are looked at once the form has been sent. */
  readonly checked: boolean;
  /** Offered where an item begins. */
  readonly withStatus?: boolean;
}

/** What a field shows below it. */
export interface FieldState {
  readonly validationState: "none" | "error";
  readonly validationMessage: string | null;
}

/** Sentences at fields, with what somebody else wrote where two were at it. */
export function useFieldStates(problems: readonly FieldProblem[]): (path: string) => FieldState {
  const texts = useTexts();
  const language = useLanguage();
  const { form } = usePlanTexts();
  return (path) => {
    const problem = problems.find(({ field }) => field === path);
    if (problem === undefined) return { validationState: "none", validationMessage: null };
    const theirs = problem.data["theirs"];
    const sentence =
      problem.code === "changed-meanwhile" && theirs !== undefined
        ? `${form.theirs(String(theirs))} ${form.theirsAgain}`
        : problemSentence(problem, texts, language);
    return { validationState: "error", validationMessage: sentence };
  };
}

/** All fields of an item, in the order people think of them. */
export function ItemForm(props: ItemFormProps) {
  const { values, set, problems, checked, withStatus = false } = props;
  const styles = useFormStyles();
  const { form, status } = usePlanTexts();
  const stateOf = useFieldStates(problems);
  const dates = {
    checked,
    missing: form.dateMissing,
    understood: form.understood,
    example: form.dateHint,
    required: true,
  };
  return (
    <div className={styles.fields}>
      <Field label={form.title} required {...stateOf("title")}>
        <Input
          value={values.title}
          autoComplete="off"
          onChange={(_, { value }) => {
            set({ title: value });
          }}
        />
      </Field>
      <AreaFields {...props} stateOf={stateOf} />
      <Field label={form.description} hint={form.descriptionHint} {...stateOf("description")}>
        <Textarea
          className={styles.area}
          resize="vertical"
          value={values.description}
          onChange={(_, { value }) => {
            set({ description: value });
          }}
        />
      </Field>
      {withStatus ? (
        <Field label={form.status}>
          <Select
            value={values.status}
            onChange={(_, { value }) => {
              set({ status: value as ItemValues["status"] });
            }}
          >
            {(["idea", "planned", "running"] as const).map((each) => (
              <option key={each} value={each}>
                {status[each]}
              </option>
            ))}
          </Select>
        </Field>
      ) : null}
      <OwnerFields {...props} stateOf={stateOf} />
      <div className={styles.pair}>
        <TypedDateField
          {...dates}
          label={form.from}
          value={values.from}
          problem={stateOf("from").validationMessage ?? undefined}
          onChange={(from) => {
            set({ from });
          }}
        />
        <TypedDateField
          {...dates}
          label={form.to}
          value={values.to}
          problem={stateOf("to").validationMessage ?? undefined}
          onChange={(to) => {
            set({ to });
          }}
        />
      </div>
      <MilestoneFields milestones={values.milestones} set={set} checked={checked} stateOf={stateOf} />
      <SdgChoice
        label={form.sdgs}
        hint={form.sdgsHint}
        chosen={values.sdgs}
        onChange={(sdgs) => {
          set({ sdgs });
        }}
      />
    </div>
  );
}

interface PartProps extends ItemFormProps {
  readonly stateOf: (path: string) => FieldState;
}

/** One main focus area, which must be chosen (001-17), and as many others as wanted. */
function AreaFields({ values, set, areas, stateOf }: PartProps) {
  const styles = useFormStyles();
  const { form } = usePlanTexts();
  return (
    <>
      <Field label={form.mainArea} required hint={form.mainAreaHint} {...stateOf("focusArea")}>
        <Select
          value={values.focusArea}
          onChange={(_, { value }) => {
            set({ focusArea: value, furtherAreas: values.furtherAreas.filter((area) => String(area) !== value) });
          }}
        >
          <option value="">{form.choose}</option>
          {areas.map(({ number, name }) => (
            <option key={number} value={String(number)}>
              {`${number}. ${name}`}
            </option>
          ))}
        </Select>
      </Field>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{form.furtherAreas}</legend>
        {areas
          .filter(({ number }) => String(number) !== values.focusArea)
          .map(({ number, name }) => (
            <Checkbox
              key={number}
              label={`${number}. ${name}`}
              checked={values.furtherAreas.includes(number)}
              onChange={(_, { checked }) => {
                const others = values.furtherAreas.filter((area) => area !== number);
                set({ furtherAreas: checked === true ? [...others, number].toSorted((a, b) => a - b) : others });
              }}
            />
          ))}
      </fieldset>
    </>
  );
}

/** The role stays when the person leaves, so both are asked for. */
function OwnerFields({ values, set, choices, stateOf }: PartProps) {
  const styles = useFormStyles();
  const { form } = usePlanTexts();
  return (
    <div className={styles.pair}>
      <Field label={form.ownerRole} required hint={form.ownerRoleHint} {...stateOf("ownerRole")}>
        <Input
          value={values.ownerRole}
          autoComplete="off"
          onChange={(_, { value }) => {
            set({ ownerRole: value });
          }}
        />
      </Field>
      <Field label={form.owner} {...stateOf("ownerKey")}>
        <Select
          value={values.ownerKey}
          onChange={(_, { value }) => {
            const title = choices.persons.find(({ key }) => key === value)?.title ?? "";
            set({ ownerKey: value, ...(values.ownerRole === "" ? { ownerRole: title } : {}) });
          }}
        >
          <option value="">{form.nobody}</option>
          {choices.persons.map(({ key, name, title }) => (
            <option key={key} value={key}>
              {title === "" ? name : `${name}, ${title}`}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={form.centre} required {...stateOf("centreKey")}>
        <Select
          value={values.centreKey}
          onChange={(_, { value }) => {
            set({ centreKey: value });
          }}
        >
          <option value="">{form.choose}</option>
          {choices.centres.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}
