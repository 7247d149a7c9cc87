import type { Column } from "../columns/column.ts";
import { invalidRequest } from "../http/graph-error.ts";
import type { Json, JsonDraft } from "../http/json.ts";
import { listWebUrl, type SharePointList } from "../lists/list.ts";
import { identitySet, readActor } from "../tenant/identity-set.ts";
import type { Site } from "../tenant/site-directory.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { fieldKey } from "./column-index.ts";
import { type FieldValues, fieldsOf, type Item, itemETag } from "./item.ts";

type ShowFields = (item: Item) => JsonDraft;

/** How one member of `fields` is found in an item. */
type Member = (item: Item, fields: FieldValues) => Json | undefined;

/** A list item without `fields`, as a single GET and the pages show it. */
export function itemJson(tenant: Tenant, site: Site, list: SharePointList, item: Item): JsonDraft {
  return {
    "@odata.etag": itemETag(list, item),
    createdDateTime: item.created,
    eTag: itemETag(list, item),
    id: String(item.id),
    lastModifiedDateTime: item.modified,
    webUrl: itemWebUrl(tenant, site, list, item),
    createdBy: identitySet(readActor(item.createdBy)),
    lastModifiedBy: identitySet(readActor(item.modifiedBy)),
    parentReference: { id: list.rootFolderId, siteId: site.id },
    contentType: contentTypeJson(item.contentType),
  };
}

export function contentTypeJson(name: Item["contentType"]): JsonDraft {
  const id = { Item: "0x0100", Document: "0x0101", Folder: "0x0120" }[name];
  return { id: `${id}00C8B5D2F1A94E4B0E9D63A7F2C15B84D0`, name };
}

function itemWebUrl(tenant: Tenant, site: Site, list: SharePointList, item: Item): string {
  const base = listWebUrl(tenant, site, list);
  if (list.template !== "documentLibrary") return `${base}/${item.id}_.000`;
  const path = fieldsOf(item)["FileRef"];
  return `${base}/${typeof path === "string" ? path.split("/").map(encodeURIComponent).join("/") : ""}`;
}

/** Prepares, once per request, how `fields` of this list are shown: all of them, or the selected ones. */
export function fieldsView(
  list: SharePointList,
  columns: readonly Column[],
  select: readonly string[] | undefined,
): ShowFields {
  const members = select === undefined ? allMembers(columns) : selectedMembers(columns, select);
  return (item) => {
    const fields = fieldsOf(item);
    const json: JsonDraft = { "@odata.etag": itemETag(list, item) };
    for (const [name, read] of members) {
      const value = read(item, fields);
      if (value !== undefined) json[name] = value;
    }
    return json;
  };
}

const stored =
  (name: string): Member =>
  (_item, fields) =>
    fields[name];

const computed: Readonly<Record<string, Member>> = {
  ID: (item) => String(item.id),
  id: (item) => String(item.id),
  ContentType: (item) => item.contentType,
  _UIVersionString: (item) => `${item.version}.0`,
  Attachments: () => false,
  Edit: () => "",
  LinkTitleNoMenu: stored("Title"),
  LinkTitle: stored("Title"),
  LinkFilenameNoMenu: stored("FileLeafRef"),
  LinkFilename: stored("FileLeafRef"),
  DocIcon: (_item, fields) => extensionOf(fields["FileLeafRef"]),
  FileSizeDisplay: stored("FileSizeDisplay"),
  ItemChildCount: () => "0",
  FolderChildCount: () => "0",
  _ComplianceFlags: () => "",
  _ComplianceTag: () => "",
  _ComplianceTagWrittenTime: () => "",
  _ComplianceTagUserId: () => "",
};

// SharePoint leaves these out unless they are asked for.
const onlyOnRequest = new Set(["ID", "DocIcon", "_IsRecord", "_ColorTag", "ComplianceAssetId"]);

function allMembers(columns: readonly Column[]): readonly (readonly [string, Member])[] {
  const own = columns.filter((column) => !column.builtIn || column.name === "Title");
  const rest = columns.filter((column) => column.builtIn && column.name !== "Title" && !onlyOnRequest.has(column.name));
  const id = computed["id"] ?? stored("id");
  return [...own.map(memberOf), ["id", id], ...rest.map(memberOf)];
}

function memberOf(column: Column): readonly [string, Member] {
  const key = fieldKey(column);
  return [key, computed[column.name] ?? stored(key)];
}

function selectedMembers(
  columns: readonly Column[],
  select: readonly string[],
): readonly (readonly [string, Member])[] {
  return select.map((name) => {
    const member = computed[name];
    if (member) return [name, member];
    const column = columns.find((candidate) => candidate.name === name);
    if (column?.kind === "person") return [name, personName(name)];
    if (column || columns.some((candidate) => candidate.kind === "person" && fieldKey(candidate) === name)) {
      return [name, stored(name)];
    }
    throw invalidRequest("A provided field name is not recognized");
  });
}

function personName(column: string): Member {
  return (item) => {
    const actor = readActor(column === "Author" || column === "AppAuthor" ? item.createdBy : item.modifiedBy);
    const byApplication = column.startsWith("App") ? actor.application : (actor.user ?? actor.application);
    return byApplication?.displayName;
  };
}

function extensionOf(name: Json | undefined): Json | undefined {
  return typeof name === "string" && name.includes(".")
    ? name.slice(name.lastIndexOf(".") + 1).toLowerCase()
    : undefined;
}
