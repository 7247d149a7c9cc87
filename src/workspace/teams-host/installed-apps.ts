import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod/mini";
import { type AppPackage, type AppPackageAnswer, readAppPackage } from "./app-package.ts";

/** The tenant's app catalogue: packages uploaded by an administrator, installed for everybody. */
export interface InstalledApps {
  list(): readonly AppPackage[];
  find(id: string): AppPackage | undefined;
  /** Takes a package in, in place of an earlier one with the same id. */
  install(zip: Uint8Array, placement: Placement): AppPackageAnswer;
}

export interface Placement {
  readonly origin: string | undefined;
  readonly bot: string | undefined;
}

const placementSchema = z.object({ origin: z.optional(z.string()), bot: z.optional(z.string()) });

/** Keeps the packages in a folder (`<id>.zip` and `<id>.json`), or in memory without one. */
export function createInstalledApps(folder?: string): InstalledApps {
  const apps = new Map(readKept(folder).map((app) => [app.id, app]));
  return {
    list: () => [...apps.values()],
    find: (id) => apps.get(id),
    install(zip, placement) {
      const answer = readAppPackage(zip, placement);
      if (!answer.ok) return answer;
      apps.set(answer.value.id, answer.value);
      if (folder !== undefined) keep(folder, answer.value.id, zip, placement);
      return answer;
    },
  };
}

function readKept(folder: string | undefined): readonly AppPackage[] {
  if (folder === undefined || !existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".zip"))
    .flatMap((name) => {
      const placement: unknown = JSON.parse(readFileSync(join(folder, name.replace(/\.zip$/u, ".json")), "utf8"));
      const { origin, bot } = placementSchema.parse(placement);
      const answer = readAppPackage(readFileSync(join(folder, name)), { origin, bot });
      return answer.ok ? [answer.value] : [];
    });
}

/** The placement is written first: a zip without one would not be readable after a crash in between. */
function keep(folder: string, id: string, zip: Uint8Array, placement: Placement): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of [
    [`${id}.json`, JSON.stringify(placement)],
    [`${id}.zip`, zip],
  ] as const) {
    writeFileSync(join(folder, `${name}.new`), content);
    renameSync(join(folder, `${name}.new`), join(folder, name));
  }
}
