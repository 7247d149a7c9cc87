import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** Our own identity of a record, row, notice or command: 32 lower-case hex digits. It is the id in domain, links and cards. */
export type Key = string & { readonly __brand: "Key" };

const KEY_PATTERN = /^[0-9a-f]{32}$/;

/** Whether a text from outside is a key. */
export function isKey(text: unknown): text is Key {
  return typeof text === "string" && KEY_PATTERN.test(text);
}

/** The key in a text from outside, e.g. a link or a card; undefined when it is none. A UUID's dashes are taken away. */
export function parseKey(text: unknown): Key | undefined {
  if (typeof text !== "string") return undefined;
  const bare = text.replaceAll("-", "").toLowerCase();
  return isKey(bare) ? bare : undefined;
}

/** The key made of the parts that identify something, the same on every machine and every run. */
export function keyOf(...parts: readonly (string | number)[]): Key {
  const key = sha256Hex(JSON.stringify(parts)).slice(0, 32);
  if (!isKey(key)) throw new KeyError(key);
  return key;
}

/** SHA-256 of bytes as 64 hex digits. */
export function sha256HexOfBytes(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

/** SHA-256 of a text as 64 hex digits: names a basis file, chains log lines. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

class KeyError extends Error {
  override name = "KeyError";
}
