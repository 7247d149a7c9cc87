import * as z from "zod/mini";
import { type GraphReply, type RoutedCall, readBody } from "../http/graph-call.ts";
import { nameAlreadyExists } from "../http/graph-error.ts";
import type { Route } from "../http/route.ts";
import { requireMatch } from "../items/item-routes.ts";
import { actorOf } from "../tenant/identity-set.ts";
import { contextOf, type Tenant } from "../tenant/tenant.ts";
import { rootIdOf } from "./drive-item.ts";
import { type DrivePlace, drivePlace, findAtPath, folderId } from "./drive-place.ts";
import { readPath } from "./file-name.ts";
import { sessionState, uploadUrl } from "./upload.ts";
import { insertUploadSession } from "./upload-store.ts";

const conflictBehavior = "@microsoft.graph.conflictBehavior";
const sessionBody = z.object({
  item: z.optional(z.object({ [conflictBehavior]: z.optional(z.enum(["fail", "replace", "rename"])) })),
});

/** `createUploadSession` on a path: an address that takes the file in slices and needs no token. */
const createUploadSession =
  (startOf: (tenant: Tenant, call: RoutedCall, place: DrivePlace) => string): Route["handle"] =>
  (tenant, call): GraphReply => {
    const place = drivePlace(tenant, call, "write");
    const body = call.body.isEmpty ? {} : readBody(call, sessionBody);
    const conflict = body.item?.[conflictBehavior] ?? "fail";
    const path = readPath(call.param("path"));
    const startId = startOf(tenant, call, place);
    const present = findAtPath(tenant, startId, path);
    if (present) requireMatch(call, place.list, present);
    if (present && (conflict === "fail" || present.folder === 1)) throw nameAlreadyExists();
    const session = insertUploadSession(tenant, {
      siteId: place.site.id,
      listId: place.list.id,
      startId,
      path: path.join("/"),
      conflict,
      madeBy: JSON.stringify(actorOf(tenant, call.claims)),
    });
    return {
      status: 200,
      body: {
        "@odata.context": contextOf(tenant, "microsoft.graph.uploadSession"),
        ...sessionState(session),
        uploadUrl: uploadUrl(tenant, session),
      },
    };
  };

export const uploadRoutes: readonly Route[] = [
  {
    method: "POST",
    pattern: "/drives/{drive}/root:/{path*}:/createUploadSession",
    cost: 2,
    handle: createUploadSession((_tenant, _call, place) => rootIdOf(place.list)),
  },
  {
    method: "POST",
    pattern: "/drives/{drive}/items/{item}:/{path*}:/createUploadSession",
    cost: 2,
    handle: createUploadSession((tenant, call, place) => folderId(tenant, place, call.param("item"))),
  },
];
