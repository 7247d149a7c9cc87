import { makeStyles, Toolbar, ToolbarButton, tokens } from "@fluentui/react-components";
import { AddRegular, ArrowDownloadRegular, DismissRegular, TableEditRegular } from "@fluentui/react-icons";
import type { Rights } from "./load-list.ts";
import { usePage } from "./page-context.ts";
import { hiddenCommands } from "./view-commands.ts";

export interface ListCommandsProps {
  readonly rights: Rights;
  readonly editing: boolean;
  /** A board or a calendar has no cells to edit in. */
  readonly isGrid: boolean;
  /** The view's formatting, which may hide commands. */
  readonly format: unknown;
  readonly onNew: () => void;
  readonly onEdit: (editing: boolean) => void;
  readonly onExport: () => void;
}

/** What can be done with the list, by whom may do it. */
export function ListCommands(props: ListCommandsProps): React.JSX.Element {
  const { rights, editing, isGrid } = props;
  const styles = useStyles();
  const { texts } = usePage();
  const hidden = hiddenCommands(props.format);
  return (
    <div className={styles.bar}>
      <Toolbar size="small" aria-label={texts.commands} className={styles.tools}>
        {rights.add && !hidden.has("new") && (
          <ToolbarButton appearance="primary" icon={<AddRegular />} onClick={props.onNew}>
            {texts.newItem}
          </ToolbarButton>
        )}
        {rights.change && isGrid && !hidden.has("editInGridView") && (
          <ToolbarButton
            className={styles.plain}
            icon={editing ? <DismissRegular /> : <TableEditRegular />}
            onClick={() => props.onEdit(!editing)}
          >
            {editing ? texts.endGridEdit : texts.gridEdit}
          </ToolbarButton>
        )}
        <ToolbarButton className={styles.plain} icon={<ArrowDownloadRegular />} onClick={props.onExport}>
          {texts.exportCsv}
        </ToolbarButton>
      </Toolbar>
      {!rights.change && <span className={styles.quiet}>{texts.readOnly}</span>}
    </div>
  );
}

const useStyles = makeStyles({
  bar: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
  },
  tools: { flexWrap: "wrap", gap: tokens.spacingHorizontalXS, padding: "0px" },
  plain: { fontWeight: tokens.fontWeightRegular },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});
