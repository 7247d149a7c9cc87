import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Text,
  tokens,
} from "@fluentui/react-components";
import { fieldText } from "./field-text.ts";
import { titleOf } from "./item-title.ts";
import { editorOf } from "./list-model.ts";
import { usePage } from "./page-context.ts";
import type { Conflict } from "./use-grid-edit.ts";

/** Both values of what two people wrote at once; nothing is lost before somebody has chosen. */
export function ConflictDialog({ conflict }: { conflict: Conflict }): React.JSX.Element {
  const styles = useStyles();
  const { texts, style } = usePage();
  const { current, fields } = conflict;
  const moment = fieldText(
    { kind: "date-time", decimals: undefined, percentage: false },
    current.values["Modified"],
    style,
  );
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && conflict.goBack()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{texts.conflictTitle(titleOf(current, texts))}</DialogTitle>
          <DialogContent className={styles.content}>
            <Text>{texts.conflictWho(editorOf(current), moment)}</Text>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">{texts.field}</th>
                  <th scope="col">{texts.yourValue}</th>
                  <th scope="col">{texts.valueNow}</th>
                </tr>
              </thead>
              <tbody>
                {fields.map(({ column, mine, theirs }) => (
                  <tr key={column.name}>
                    <th scope="row">{column.title}</th>
                    <td>{fieldText(column, mine, style) || texts.empty}</td>
                    <td>{fieldText(column, theirs, style) || texts.empty}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </DialogContent>
          <DialogActions fluid>
            <Button appearance="primary" onClick={conflict.keepMine}>
              {texts.keepMine}
            </Button>
            <Button onClick={conflict.takeTheirs}>{texts.takeTheirs}</Button>
            <Button onClick={conflict.goBack}>{texts.goBack}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

const useStyles = makeStyles({
  surface: { maxWidth: "640px" },
  content: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  table: {
    width: "100%",
    borderCollapse: "collapse",
    textAlign: "left",
    "& th, & td": {
      padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
      verticalAlign: "top",
      overflowWrap: "anywhere",
    },
  },
});
