import { randomUUID } from "node:crypto";
import { positionOf, withBuiltInColumns } from "../columns/built-in-columns.ts";
import { insertColumn, type NewColumn } from "../columns/column.ts";
import { foldCase } from "../database/open-database.ts";
import { invalidRequest, nameAlreadyExists } from "../http/graph-error.ts";
import { limits } from "../limits.ts";
import { insertDefaultView } from "../sharepoint/view.ts";
import type { Actor } from "../tenant/identity-set.ts";
import type { Site } from "../tenant/site-directory.ts";
import { type Tenant, wireTime } from "../tenant/tenant.ts";
import { findList, listsOf, type SharePointList } from "./list.ts";

export interface NewList {
  readonly displayName: string;
  /** Given only where SharePoint's own differs from the title. */
  readonly name?: string;
  readonly description: string;
  readonly template: SharePointList["template"];
  readonly system: boolean;
  readonly columns: readonly NewColumn[];
}

/** Makes a list with its built-in columns and default view. A taken title is 409; columns have been checked. */
export function createList(tenant: Tenant, site: Site, wanted: NewList, by: Actor): SharePointList {
  const { db } = tenant;
  const present = listsOf(db, site.id);
  if (present.length >= limits.listsPerSite)
    throw invalidRequest("The site holds the largest number of lists allowed.");
  if (present.some((list) => foldCase(list.displayName) === foldCase(wanted.displayName))) {
    throw nameAlreadyExists();
  }
  const id = randomUUID();
  const now = wireTime(tenant.now());
  db.run(
    `INSERT INTO lists (id, siteId, name, displayName, description, template, system, created, modified, createdBy,
      modifiedBy, version, nextItemId, rootFolderId, driveId, deltaEpoch)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 1, ?, ?, 1)`,
    id,
    site.id,
    freeName(wanted.name ?? wanted.displayName, present),
    wanted.displayName,
    wanted.description,
    wanted.template,
    Number(wanted.system),
    now,
    now,
    JSON.stringify(by),
    JSON.stringify(by),
    randomUUID(),
    wanted.template === "documentLibrary" ? driveIdOf(site, id) : null,
  );
  const list = findList(db, site.id, id);
  if (!list) throw new Error("The list just made is not there.");
  withBuiltInColumns(wanted.template, wanted.columns).forEach((column, index) => {
    insertColumn(db, list.key, randomUUID(), column, positionOf(column, index));
  });
  insertDefaultView(db, list);
  return list;
}

/** The address name of a list: its title without characters an address cannot have, numbered if taken. */
function freeName(title: string, present: readonly SharePointList[]): string {
  const base = title.replace(/["#%&*:<>?/\\{|}~.,']/g, "").trim() || "Liste";
  const taken = new Set(present.map((list) => foldCase(list.name)));
  let name = base;
  for (let number = 1; taken.has(foldCase(name)); number++) name = `${base}${number}`;
  return name;
}

/** A drive id has the ids of site, web and list in it. */
function driveIdOf(site: Site, listId: string): string {
  const hex = [site.siteGuid, site.webGuid, listId].join("").replaceAll("-", "");
  return `b!${Buffer.from(hex, "hex").toString("base64url")}`;
}
