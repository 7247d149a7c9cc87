import { createHash, timingSafeEqual } from "node:crypto";

/** True if the verifier hashes to the challenge (S256, RFC 7636 section 4.6). */
export function matchesChallenge(verifier: string, challenge: string): boolean {
  if (!/^[A-Za-z0-9\-._~]{43,128}$/u.test(verifier)) return false;
  const hash = Buffer.from(createHash("sha256").update(verifier).digest("base64url"));
  const expected = Buffer.from(challenge);
  return hash.length === expected.length && timingSafeEqual(hash, expected);
}
