import { makeStyles, tokens } from "@fluentui/react-components";
import { type FocusEvent, useId } from "react";

const useStyles = makeStyles({
  field: { display: "flex", flexDirection: "column", gap: "4px", width: "100%", maxWidth: "640px" },
  link: {
    width: "100%",
    padding: "6px 10px",
    font: "inherit",
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
  },
});

interface LinkFieldProps {
  readonly label: string;
  readonly link: string;
  /** Takes the focus at once: it stands there because a press has asked for it. */
  readonly atOnce?: boolean;
}

/** A link to copy by hand: the whole of it is marked when the field gets the focus. */
export function LinkField({ label, link, atOnce = false }: LinkFieldProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className={styles.link}
        readOnly
        value={link}
        ref={atOnce ? takeFocus : undefined}
        onFocus={(event: FocusEvent<HTMLInputElement>) => {
          event.target.select();
        }}
      />
    </div>
  );
}

function takeFocus(field: HTMLInputElement | null): void {
  field?.focus();
}
