import { makeStyles } from "@fluentui/react-components";

const useStyles = makeStyles({ part: { display: "inline-block" } });

/** Short facts in a row; where the line is too short it breaks after a dot, never within a fact. Empty ones are left out. */
export function MetaLine({
  parts,
  className,
}: {
  readonly parts: readonly (string | number | undefined)[];
  readonly className: string;
}) {
  const styles = useStyles();
  const shown = parts.map((part) => String(part ?? "")).filter((part) => part !== "");
  return (
    <span className={className}>
      {shown.map((part, index) => (
        <span key={part}>
          <span className={styles.part}>{index < shown.length - 1 ? `${part} ·` : part}</span>{" "}
        </span>
      ))}
    </span>
  );
}
