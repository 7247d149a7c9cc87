import type { ColumnBody, GraphColumn } from "../client/lists.ts";
import { TEXT_LIMIT } from "./column.ts";

/** What says that a list is ours, and how far it is provisioned. */
export interface ListMarker {
  readonly schemaVersion: number;
  /** Hash of the views and formats in place; "0" while the list is being made, mended or upgraded. */
  readonly appearance: string;
}

/** Internal name of the hidden column whose description carries the marker; the column itself holds nothing. */
export const MARKER_COLUMN = "FremdriftListe";

/** Where a list's marker was found. */
export interface FoundMarker {
  readonly marker: ListMarker | undefined;
  /** The marker column, if it is there. */
  readonly columnId: string | undefined;
  /** The list's description without the marker that former versions wrote there. */
  readonly description: string;
}

const MARKER = /Fremdrift-liste (\d+)\.([0-9a-f]+)/;
const IN_DESCRIPTION = new RegExp(`\\s*\\(${MARKER.source}\\)$`);

/** The marker column as Graph makes it: in no form, no view and no choice of columns. */
export function markerColumn(marker: ListMarker): ColumnBody {
  return {
    name: MARKER_COLUMN,
    displayName: "Fremdrift-liste",
    description: markerText(marker),
    hidden: true,
    text: { allowMultipleLines: false, maxLength: TEXT_LIMIT },
  };
}

/** What the marker column's description says. */
export function markerText(marker: ListMarker): string {
  return `Fremdrift-liste ${marker.schemaVersion}.${marker.appearance}`;
}

/** The marker of a list; none on a list that is not ours. Former versions kept it at the end of the description. */
export function readMarker(description: string, columns: readonly GraphColumn[]): FoundMarker {
  const column = columns.find(({ name }) => name === MARKER_COLUMN);
  return {
    marker: parseMarker(MARKER.exec(column?.description ?? "")) ?? parseMarker(IN_DESCRIPTION.exec(description)),
    columnId: column?.id,
    description: description.replace(IN_DESCRIPTION, ""),
  };
}

function parseMarker(match: RegExpExecArray | null): ListMarker | undefined {
  const [, version, appearance] = match ?? [];
  if (version === undefined || appearance === undefined) return undefined;
  return { schemaVersion: Number(version), appearance };
}
