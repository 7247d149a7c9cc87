/** A new key for one intention of a person: pressing twice with the same key does the thing once. */
export function newCommandKey(): string {
  return crypto.randomUUID().replaceAll("-", "");
}
