import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { type CryptoKey, calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from "jose";
import * as z from "zod/mini";

/** The key pair a token service signs with; `kid` is the thumbprint of the public key (RFC 7638). */
export interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
  readonly publicJwk: JWK;
}

/** A private RSA key as it is kept in a file. */
export const rsaPrivateJwk = z.object({
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
export type RsaPrivateJwk = z.infer<typeof rsaPrivateJwk>;

/**
 * Loads the RS256 key kept in a file, or makes one and keeps it there, so that tokens and sessions
 * outlive a restart. Without a file the key lives as long as the process.
 */
export async function loadSigningKey(file?: string): Promise<SigningKey> {
  if (file !== undefined && existsSync(file)) {
    const kept: unknown = JSON.parse(readFileSync(file, "utf8"));
    return signingKeyFrom(rsaPrivateJwk.parse(kept));
  }
  const jwk = await newRsaJwk();
  if (file !== undefined) keepSecret(file, jwk);
  return signingKeyFrom(jwk);
}

/** A new RSA key of 2048 bits. */
export async function newRsaJwk(): Promise<RsaPrivateJwk> {
  const { privateKey } = await generateKeyPair("RS256", { extractable: true, modulusLength: 2048 });
  return rsaPrivateJwk.parse(await exportJWK(privateKey));
}

/** The key pair of a kept private key. */
export async function signingKeyFrom(jwk: RsaPrivateJwk): Promise<SigningKey> {
  const publicPart: JWK = { kty: jwk.kty, n: jwk.n, e: jwk.e };
  const [privateKey, publicKey] = await Promise.all([importJWK(jwk, "RS256"), importJWK(publicPart, "RS256")]);
  if (privateKey instanceof Uint8Array || publicKey instanceof Uint8Array)
    throw new Error("An RSA key cannot be a symmetric secret");
  const kid = await calculateJwkThumbprint(publicPart);
  return { kid, privateKey, publicKey, publicJwk: { ...publicPart, kid, use: "sig", alg: "RS256" } };
}

/** Writes secrets into a file only its owner may read; half a file is never left behind. */
export function keepSecret(file: string, content: object): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(content), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
