import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Caller, Notify, WorldOptions } from "./world.ts";

/** What the command was told. */
export interface ConformOptions extends Omit<WorldOptions, "fetch" | "wait" | "run" | "hands"> {
  /** Lines of the checklist, e.g. "G-37"; empty: all. */
  readonly only: readonly string[];
  readonly language: "da" | "en";
}

const text = { type: "string" } as const;
const flags = {
  graph: text,
  site: text,
  token: text,
  "member-token": text,
  "visitor-token": text,
  "stranger-token": text,
  "narrow-token": text,
  "expired-token": text,
  "application-token": text,
  "ungranted-token": text,
  large: { type: "boolean" },
  only: text,
  notify: text,
  "activity-type": text,
  parameter: { type: "string", multiple: true },
  "web-url": text,
  "without-app": text,
  en: { type: "boolean" },
} as const;

/** How the command is used, for whoever typed it wrongly. */
export const usage = `npm run conform -- --graph https://graph.microsoft.com/v1.0 --site HOST:/sites/NAME --token TOKEN|@FILE
  other callers   --member-token --visitor-token --stranger-token (no rights in the site) --narrow-token (no permission)
                  --expired-token --application-token (Sites.Selected, write) --ungranted-token (Sites.Selected, no grant)
  a large list    --large (makes 5,020 rows)
  a notification  --notify PERSON --activity-type TYPE --web-url TEAMS-LINK --parameter NAME=VALUE … --without-app PERSON
  only some       --only G-37,G-63
  in English      --en`;

/**
 * Reads what was typed; undefined when it is not enough to begin or a token would leave the machine unencrypted.
 *
 * @throws {Error} when a file with a token cannot be read
 */
export function readOptions(typed: readonly string[]): ConformOptions | undefined {
  const values = parsed(typed);
  const place = values && placeOf(values);
  if (!values || !place || values.token === undefined) return undefined;
  const notify = notifyOf(values);
  return {
    ...place,
    tokens: tokensOf(values, values.token),
    large: values.large === true,
    ...(notify === undefined ? {} : { notify }),
    only: values.only?.split(",") ?? [],
    language: values.en === true ? "en" : "da",
  };
}

type Typed = NonNullable<ReturnType<typeof parsed>>;

function parsed(typed: readonly string[]) {
  try {
    return parseArgs({ args: [...typed], options: flags }).values;
  } catch {
    return undefined;
  }
}

function placeOf(values: Typed): Pick<ConformOptions, "graph" | "siteHost" | "sitePath"> | undefined {
  const graph = values.graph?.replace(/\/$/u, "") ?? "";
  const [, siteHost, sitePath] = /^([^/:]+):(\/.+?)\/?$/u.exec(values.site ?? "") ?? [];
  return siteHost === undefined || sitePath === undefined || !isSafe(graph) ? undefined : { graph, siteHost, sitePath };
}

function tokensOf(values: Typed, owner: string): Partial<Record<Caller, string>> {
  const tokens: Partial<Record<Caller, string>> = { owner: secret(owner) };
  for (const caller of ["member", "visitor", "stranger", "narrow", "expired", "application", "ungranted"] as const) {
    const token = values[`${caller}-token`];
    if (token !== undefined) tokens[caller] = secret(token);
  }
  return tokens;
}

/** A token goes over https, or stays on this machine. */
function isSafe(graph: string): boolean {
  if (!URL.canParse(graph)) return false;
  const { protocol, hostname } = new URL(graph);
  return protocol === "https:" || ["localhost", "127.0.0.1"].includes(hostname);
}

/** A token itself, or `@` and the file it is in: what is typed can be read by others on the machine. */
function secret(value: string): string {
  return value.startsWith("@") ? readFileSync(value.slice(1), "utf8").trim() : value;
}

function notifyOf(values: Typed): Notify | undefined {
  const { notify: recipient, "activity-type": activityType, "web-url": webUrl, parameter = [] } = values;
  if (recipient === undefined || activityType === undefined || webUrl === undefined) return undefined;
  const templateParameters = parameter.map((pair) => {
    const [name = "", ...value] = pair.split("=");
    return { name, value: value.join("=") };
  });
  return { recipient, activityType, webUrl, templateParameters, without: values["without-app"] };
}
