import type { Actor } from "../tenant/identity-set.ts";
import type { Site } from "../tenant/site-directory.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { siteUserId } from "./site-user.ts";
import type { Authors } from "./write-item.ts";

/** Who wrote, in the numbers of the site: the person, or the application where it wrote by itself. */
export function editorFields(tenant: Tenant, site: Site, actor: Actor): Authors {
  const application = actor.application && String(siteUserId(tenant, site, { application: actor.application }));
  const user = actor.user && String(siteUserId(tenant, site, actor.user));
  const editor = user ?? application;
  return {
    ...(editor === undefined ? {} : { EditorLookupId: editor }),
    ...(application === undefined ? {} : { AppEditorLookupId: application }),
  };
}

/** The same for a new item, whose author is its first editor. */
export function authorFields(tenant: Tenant, site: Site, actor: Actor): Authors {
  const editor = editorFields(tenant, site, actor);
  const author = editor["EditorLookupId"];
  const application = editor["AppEditorLookupId"];
  return {
    ...(author === undefined ? {} : { AuthorLookupId: author }),
    ...editor,
    ...(application === undefined ? {} : { AppAuthorLookupId: application }),
  };
}
