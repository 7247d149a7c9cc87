import { demoMunicipality as municipality } from "#demo/municipality.ts";
import { createGraphClient } from "#sharepoint/client/graph-client.ts";
import { realMachine } from "#sharepoint/client/machine.ts";
import { wantedLists } from "#sharepoint/lists/all-lists.ts";
import { createProvisioning, type Provisioning } from "#sharepoint/provisioning/provision.ts";
import { createSiteScriptRunner } from "#sharepoint/provisioning/run-site-script.ts";
import { administratorToken } from "./administrator-token.ts";
import type { Settings } from "./settings.ts";

/** The provisioning of the two sites, signed in as the SharePoint administrator. */
export function provisioning(settings: Settings, say: (text: string) => void): Provisioning {
  const token = () => administratorToken(settings.identityOrigin);
  return createProvisioning({
    client: createGraphClient({
      ...realMachine,
      graphOrigin: settings.graphOrigin,
      token,
      log: () => {},
      unitsPerMinute: Number.POSITIVE_INFINITY,
    }),
    sites: { host: municipality.siteHost, records: municipality.recordSitePath, open: municipality.openSitePath },
    lists: wantedLists,
    runSiteScript: createSiteScriptRunner({ sharePointOrigin: settings.sharePointOrigin, token }),
    progress: (step) => say(`  ${step.site}: ${step.kind}${"list" in step ? ` ${step.list}` : ""}`),
  });
}
