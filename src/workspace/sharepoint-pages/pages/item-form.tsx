import {
  Button,
  Field,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
  Spinner,
  tokens,
} from "@fluentui/react-components";
import { ConflictDialog } from "./conflict-dialog.tsx";
import { EditControl } from "./edit-control.tsx";
import type { Row } from "./list-model.ts";
import type { ListData } from "./load-list.ts";
import { usePage } from "./page-context.ts";
import type { Saved } from "./use-grid-edit.ts";
import { useItemForm } from "./use-item-form.ts";

export interface ItemFormProps {
  readonly data: ListData;
  /** Undefined for a new item. */
  readonly row: Row | undefined;
  /** It can no longer be saved; what was typed stands to be copied. */
  readonly isGone?: boolean;
  /** Reads the list anew, where the form stands beside one. */
  readonly onLook?: () => void;
  readonly onSaved: Saved;
  readonly onCancel: () => void;
}

/** All editable columns of an item below each other. */
export function ItemForm({ data, row, isGone = false, onLook, onSaved, onCancel }: ItemFormProps): React.JSX.Element {
  const styles = useStyles();
  const { texts } = usePage();
  const form = useItemForm(data, row, onSaved);
  const canSave = !form.saving && !isGone && form.unsure !== "asked" && (row === undefined || form.changed);
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        form.save();
      }}
    >
      {form.columns.map((column, index) => {
        const problem = form.problems.get(column.name);
        return (
          <Field
            key={column.name}
            label={column.title}
            required={column.required}
            {...(column.description === "" ? {} : { hint: column.description })}
            validationState={problem === undefined ? "none" : "error"}
            validationMessage={problem === undefined ? null : texts.trouble[problem]}
          >
            {(field) => (
              <EditControl
                column={column}
                text={form.textOf(column)}
                onText={(text) => form.type(column, text)}
                disabled={form.saving}
                startsFocused={index === 0}
                invalid={problem !== undefined}
                describedBy={field["aria-describedby"]}
                {...(field.id === undefined ? {} : { id: field.id })}
              />
            )}
          </Field>
        );
      })}
      <div className={styles.foot}>
        <FormTroubles form={form} onLook={onLook} />
        <div className={styles.actions}>
          <Button type="submit" appearance="primary" disabled={!canSave}>
            {texts.save}
          </Button>
          <Button onClick={onCancel} disabled={form.saving}>
            {texts.cancel}
          </Button>
          {form.saving && <Spinner size="tiny" label={texts.saving} />}
        </div>
      </div>
      {form.conflict !== undefined && <ConflictDialog conflict={form.conflict} />}
    </form>
  );
}

/** Why the form is not saved, or may be. */
function FormTroubles({
  form,
  onLook,
}: {
  form: ReturnType<typeof useItemForm>;
  onLook: (() => void) | undefined;
}): React.JSX.Element {
  const { texts } = usePage();
  return (
    <>
      {form.refusal !== undefined && (
        <MessageBar intent="error">
          <MessageBarBody>{texts.trouble[form.refusal]}</MessageBarBody>
        </MessageBar>
      )}
      {form.unsure !== undefined && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{form.unsure === "asked" ? texts.perhapsSaved : texts.lookedAgain}</MessageBarBody>
          {form.unsure === "asked" && (
            <MessageBarActions>
              <Button
                onClick={() => {
                  onLook?.();
                  form.looked();
                }}
              >
                {texts.lookInList}
              </Button>
            </MessageBarActions>
          )}
        </MessageBar>
      )}
    </>
  );
}

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
  // In sight where Save is, however long the form is.
  foot: {
    position: "sticky",
    bottom: "0px",
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalM} 0px`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  actions: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS },
});
