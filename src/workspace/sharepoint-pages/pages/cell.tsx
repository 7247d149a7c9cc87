import { Avatar, Link, makeStyles, tokens } from "@fluentui/react-components";
import { memo, useMemo } from "react";
import { cellScope } from "./cell-scope.ts";
import { formatCell, parseColumnFormat } from "./column-format.ts";
import { fieldText, hostLink, linkOf } from "./field-text.ts";
import { FormattedCell } from "./formatted-cell.tsx";
import { useLinkTabIndex } from "./in-grid.ts";
import type { Column, Row } from "./list-model.ts";
import { usePage } from "./page-context.ts";
import type { ViewContext } from "./view-rows.ts";

export interface CellProps {
  readonly column: Column;
  readonly row: Row;
  readonly rowIndex: number;
  readonly context: ViewContext;
  /** The whole text with its line breaks, as on the item's page. */
  readonly whole?: boolean;
}

/** A value as its column shows it: formatted, as a link, as pills, or as text. */
export const Cell = memo(function Cell({
  column,
  row,
  rowIndex,
  context,
  whole = false,
}: CellProps): React.JSX.Element {
  const styles = useStyles();
  const { config, style, texts } = usePage();
  const tab = useLinkTabIndex();
  const value = row.values[column.name];
  const format = useMemo(() => parseColumnFormat(column.format), [column.format]);
  if (format !== undefined) {
    const scope = cellScope(row, column.name, rowIndex, { ...context, mail: config.persona.userPrincipalName });
    return <FormattedCell node={formatCell(format, scope)} />;
  }
  const url = linkOf(value);
  if (url !== undefined) {
    const label = column.kind === "link" ? fieldText(column, value, style) : texts.openInApp;
    return (
      <Link
        href={hostLink(url, config.hostOrigin, config.persona.userPrincipalName)}
        target="_blank"
        rel="noopener"
        {...tab}
      >
        {isAppLink(url) || column.kind === "link" ? label : url}
      </Link>
    );
  }
  const text = fieldText(column, value, style);
  if (column.kind === "person" && text !== "") {
    return (
      <span className={styles.person}>
        <Avatar aria-hidden size={24} name={text} color="colorful" />
        {text}
      </span>
    );
  }
  if (column.kind === "choice" && text !== "") return <span className={styles.pill}>{text}</span>;
  if (column.kind === "multi-choice" && Array.isArray(value)) {
    return (
      <span className={styles.pills}>
        {text.split("; ").map((part) => (
          <span key={part} className={styles.pill}>
            {part}
          </span>
        ))}
      </span>
    );
  }
  return <span className={whole ? styles.whole : undefined}>{text}</span>;
});

function isAppLink(url: string): boolean {
  return /^https:\/\/teams\.(?:microsoft\.com|cloud\.microsoft)\/l\//u.test(url);
}

const useStyles = makeStyles({
  pills: { display: "inline-flex", gap: tokens.spacingHorizontalXS },
  pill: {
    padding: `2px ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    backgroundColor: tokens.colorNeutralBackground4,
  },
  person: { display: "inline-flex", alignItems: "center", gap: tokens.spacingHorizontalS },
  whole: { whiteSpace: "pre-wrap", overflowWrap: "anywhere" },
});
