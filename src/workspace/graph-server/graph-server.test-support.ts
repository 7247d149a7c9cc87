import { expect } from "vitest";
import type { WorkspaceSeed } from "../workspace-seed.ts";
import { type Answer, readAnswer, requestBody } from "./graph-answer.test-support.ts";
import { createGraphServer, type GraphServer, type GraphServerOptions } from "./graph-server.ts";
import type { TokenClaims } from "./token-claims.ts";

export const origin = "http://graph.test";

const appId = "00000000-0000-4000-8000-0000000000a1";
const serviceId = "00000000-0000-4000-8000-0000000000a2";

const person = (number: number, givenName: string, surname: string, name: string) => ({
  id: `00000000-0000-4000-8000-00000000000${number}`,
  displayName: `${givenName} ${surname}`,
  givenName,
  surname,
  userPrincipalName: `${name}@kommune.example`,
  jobTitle: "Konsulent",
  department: "Digitalisering",
  preferredLanguage: "da-DK",
});

/** A small municipality: one site with an owner, a member and a visitor, and a closed one for an application. */
export const seed: WorkspaceSeed = {
  tenant: {
    id: "00000000-0000-4000-8000-0000000000f0",
    aliases: [],
    domain: "kommune.example",
    displayName: "Prøve Kommune",
    timeZone: "Europe/Copenhagen",
  },
  people: [
    person(1, "Ejnar", "Ejer", "ejer"),
    person(2, "Merete", "Medlem", "medlem"),
    person(3, "Gerda", "Gæst", "gaest"),
    person(4, "Ulla", "Udenfor", "udenfor"),
  ],
  sites: [
    {
      path: "/sites/aaben",
      displayName: "Åben",
      members: {
        "ejer@kommune.example": "owner",
        "medlem@kommune.example": "member",
        "gaest@kommune.example": "visitor",
      },
      applicationGrants: { [serviceId]: "write" },
    },
    { path: "/sites/lukket", displayName: "Lukket", members: {}, applicationGrants: { [serviceId]: "read" } },
  ],
  applications: [
    {
      id: appId,
      displayName: "Prøveprogram",
      exposedScopes: [],
      applicationPermissions: [],
      delegatedPermissions: [],
      redirectUris: [],
      publicClient: true,
    },
    {
      id: serviceId,
      displayName: "Prøvetjeneste",
      exposedScopes: [],
      applicationPermissions: ["Sites.Selected"],
      delegatedPermissions: [],
      redirectUris: [],
      publicClient: false,
    },
  ],
};

type Persona = "ejer" | "medlem" | "gaest" | "udenfor";

/** A token of a person, by default with every permission on sites and people. */
export function tokenOf(
  name: Persona,
  scopes: readonly string[] = ["Sites.FullControl.All", "User.ReadBasic.All"],
): string {
  const number = ["ejer", "medlem", "gaest", "udenfor"].indexOf(name) + 1;
  return toToken({
    kind: "delegated",
    userId: `00000000-0000-4000-8000-00000000000${number}`,
    userPrincipalName: `${name}@kommune.example`,
    appId,
    scopes,
    roles: [],
  });
}

export const serviceToken = toToken({ kind: "application", appId: serviceId, roles: ["Sites.Selected"] });
export const strangerToken = toToken({ kind: "application", appId, roles: ["Sites.Selected"] });
export const clients = { app: appId, service: serviceId };

function toToken(claims: TokenClaims): string {
  return Buffer.from(JSON.stringify(claims)).toString("base64url");
}

export type { Answer };

export interface Bench {
  readonly server: GraphServer;
  /** Calls below /v1.0 (or a whole address), as the owner unless a token is given. */
  readonly call: (method: string, path: string, body?: unknown, more?: CallMore) => Promise<Answer>;
  readonly site: string;
  readonly closedSite: string;
  /** Moves business and machine time. */
  readonly advance: (milliseconds: number) => void;
}

export interface CallMore {
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A server in memory on 5 January 2026, 10.00 UTC. */
export function openBench(options: Partial<GraphServerOptions> = {}): Bench {
  let now = Date.UTC(2026, 0, 5, 10);
  const bugs: unknown[] = [];
  const server = createGraphServer({
    seed,
    dataFile: ":memory:",
    origin,
    sharePointOrigin: "http://sharepoint.test",
    siteHost: "kommune.sharepoint.example",
    now: () => new Date(now),
    machineNow: () => now,
    wait: () => Promise.resolve(),
    verifyToken: (bearer) => Promise.resolve(readToken(bearer)),
    onBug: (cause) => bugs.push(cause),
    ...options,
  });
  const call = async (method: string, path: string, body?: unknown, more: CallMore = {}): Promise<Answer> => {
    const headers = new Headers({ Authorization: `Bearer ${more.token ?? tokenOf("ejer")}`, ...more.headers });
    const init: RequestInit = { method, headers };
    if (body !== undefined) {
      if (!headers.has("content-type")) headers.set("content-type", "application/json");
      init.body = requestBody(body);
    }
    const url = path.startsWith("http") ? path : `${origin}/v1.0${path}`;
    const response = await server.fetch(new Request(url, init));
    if (bugs.length > 0) throw bugs[0];
    return readAnswer(response);
  };
  return {
    server,
    call,
    site: "/sites/kommune.sharepoint.example:/sites/aaben:",
    closedSite: "/sites/kommune.sharepoint.example:/sites/lukket:",
    advance: (milliseconds) => {
      now += milliseconds;
    },
  };
}

function readToken(bearer: string): TokenClaims | { kind: "refused"; reason: "expired" | "invalid" } {
  if (bearer === "expired") return { kind: "refused", reason: "expired" };
  if (bearer === "nonsense") return { kind: "refused", reason: "invalid" };
  return JSON.parse(Buffer.from(bearer, "base64url").toString("utf8")) as TokenClaims;
}

/** Any text of this shape, inside an expected value. */
export function textLike(pattern: RegExp): unknown {
  return expect.stringMatching(pattern);
}
