import { type Key, keyOf } from "#domain/shared/keys.ts";

/** The key a test calls by a name: the same name is the same key. */
export function aKey(name: string): Key {
  return keyOf("test", name);
}

/** A command with the key a test calls by a name. */
export function aCommand(name = "press"): { readonly commandKey: Key } {
  return { commandKey: aKey(`command ${name}`) };
}
