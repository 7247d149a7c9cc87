import type { GraphClient } from "#sharepoint/client/graph-client.ts";
import type { GraphItem, ListRef } from "#sharepoint/client/list-item.ts";
import type { GraphColumn } from "#sharepoint/client/lists.ts";
import type { WantedList } from "#sharepoint/lists/define-list.ts";
import { type TestWorkspace, testSites } from "./test-workspace.ts";

/** What somebody with full rights does to a list in SharePoint, by hand. */
export interface SiteDamage {
  readonly admin: GraphClient;
  readonly place: (list: WantedList) => Promise<ListRef>;
  readonly column: (list: WantedList, name: string) => Promise<GraphColumn>;
  readonly patchColumn: (list: WantedList, name: string, body: Readonly<Record<string, unknown>>) => Promise<void>;
  readonly deleteColumn: (list: WantedList, name: string) => Promise<void>;
  /** The same internal name with another type, as SharePoint's own column page makes of a choice. */
  readonly retypeColumn: (list: WantedList, name: string, facet: Readonly<Record<string, unknown>>) => Promise<void>;
  readonly deleteList: (list: WantedList) => Promise<void>;
  readonly rename: (list: WantedList, displayName: string) => Promise<void>;
  readonly rows: (list: WantedList, columns: readonly string[]) => Promise<readonly GraphItem[]>;
  /** Runs a site script with these actions on the list. */
  readonly script: (list: WantedList, subactions: readonly Readonly<Record<string, unknown>>[]) => Promise<void>;
}

export function siteDamage(workspace: TestWorkspace): SiteDamage {
  const admin = workspace.personClient("administrator");

  async function place(list: WantedList): Promise<ListRef> {
    const site = certain(await admin.siteByPath(testSites.host, testSites[list.site]));
    const found = certain(await admin.lists(site.id)).find(({ name }) => name === list.name);
    if (!found) throw new Error(`No list ${list.name}`);
    return { siteId: site.id, listId: found.id };
  }

  async function column(list: WantedList, name: string): Promise<GraphColumn> {
    const found = certain(await admin.columns(await place(list))).find((other) => other.name === name);
    if (!found) throw new Error(`No column ${name}`);
    return found;
  }

  async function erase(path: string): Promise<void> {
    const [answer] = await admin.batch([{ method: "DELETE", path, units: 2 }]);
    if (!answer?.ok) throw new Error(`Not deleted: ${path}`);
  }

  async function deleteColumn(list: WantedList, name: string): Promise<void> {
    const { siteId, listId } = await place(list);
    await erase(`/sites/${siteId}/lists/${listId}/columns/${(await column(list, name)).id}`);
  }

  return {
    admin,
    place,
    column,
    deleteColumn,
    patchColumn: async (list, name, body) => {
      certain(await admin.updateColumn(await place(list), (await column(list, name)).id, body));
    },
    retypeColumn: async (list, name, facet) => {
      const { displayName } = await column(list, name);
      await deleteColumn(list, name);
      certain(await admin.addColumn(await place(list), { name, displayName, ...facet }));
    },
    deleteList: async (list) => {
      const { siteId, listId } = await place(list);
      await erase(`/sites/${siteId}/lists/${listId}`);
    },
    rename: async (list, displayName) => {
      certain(await admin.updateList(await place(list), { displayName }));
    },
    rows: async (list, columns) => certain(await admin.items(await place(list), columns)),
    script: async (list, subactions) => {
      const { siteId } = await place(list);
      const actions = [{ verb: "createSPList", listName: list.title, subactions }];
      const outcomes = workspace.server.sharePoint.applySiteScript(siteId, { actions });
      if (outcomes.some(({ succeeded }) => !succeeded)) throw new Error("The script failed");
    },
  };
}

function certain<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: unknown },
): T {
  if (result.ok) return result.value;
  throw new Error(`Refused: ${JSON.stringify(result.refusal)}`);
}
