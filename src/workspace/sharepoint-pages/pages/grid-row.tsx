import { mergeClasses } from "@fluentui/react-components";
import { ChevronDownRegular, ChevronRightRegular } from "@fluentui/react-icons";
import { memo } from "react";
import { Cell } from "./cell.tsx";
import { cellScope } from "./cell-scope.ts";
import { rowClasses } from "./column-format.ts";
import { EditCell } from "./edit-cell.tsx";
import { isEditable } from "./edit-value.ts";
import { styleOfClasses } from "./format-classes.ts";
import { useGridStyles } from "./grid-styles.ts";
import { type Column, type Row, valueName } from "./list-model.ts";
import { usePage } from "./page-context.ts";
import { TitleCell } from "./title-cell.tsx";
import type { GridEdit } from "./use-grid-edit.ts";
import type { Line, ViewContext } from "./view-rows.ts";

export interface RowLineProps {
  readonly row: Row;
  /** Place among the lines shown. */
  readonly index: number;
  readonly columns: readonly Column[];
  readonly context: ViewContext;
  /** Row formatting JSON of the view. */
  readonly rowFormat: unknown;
  /** What is being edited; undefined when the list is only shown. */
  readonly edit: GridEdit | undefined;
  /** The column of the one cell Tab comes to, if it is in this row. */
  readonly tabColumn: number | undefined;
  readonly onOpen: (row: Row) => void;
  readonly itemHref: (row: Row) => string;
}

/** Drawn anew only when something in it is new: while the grid is scrolled most rows stay as they are. */
export const RowLine = memo(function RowLine(props: RowLineProps): React.JSX.Element {
  const { row, index, columns, context, rowFormat } = props;
  const styles = useGridStyles();
  const { config, theme } = usePage();
  const classes = rowClasses(
    rowFormat,
    cellScope(row, "Title", index, { ...context, mail: config.persona.userPrincipalName }),
  );
  return (
    <tr
      className={mergeClasses(styles.line, theme !== "contrast" && styles.hover)}
      style={styleOfClasses(classes)}
      aria-rowindex={index + 2}
    >
      {columns.map((column, place) => (
        <GridCell
          key={column.name}
          {...props}
          column={column}
          place={place}
          tabIndex={props.tabColumn === place ? 0 : -1}
        />
      ))}
    </tr>
  );
});

function GridCell(props: RowLineProps & { column: Column; place: number; tabIndex: 0 | -1 }): React.JSX.Element {
  const { row, index, column, columns, place, context, edit, onOpen, itemHref } = props;
  const styles = useGridStyles();
  const canEdit = edit !== undefined && isEditable(column);
  const isEdited = edit?.at?.rowId === row.id && edit.at.column.name === column.name;
  return (
    // The grid's keys are told to its frame; a click is only the mouse's way to the same.
    <td
      className={mergeClasses(
        styles.cell,
        canEdit && styles.editable,
        column.kind === "number" && styles.right,
        isEdited && styles.editing,
      )}
      data-place={`${index},${place}`}
      tabIndex={props.tabIndex}
      // ARIA 1.2 has it for a grid's cells.
      aria-readonly={edit === undefined ? undefined : !canEdit}
      onClick={canEdit && !isEdited ? () => edit.begin(row, column) : undefined}
    >
      {isEdited ? (
        <EditCell edit={edit} column={column} />
      ) : (
        <div className={styles.clip}>
          {isTitle(column, columns, place) && edit === undefined ? (
            <TitleCell row={row} column={column} href={itemHref(row)} onOpen={onOpen} />
          ) : (
            <Cell column={column} row={row} rowIndex={index} context={context} />
          )}
        </div>
      )}
    </td>
  );
}

/** The column that leads to the item: the title, or the first one in a view without it. */
function isTitle({ name }: Column, columns: readonly Column[], place: number): boolean {
  const titles = ["Title", "LinkFilename"];
  return columns.some((column) => titles.includes(valueName(column.name)))
    ? titles.includes(valueName(name))
    : place === 0;
}

export interface GroupLineProps {
  readonly line: Extract<Line, { kind: "group" }>;
  readonly index: number;
  readonly span: number;
  readonly folded: boolean;
  readonly tabIndex: 0 | -1;
  readonly onFold: (group: string) => void;
}

export function GroupLine({ line, index, span, folded, tabIndex, onFold }: GroupLineProps): React.JSX.Element {
  const styles = useGridStyles();
  const { texts } = usePage();
  return (
    <tr className={styles.line} aria-rowindex={index + 2}>
      <th scope="rowgroup" colSpan={span} className={styles.group} style={{ paddingLeft: `${4 + line.level * 24}px` }}>
        <button
          type="button"
          className={styles.heading}
          aria-expanded={!folded}
          title={folded ? texts.unfold : texts.fold}
          data-place={`${index},*`}
          tabIndex={tabIndex}
          onClick={() => onFold(line.key)}
        >
          {folded ? <ChevronRightRegular aria-hidden /> : <ChevronDownRegular aria-hidden />}
          <span>
            {line.label === "" ? texts.empty : line.label} ({line.count})
          </span>
        </button>
      </th>
    </tr>
  );
}
