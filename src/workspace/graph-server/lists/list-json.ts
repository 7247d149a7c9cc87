import type { JsonDraft } from "../http/json.ts";
import { identitySet, readActor } from "../tenant/identity-set.ts";
import type { Site } from "../tenant/site-directory.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { listWebUrl, type SharePointList } from "./list.ts";

/** The eTag of a list with its double quotes. */
export function listETag(list: SharePointList): string {
  return `"${list.id},${list.version}"`;
}

/** A list as Graph shows it, without `@odata.context`. */
export function listJson(tenant: Tenant, site: Site, list: SharePointList): JsonDraft {
  const json: JsonDraft = {
    "@odata.etag": listETag(list),
    createdDateTime: list.created,
    description: list.description,
    eTag: listETag(list),
    id: list.id,
    lastModifiedDateTime: list.modified,
    name: list.name,
    webUrl: listWebUrl(tenant, site, list),
    displayName: list.displayName,
    createdBy: identitySet(readActor(list.createdBy)),
    lastModifiedBy: identitySet(readActor(list.modifiedBy)),
    parentReference: { siteId: site.id },
    list: { contentTypesEnabled: false, hidden: list.system === 1, template: list.template },
  };
  if (list.system === 1) json["system"] = {};
  return json;
}
