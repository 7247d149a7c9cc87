import { Button, Field, Input, Select, Textarea } from "@fluentui/react-components";
import { type ActionItemView, type ActionRow, actionItemSchema } from "#contract/action-plans.ts";
import { isActive, needsReason } from "#domain/action-plans/action-status.ts";
import { type Command, useCommand } from "../../components/command.ts";
import { Section } from "../../components/section.tsx";
import { useToast } from "../../components/toasts.ts";
import { useTypedForm } from "../../components/typed-form.ts";
import { useFormStyles } from "./form.styles.ts";
import { FormProblem } from "./form-problem.tsx";
import { type FieldState, useFieldStates } from "./item-form.tsx";
import { usePlanTexts } from "./plan-texts.ts";

interface UpdateValues {
  readonly note: string;
  readonly status: ActionRow["status"];
  /** "" leaves it, "green" takes away what a person has set. */
  readonly light: "" | "green" | "yellow" | "red";
  readonly reason: string;
}

/** "Hvordan går det?": one press when nothing has changed, else a text, a status and a light. */
export function UpdateForm({ item }: { readonly item: ActionRow }) {
  const styles = useFormStyles();
  const words = usePlanTexts();
  const { update } = words;
  const toast = useToast();
  const command = useCommand<ActionItemView>();
  const fresh: UpdateValues = { note: "", status: item.status, light: "", reason: "" };
  const { values, set, forget, isTouched } = useTypedForm<UpdateValues>(`update:${item.key}`, fresh);
  const stateOf = useFieldStates(command.error?.fields ?? []);
  if (!item.may.report) {
    return (
      <Section title={update.title}>
        <p className={styles.none}>{words.item.readOnly}</p>
      </Section>
    );
  }
  const send = (path: string, body: Record<string, unknown>, done: string): void => {
    const request: Command<ActionItemView> = {
      method: "POST",
      path: `/action-items/${item.key}/${path}`,
      body,
      schema: actionItemSchema,
      answers: ["action-item", item.key],
    };
    command.mutate(request, {
      onSuccess: () => {
        if (path === "report") forget();
        toast({ text: done });
      },
    });
  };
  const save = (): void => {
    send("report", reportOf(values, item), update.saved);
  };
  const asksWhy = values.status !== item.status && needsReason(values.status);
  return (
    <Section title={update.title}>
      <div className={styles.fields}>
        <div className={styles.actions}>
          <Button
            disabledFocusable={command.isPending}
            onClick={() => {
              send("unchanged", {}, update.unchangedDone);
            }}
          >
            {update.unchanged}
          </Button>
          <span className={styles.none}>{update.unchangedHint}</span>
        </div>
        <Field
          label={update.note}
          required={asksWhy}
          hint={asksWhy ? update.noteWhyHint : update.noteHint}
          {...stateOf("note")}
        >
          <Textarea
            resize="vertical"
            value={values.note}
            onChange={(_, { value }) => {
              set({ note: value });
            }}
          />
        </Field>
        <div className={styles.pair}>
          <Field label={update.status} {...stateOf("status")}>
            <Select
              value={values.status}
              onChange={(_, { value }) => {
                set({ status: value as ActionRow["status"] });
              }}
            >
              {[item.status, ...item.nextStatuses].map((status) => (
                <option key={status} value={status}>
                  {words.status[status]}
                </option>
              ))}
            </Select>
          </Field>
        </div>
        {isActive(values.status) ? <LightFields item={item} values={values} set={set} stateOf={stateOf} /> : null}
        <FormProblem problem={command.error} isWrong={false} />
        <div className={styles.actions}>
          <Button appearance="primary" onClick={save} disabledFocusable={command.isPending || !isTouched}>
            {update.save}
          </Button>
        </div>
      </div>
    </Section>
  );
}

/** What is said of the item now: only what differs from what stands there. */
function reportOf({ note, status, light, reason }: UpdateValues, item: ActionRow): Record<string, unknown> {
  const hasLight = light !== "" && isActive(status);
  return {
    ...(note === "" ? {} : { note }),
    ...(status === item.status ? {} : { status }),
    ...(hasLight ? { light: { light, reason: light === "green" ? "" : reason } } : {}),
  };
}

interface LightFieldsProps {
  readonly item: ActionRow;
  readonly values: UpdateValues;
  readonly set: (change: Partial<UpdateValues>) => void;
  readonly stateOf: (path: string) => FieldState;
}

/** A light worse than the facts, with its reason; or back to what the facts say. */
function LightFields({ item, values, set, stateOf }: LightFieldsProps) {
  const styles = useFormStyles();
  const words = usePlanTexts();
  const { update } = words;
  const setByPerson = item.light?.reasons.some(({ kind }) => kind === "set") === true;
  return (
    <div className={styles.pair}>
      <Field label={update.light} hint={update.lightReasonHint} {...stateOf("light")}>
        <Select
          value={values.light}
          onChange={(_, { value }) => {
            set({ light: value as UpdateValues["light"] });
          }}
        >
          <option value="">{update.lightAsIs}</option>
          <option value="yellow">{words.light.yellow}</option>
          <option value="red">{words.light.red}</option>
          {setByPerson ? <option value="green">{update.lightClear}</option> : null}
        </Select>
      </Field>
      {values.light === "yellow" || values.light === "red" ? (
        <Field label={update.lightReason} required {...stateOf("reason")}>
          <Input
            value={values.reason}
            onChange={(_, { value }) => {
              set({ reason: value });
            }}
          />
        </Field>
      ) : null}
    </div>
  );
}
