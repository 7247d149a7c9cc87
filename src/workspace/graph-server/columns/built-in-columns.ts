import type { JsonObject } from "../http/json.ts";
import { limits } from "../limits.ts";
import type { ColumnKind, NewColumn } from "./column.ts";
import { type ColumnBody, toNewColumn } from "./column-definition.ts";

const plainText: JsonObject = {
  text: {
    allowMultipleLines: false,
    appendChangesToExistingText: false,
    linesForEditing: 0,
    maxLength: limits.textLength,
  },
};
const instant: JsonObject = { dateTime: { displayAs: "default", format: "dateTime" } };
const person: JsonObject = {
  personOrGroup: { allowMultipleSelection: false, chooseFromType: "peopleOnly", displayAs: "nameWithPresence" },
};

function builtIn(
  name: string,
  displayName: string,
  kind: ColumnKind,
  facet: JsonObject,
  more: Partial<NewColumn> = {},
): NewColumn {
  return {
    name,
    displayName,
    description: "",
    columnGroup: "Custom Columns",
    kind,
    facet,
    indexed: false,
    isUnique: false,
    required: false,
    hidden: false,
    readOnly: true,
    builtIn: true,
    ...more,
  };
}

const before: readonly NewColumn[] = [
  builtIn("Title", "Titel", "text", plainText, { readOnly: false }),
  builtIn("_ColorTag", "Farvekode", "computed", plainText),
  builtIn("ComplianceAssetId", "Id for aktiv", "computed", plainText),
];

const after: readonly NewColumn[] = [
  builtIn("ID", "Id", "computed", {}),
  builtIn("ContentType", "Indholdstype", "computed", plainText),
  builtIn("Modified", "Ændret", "date-time", instant),
  builtIn("Created", "Oprettet", "date-time", instant),
  builtIn("Author", "Oprettet af", "person", person),
  builtIn("Editor", "Ændret af", "person", person),
  builtIn("_UIVersionString", "Version", "computed", plainText),
];

const afterInLists: readonly NewColumn[] = [
  builtIn("Attachments", "Vedhæftede filer", "computed", { boolean: {} }),
  builtIn("Edit", "Rediger", "computed", {}),
  builtIn("LinkTitleNoMenu", "Titel", "computed", {}),
  builtIn("LinkTitle", "Titel", "computed", {}),
];

const afterInLibraries: readonly NewColumn[] = [
  builtIn("FileLeafRef", "Navn", "text", plainText),
  builtIn("FileSizeDisplay", "Filstørrelse", "computed", {}),
  builtIn("LinkFilenameNoMenu", "Navn", "computed", {}),
  builtIn("LinkFilename", "Navn", "computed", {}),
];

const last: readonly NewColumn[] = [
  builtIn("DocIcon", "Type", "computed", {}),
  builtIn("ItemChildCount", "Antal underordnede elementer", "computed", {}),
  builtIn("FolderChildCount", "Antal undermapper", "computed", {}),
  builtIn("_ComplianceFlags", "Mærkatindstilling", "computed", {}),
  builtIn("_ComplianceTag", "Opbevaringsmærkat", "computed", {}),
  builtIn("_ComplianceTagWrittenTime", "Opbevaringsmærkat anvendt", "computed", {}),
  builtIn("_ComplianceTagUserId", "Mærkat anvendt af", "computed", {}),
  builtIn("_IsRecord", "Elementet er en post", "computed", {}),
  builtIn("AppAuthor", "App oprettet af", "person", {}),
  builtIn("AppEditor", "App ændret af", "person", {}),
];

/** All columns of a new list in SharePoint's order, the list's own ones in the middle; built-in names are Danish. */
export function withBuiltInColumns(template: string, own: readonly NewColumn[]): readonly NewColumn[] {
  const middle = template === "documentLibrary" ? afterInLibraries : afterInLists;
  return [...before, ...own, ...after, ...middle, ...last];
}

/** Where a column added later stands: after the list's own ones, before "ID". */
export const positionOfOwn = 1_000;

/** Position of the n-th column of a new list; leaves room for own columns added later. */
export function positionOf(column: NewColumn, index: number): number {
  if (!column.builtIn) return positionOfOwn;
  return before.some((first) => first.name === column.name) ? index : positionOfOwn + 1 + index;
}

const userTexts: readonly ColumnBody[] = [
  { name: "Name", displayName: "Konto", text: {}, indexed: true, enforceUniqueValues: true },
  { name: "EMail", displayName: "Mail", text: {}, indexed: true },
  { name: "UserName", displayName: "Brugernavn", text: {}, indexed: true },
  { name: "JobTitle", displayName: "Stilling", text: {} },
  { name: "Department", displayName: "Afdeling", text: {} },
];

/** The columns of the hidden "User Information List". */
export const userListColumns: readonly NewColumn[] = userTexts.map(toNewColumn);
