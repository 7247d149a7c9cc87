import { randomBytes } from "node:crypto";

/** What a person allowed an application at sign-in; a code or a refresh token stands for it. */
export interface Grant {
  readonly personId: string;
  readonly clientId: string;
  /** The scope parameter as requested. */
  readonly scope: string;
  readonly nonce?: string;
}

export interface CodeGrant extends Grant {
  readonly redirectUri: string;
  /** S256 challenge of the verifier (RFC 7636). */
  readonly codeChallenge: string;
}

interface RefreshEntry {
  readonly grant: Grant;
  /** Tokens that follow from one sign-in share a family: it ends when an old one comes back too late. */
  readonly family: string;
  readonly expiresAt: number;
  rotatedAt: number | undefined;
}

const codeLifetimeMs = 10 * 60_000;
const refreshLifetimeMs = 24 * 3_600_000;
/** A tab asks for two resources at once with the same refresh token; the second question must not fail. */
const reuseGraceMs = 60_000;

export interface Grants {
  issueCode(grant: CodeGrant): string;
  /** Hands out the grant of a code once; a second try also ends what the first one gave. */
  redeemCode(code: string): (CodeGrant & { readonly family: string }) | undefined;
  issueRefreshToken(grant: Grant, family: string): string;
  /** Rotates: the token is spent, except for a short grace for parallel requests. */
  redeemRefreshToken(token: string): { readonly grant: Grant; readonly family: string } | undefined;
  newFamily(): string;
}

/** Codes and refresh tokens, in memory: a restart signs browsers out of refresh, not out of the session. */
export function createGrants(machineNow: () => Date): Grants {
  const codes = new Map<string, { grant: CodeGrant; family: string; expiresAt: number; used: boolean }>();
  const refreshTokens = new Map<string, RefreshEntry>();
  const endedFamilies = new Set<string>();
  const now = (): number => machineNow().getTime();
  return {
    issueCode(grant) {
      const code = `0.${randomBytes(48).toString("base64url")}`;
      codes.set(code, { grant, family: randomToken(), expiresAt: now() + codeLifetimeMs, used: false });
      return code;
    },
    redeemCode(code) {
      const entry = codes.get(code);
      if (entry === undefined || now() >= entry.expiresAt) return undefined;
      if (entry.used) {
        endedFamilies.add(entry.family);
        return undefined;
      }
      entry.used = true;
      return { ...entry.grant, family: entry.family };
    },
    issueRefreshToken(grant, family) {
      const token = `1.${randomToken()}`;
      refreshTokens.set(token, { grant, family, expiresAt: now() + refreshLifetimeMs, rotatedAt: undefined });
      return token;
    },
    redeemRefreshToken(token) {
      const entry = refreshTokens.get(token);
      if (entry === undefined || now() >= entry.expiresAt || endedFamilies.has(entry.family)) return undefined;
      if (entry.rotatedAt !== undefined && now() - entry.rotatedAt > reuseGraceMs) {
        endedFamilies.add(entry.family);
        return undefined;
      }
      entry.rotatedAt ??= now();
      return { grant: entry.grant, family: entry.family };
    },
    newFamily: randomToken,
  };
}

function randomToken(): string {
  return randomBytes(48).toString("base64url");
}
