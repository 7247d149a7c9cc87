import { existsSync, readFileSync } from "node:fs";
import { errors, type JWSHeaderParameters } from "jose";
import * as z from "zod/mini";
import {
  keepSecret,
  newRsaJwk,
  type RsaPrivateJwk,
  rsaPrivateJwk,
  type SigningKey,
  signingKeyFrom,
} from "./signing-key.ts";

/** How long an old key stays published: every token it has signed has ended long before. */
export const retiredKeyLifetimeMs = 24 * 3_600_000;

/** The keys of a token service over time: one signs, the ones before it still prove what they have signed. */
export interface SigningKeys {
  current(): SigningKey;
  /** Newest first; what stands here is accepted. */
  published(): readonly SigningKey[];
  /** From now on a new key signs. */
  rotate(): Promise<void>;
  /** The public key a token names. @throws JWKSNoMatchingKey when it is not (or no longer) published */
  verificationKey(header: JWSHeaderParameters): SigningKey["publicKey"];
}

const kept = z.object({ jwk: rsaPrivateJwk, retiredAt: z.optional(z.number()) });
const keptFile = z.union([
  z.object({ keys: z.array(kept).check(z.minLength(1)) }),
  // Before keys were rotated the file was the key itself.
  z.pipe(
    rsaPrivateJwk,
    z.transform((jwk) => ({ keys: [{ jwk }] })),
  ),
]);

interface KeptKey {
  readonly jwk: RsaPrivateJwk;
  readonly retiredAt?: number | undefined;
  readonly key: SigningKey;
}

/** Loads the keys kept in a file, or begins with a new one; without a file they live as long as the process. */
export async function loadSigningKeys(file: string | undefined, machineNow: () => Date): Promise<SigningKeys> {
  let all = await readKeys(file);
  const keep = (): void => {
    if (file !== undefined) keepSecret(file, { keys: all.map(({ jwk, retiredAt }) => ({ jwk, retiredAt })) });
  };
  const isPublished = ({ retiredAt }: KeptKey): boolean =>
    retiredAt === undefined || machineNow().getTime() - retiredAt < retiredKeyLifetimeMs;
  if (file === undefined || !existsSync(file)) keep();
  const published = (): readonly SigningKey[] => all.filter(isPublished).map(({ key }) => key);
  return {
    current() {
      const newest = all[0];
      if (newest === undefined) throw new Error("A token service has at least one key");
      return newest.key;
    },
    published,
    async rotate() {
      const jwk = await newRsaJwk();
      const next = { jwk, key: await signingKeyFrom(jwk) };
      const retired = all.map((old) => ({ ...old, retiredAt: old.retiredAt ?? machineNow().getTime() }));
      all = [next, ...retired.filter(isPublished)];
      keep();
    },
    verificationKey({ kid }) {
      const named = published().find((key) => key.kid === kid);
      if (named === undefined) throw new errors.JWKSNoMatchingKey();
      return named.publicKey;
    },
  };
}

async function readKeys(file: string | undefined): Promise<readonly KeptKey[]> {
  const found: unknown = file !== undefined && existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
  const keys = found === undefined ? [{ jwk: await newRsaJwk() }] : keptFile.parse(found).keys;
  return Promise.all(keys.map(async (each) => ({ ...each, key: await signingKeyFrom(each.jwk) })));
}
