import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from "jose";

/**
 * The key pair of the certificate the service signs in with; made on the first start and kept in the data folder.
 * @returns the public key as JWK text, for the application's registration
 */
export async function ensureServiceCredential(file: string): Promise<string> {
  if (!existsSync(file)) {
    const { privateKey } = await generateKeyPair("RS256", { extractable: true });
    const jwk = await exportJWK(privateKey);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify({ ...jwk, kid: await calculateJwkThumbprint(jwk), alg: "RS256" }), {
      mode: 0o600,
    });
  }
  const { kty, n, e, kid, alg } = JSON.parse(readFileSync(file, "utf8")) as JWK;
  return JSON.stringify({ kty, n, e, kid, alg, use: "sig" });
}
