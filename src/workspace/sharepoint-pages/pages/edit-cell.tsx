import { makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { EditControl } from "./edit-control.tsx";
import type { Column } from "./list-model.ts";
import { usePage } from "./page-context.ts";
import type { GridEdit } from "./use-grid-edit.ts";

/** The editor in a cell: Enter or leaving it saves, Escape leaves what was there. */
export function EditCell({ edit, column }: { edit: GridEdit; column: Column }): React.JSX.Element | undefined {
  const styles = useStyles();
  const { texts } = usePage();
  const { at } = edit;
  const editor = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const cell = editor.current?.closest<HTMLElement>("[data-place]");
    // When the editor goes with the focus in it, the cell takes it.
    return () => {
      if (document.activeElement === document.body) cell?.focus();
    };
  }, []);
  if (at === undefined) return undefined;
  const onKey = (event: React.KeyboardEvent): void => {
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      edit.cancel();
      return;
    }
    const isNewLine = column.kind === "note" && event.shiftKey;
    if (event.key !== "Enter" || isNewLine) return;
    event.preventDefault();
    edit.commit();
  };
  return (
    // Keys of the editor inside, before it hears of them.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={editor}
      className={styles.editor}
      aria-busy={at.saving}
      onKeyDown={onKey}
      onBlur={(event) => {
        const stays = event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget);
        if (!stays && at.trouble === undefined) edit.commit();
      }}
    >
      <EditControl
        column={column}
        text={at.text}
        onText={edit.type}
        invalid={at.trouble !== undefined}
        describedBy={at.trouble === undefined ? undefined : "cell-trouble"}
        label={column.title}
        startsFocused
        inCell
      />
      {at.trouble !== undefined && (
        <div role="alert" id="cell-trouble" className={styles.trouble}>
          {texts.trouble[at.trouble]}
        </div>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  editor: { position: "relative", textAlign: "left" },
  trouble: {
    position: "absolute",
    top: "100%",
    left: 0,
    zIndex: 3,
    boxSizing: "border-box",
    width: "max-content",
    maxWidth: "320px",
    marginTop: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    border: `1px solid ${tokens.colorStatusDangerBorder2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorStatusDangerForeground1,
    whiteSpace: "normal",
    boxShadow: tokens.shadow8,
  },
});
