import { Link } from "@fluentui/react-components";
import { fieldText } from "./field-text.ts";
import { useLinkTabIndex } from "./in-grid.ts";
import type { Column, Row } from "./list-model.ts";
import { usePage } from "./page-context.ts";

export interface TitleCellProps {
  readonly row: Row;
  readonly column: Column;
  /** The item's own page, for a new tab or a copied address. */
  readonly href: string;
  readonly onOpen: (row: Row) => void;
}

/** The link to an item: a plain click opens it beside the list. */
export function TitleCell({ row, column, href, onOpen }: TitleCellProps): React.JSX.Element {
  const { style, texts } = usePage();
  const tab = useLinkTabIndex();
  const text = fieldText(column, row.values[column.name], style);
  return (
    <Link
      href={href}
      {...tab}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        onOpen(row);
      }}
    >
      {text === "" ? texts.noTitle : text}
    </Link>
  );
}
