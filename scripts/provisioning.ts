import { join } from "node:path";
import { demoMunicipality as municipality } from "#demo/municipality.ts";
import { refuse } from "#domain/shared/result.ts";
import { backupRefusalText } from "#sharepoint/backup/backup-refusal.ts";
import { takeBackup } from "#sharepoint/backup/take-backup.ts";
import { createGraphClient } from "#sharepoint/client/graph-client.ts";
import { ownFailure } from "#sharepoint/client/graph-error.ts";
import { realMachine } from "#sharepoint/client/machine.ts";
import { wantedLists } from "#sharepoint/lists/all-lists.ts";
import { differenceText } from "#sharepoint/provisioning/difference-texts.ts";
import { createProvisioning, type Provisioning, type ProvisioningOptions } from "#sharepoint/provisioning/provision.ts";
import { createAppearanceReader } from "#sharepoint/provisioning/read-appearance.ts";
import { createSiteScriptRunner } from "#sharepoint/provisioning/run-site-script.ts";
import { stepText } from "#sharepoint/provisioning/step-text.ts";
import { administratorToken } from "./administrator-token.ts";
import { backupFolder } from "./backup-folder.ts";
import type { Settings } from "./settings.ts";

/** The lists cannot be used as they are; the message says which and what to do. */
export class SitesNotReadyError extends Error {
  override name = "SitesNotReadyError";
}

/**
 * The two sites as the SharePoint administrator reaches them. In a tenant SharePoint's own REST wants a token of its
 * own, given in FREMDRIFT_SHAREPOINT_TOKEN.
 */
export function administratorSites(
  settings: Settings,
  say: (text: string) => void,
  language: "da" | "en" = "da",
): ProvisioningOptions {
  const token = () => administratorToken(settings.identityOrigin);
  const sharePoint = {
    sharePointOrigin: settings.sharePointOrigin,
    token: async () => process.env["FREMDRIFT_SHAREPOINT_TOKEN"] ?? (await token()),
  };
  const reach = {
    client: createGraphClient({
      ...realMachine,
      graphOrigin: settings.graphOrigin,
      token,
      log: () => {},
      unitsPerMinute: Number.POSITIVE_INFINITY,
    }),
    sites: { host: municipality.siteHost, records: municipality.recordSitePath, open: municipality.openSitePath },
    lists: wantedLists,
  };
  return {
    ...reach,
    readAppearance: createAppearanceReader(sharePoint),
    runSiteScript: createSiteScriptRunner(sharePoint),
    progress: (step) => say(`  ${stepText(step, wantedLists)[language]}`),
    beforeUpgrade: async () => {
      const takenAt = new Date().toISOString();
      const path = join(settings.dataFolder, "backups", `before-upgrade-${takenAt.replaceAll(/[:.]/g, "-")}`);
      say({ da: `  Sikkerhedskopi før opgraderingen: ${path}`, en: `  Backup before the upgrade: ${path}` }[language]);
      const taken = await takeBackup({ ...reach, folder: backupFolder(path), takenAt });
      if (taken.ok) return { ok: true, value: undefined };
      if (taken.refusal.kind === "store") return refuse(taken.refusal.failure);
      return refuse(ownFailure("unavailable", backupRefusalText(taken.refusal).en));
    },
  };
}

/** The provisioning of the two sites for a start: throws when a person must look at a list first. */
export function provisioning(settings: Settings, say: (text: string) => void): Provisioning {
  const sites = createProvisioning(administratorSites(settings, say));
  return {
    ...sites,
    apply: async () => {
      const done = await sites.apply();
      const [problem] = done.ok ? done.value.problems : [];
      if (problem === undefined) return done;
      const { cause, repair } = differenceText(problem);
      throw new SitesNotReadyError(`${problem.title}: ${cause.da}. ${repair.da}`);
    },
  };
}
