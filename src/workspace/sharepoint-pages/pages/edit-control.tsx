import {
  Checkbox,
  Input,
  type InputProps,
  makeStyles,
  Select,
  Switch,
  Textarea,
  tokens,
} from "@fluentui/react-components";
import type { Column } from "./list-model.ts";
import { usePage } from "./page-context.ts";
import type { PageTexts } from "./texts.ts";

export interface EditControlProps {
  readonly column: Column;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly disabled?: boolean;
  /** It is where the reader is from the start. */
  readonly startsFocused?: boolean;
  /** Small, for a cell of the grid. */
  readonly inCell?: boolean;
  /** Names it where no label stands beside it. */
  readonly label?: string;
  readonly id?: string;
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean;
}

/** The editor of a column by its kind; `text` is as `editText` writes it. */
export function EditControl(props: EditControlProps): React.JSX.Element {
  const { column, text, onText, inCell = false } = props;
  const styles = useStyles();
  const { texts } = usePage();
  const common = {
    "aria-label": props.label,
    "aria-invalid": props.invalid === true ? true : undefined,
    "aria-describedby": props.describedBy,
    id: props.id,
    disabled: props.disabled === true,
    // The person pressed Enter on the cell or opened the form: the editor is where she is.
    autoFocus: props.startsFocused === true,
    className: styles.wide,
    size: inCell ? ("small" as const) : ("medium" as const),
  };
  if (column.kind === "multi-choice") return <Choices {...props} />;
  if (column.kind === "boolean" && !inCell) return <YesOrNo {...props} />;
  if (column.kind === "boolean" || column.kind === "choice") {
    const options = column.kind === "boolean" ? yesOrNo(texts) : choices(column, text, texts);
    return (
      <Select {...common} value={text} onChange={(_, { value }) => onText(value)}>
        {options.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
    );
  }
  if (column.kind === "note") {
    const rows = inCell ? 3 : 5;
    return (
      <Textarea {...common} resize="vertical" rows={rows} value={text} onChange={(_, { value }) => onText(value)} />
    );
  }
  return <Input {...common} {...inputKind(column)} value={text} onChange={(_, { value }) => onText(value)} />;
}

function inputKind({ kind }: Column): Pick<InputProps, "type" | "inputMode"> {
  if (kind === "date") return { type: "date" };
  if (kind === "date-time") return { type: "datetime-local" };
  return { inputMode: kind === "number" ? "decimal" : "text" };
}

type Option = readonly [value: string, label: string];

function yesOrNo(texts: PageTexts): readonly Option[] {
  return [
    ["", texts.no],
    ["1", texts.yes],
  ];
}

/** The words of the choice, and one that was taken out of it since, where it still stands. */
function choices({ required, choices: words }: Column, text: string, texts: PageTexts): readonly Option[] {
  const nothing: readonly Option[] = required ? [] : [["", texts.empty]];
  const all = text === "" ? words : new Set([...words, text]);
  return [...nothing, ...[...all].map((word): Option => [word, word])];
}

function YesOrNo({ id, text, onText, disabled = false }: EditControlProps): React.JSX.Element {
  const { texts } = usePage();
  return (
    <Switch
      {...(id === undefined ? {} : { id })}
      checked={text === "1"}
      disabled={disabled}
      label={text === "1" ? texts.yes : texts.no}
      onChange={(_, { checked }) => onText(checked ? "1" : "")}
    />
  );
}

function Choices({ column, text, onText, disabled = false }: EditControlProps): React.JSX.Element {
  const styles = useStyles();
  const chosen = text === "" ? [] : text.split("\n");
  return (
    <fieldset className={styles.choices} aria-label={column.title}>
      {column.choices.map((choice) => (
        <Checkbox
          key={choice}
          label={choice}
          disabled={disabled}
          checked={chosen.includes(choice)}
          onChange={(_, { checked }) =>
            onText(
              column.choices.filter((each) => (each === choice ? checked === true : chosen.includes(each))).join("\n"),
            )
          }
        />
      ))}
    </fieldset>
  );
}

const useStyles = makeStyles({
  wide: { width: "100%", minWidth: 0 },
  choices: {
    display: "flex",
    flexDirection: "column",
    margin: "0px",
    padding: "0px",
    border: "none",
    backgroundColor: tokens.colorNeutralBackground1,
  },
});
