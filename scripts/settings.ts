import { join, resolve } from "node:path";
import * as z from "zod/mini";
import type { DemoLayer } from "#demo/tell-demo.ts";

const schema = z.object({
  PORT: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(65_000)), 4280),
  FREMDRIFT_DATA: z._default(z.string(), ".fremdrift"),
  FREMDRIFT_DEMO: z._default(z.enum(["aktuel", "bedoemmelse", "historik", "none"]), "aktuel"),
  FREMDRIFT_NOW: z.optional(z.string()),
});

/** Where things are on this machine; the names others rely on. */
export interface Settings {
  readonly port: number;
  readonly dataFolder: string;
  readonly demo: DemoLayer;
  /** Where the clock stands once the demo is in, as given. */
  readonly now: string | undefined;
  readonly hostOrigin: string;
  readonly serviceOrigin: string;
  readonly graphOrigin: string;
  readonly identityOrigin: string;
  readonly sharePointOrigin: string;
  readonly credentialFile: string;
  readonly seedFile: string;
}

/** A setting cannot be used; the message names it. */
export class SettingsError extends Error {
  override name = "SettingsError";
}

/** Reads the settings of `npm start` and the other commands from the environment. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new SettingsError(`The setting ${issue?.path.join(".") ?? ""} cannot be used: ${issue?.message ?? ""}`);
  }
  const { PORT: port, FREMDRIFT_DATA: folder, FREMDRIFT_DEMO: demo, FREMDRIFT_NOW: now } = parsed.data;
  const dataFolder = resolve(folder);
  const at = (offset: number) => `http://localhost:${port + offset}`;
  return {
    port,
    dataFolder,
    demo,
    now,
    hostOrigin: at(0),
    serviceOrigin: at(1),
    graphOrigin: at(2),
    identityOrigin: at(3),
    sharePointOrigin: at(4),
    credentialFile: join(dataFolder, "service-key.json"),
    seedFile: join(dataFolder, "workspace-seed.json"),
  };
}
