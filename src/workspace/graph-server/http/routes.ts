import { activityRoutes } from "../activity/send-activity.ts";
import { columnRoutes } from "../columns/column-routes.ts";
import { uploadRoutes } from "../drives/create-upload-session.ts";
import { driveRoutes } from "../drives/drive-routes.ts";
import { deltaRoutes } from "../items/delta-routes.ts";
import { itemRoutes } from "../items/item-routes.ts";
import { versionRoutes } from "../items/version-routes.ts";
import { listRoutes } from "../lists/list-routes.ts";
import { userRoutes } from "../people/user-routes.ts";
import { siteRoutes } from "../tenant/site-routes.ts";
import type { Route } from "./route.ts";
import { unsupportedRoutes } from "./unsupported-routes.ts";

/** Everything this server answers below `/v1.0`; the first row that fits wins. */
export const routes: readonly Route[] = [
  ...siteRoutes,
  ...listRoutes,
  ...columnRoutes,
  ...deltaRoutes,
  ...itemRoutes,
  ...versionRoutes,
  ...uploadRoutes,
  ...driveRoutes,
  ...userRoutes,
  ...activityRoutes,
  ...unsupportedRoutes,
];
