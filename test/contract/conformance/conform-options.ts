import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { Caller, Notify, WorldOptions } from "./world.ts";

/** What the command was told. */
export interface ConformOptions extends Omit<WorldOptions, "fetch" | "wait" | "run" | "hands"> {
  /** Lines of the checklist, e.g. "G-37"; empty: all. */
  readonly only: readonly string[];
  readonly language: "da" | "en";
}

const callers = [
  "owner",
  "member",
  "visitor",
  "stranger",
  "narrow",
  "expired",
  "application",
  "ungranted",
] as const satisfies readonly Caller[];

/** What an Authorization header may carry (RFC 6750, 2.1). */
const bearerToken = /^[\w.~+/-]+=*$/u;

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
const usage = `npm run conform -- --graph https://graph.microsoft.com/v1.0 --site HOST:/sites/NAME --token TOKEN|@FILE
  other callers   --member-token --visitor-token --stranger-token (no rights in the site) --narrow-token (no permission)
                  --expired-token --application-token (Sites.Selected, write) --ungranted-token (Sites.Selected, no grant)
  a large list    --large (makes 5,020 rows)
  a notification  --notify PERSON --activity-type TYPE --web-url TEAMS-LINK --parameter NAME=VALUE … --without-app PERSON
  only some       --only G-37,G-63
  in English      --en`;

const wrongToken = {
  da: "der skal stå ét token, eller @ og en fil med ét token på én linje.",
  en: "expected one token, or @ and a file with one token on one line.",
} as const;

/**
 * Reads what was typed. Refused, with the line to say, when it is not enough to begin, a token would leave the machine
 * unencrypted, or a token is none: then the flag is named and nothing of its value is said.
 */
export function readOptions(typed: readonly string[]): Result<ConformOptions, string> {
  const values = parsed(typed);
  const place = values && placeOf(values);
  if (!values || !place || values.token === undefined) return refuse(usage);
  const notify = notifyOf(values);
  const language = values.en === true ? "en" : "da";
  const tokens = tokensOf(values);
  if (!tokens.ok) return refuse(`--${tokens.refusal}: ${wrongToken[language]}`);
  return ok({
    ...place,
    tokens: tokens.value,
    large: values.large === true,
    ...(notify === undefined ? {} : { notify }),
    only: values.only?.split(",") ?? [],
    language,
  });
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

/** The tokens by their caller; refused with the first flag that carries none. */
function tokensOf(values: Typed): Result<Partial<Record<Caller, string>>, string> {
  const tokens: Partial<Record<Caller, string>> = {};
  for (const caller of callers) {
    const flag = caller === "owner" ? "token" : (`${caller}-token` as const);
    const typed = values[flag];
    if (typed === undefined) continue;
    const token = secret(typed);
    if (token === undefined) return refuse(flag);
    tokens[caller] = token;
  }
  return ok(tokens);
}

/** A token goes over https, or stays on this machine. */
function isSafe(graph: string): boolean {
  if (!URL.canParse(graph)) return false;
  const { protocol, hostname } = new URL(graph);
  return protocol === "https:" || ["localhost", "127.0.0.1"].includes(hostname);
}

/**
 * A token itself, or `@` and the file it is in: what is typed can be read by others on the machine. Undefined where that
 * is no token: one with a line break, say, would stand in the error of the header that cannot carry it.
 */
function secret(value: string): string | undefined {
  try {
    const token = value.startsWith("@") ? readFileSync(value.slice(1), "utf8").trim() : value;
    return bearerToken.test(token) ? token : undefined;
  } catch {
    // The error would name the file, and the file's name may be a token somebody put an @ before.
    return undefined;
  }
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
