import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { type CryptoKey, calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from "jose";
import * as z from "zod/mini";

/** The key pair a token service signs with; `kid` is the thumbprint of the public key (RFC 7638). */
export interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
}

const rsaPrivateJwk = z.object({
  kty: z.literal("RSA"),
  n: z.string(),
  e: z.string(),
  d: z.string(),
  p: z.string(),
  q: z.string(),
  dp: z.string(),
  dq: z.string(),
  qi: z.string(),
});

/**
 * Loads the RS256 key kept in a file, or makes one and keeps it there, so that tokens and sessions
 * outlive a restart. Without a file the key lives as long as the process.
 */
export async function loadSigningKey(file?: string): Promise<SigningKey> {
  if (file !== undefined && existsSync(file)) {
    const kept: unknown = JSON.parse(readFileSync(file, "utf8"));
    return signingKeyFrom(rsaPrivateJwk.parse(kept));
  }
  const { privateKey } = await generateKeyPair("RS256", { extractable: true, modulusLength: 2048 });
  const jwk = rsaPrivateJwk.parse(await exportJWK(privateKey));
  if (file !== undefined) keep(file, jwk);
  return signingKeyFrom(jwk);
}

async function signingKeyFrom(jwk: z.infer<typeof rsaPrivateJwk>): Promise<SigningKey> {
  const privateKey = await importJWK(jwk, "RS256");
  if (privateKey instanceof Uint8Array) throw new Error("An RSA key cannot be a symmetric secret");
  const publicPart: JWK = { kty: jwk.kty, n: jwk.n, e: jwk.e };
  const kid = await calculateJwkThumbprint(publicPart);
  return { kid, privateKey, publicJwk: { ...publicPart, kid, use: "sig", alg: "RS256" } };
}

function keep(file: string, jwk: JWK): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(jwk), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
