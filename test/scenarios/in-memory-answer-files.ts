import { ok, refuse } from "#domain/shared/result.ts";
import type { AnswerFiles } from "#use-cases/ports/answer-files.ts";
import { notFound } from "#use-cases/ports/store-failure.ts";

/** Documents of answers without SharePoint, by `<party>-<sha256>`. */
export function inMemoryAnswerFiles(): AnswerFiles & { readonly stored: ReadonlyMap<string, Uint8Array> } {
  const stored = new Map<string, Uint8Array>();
  return {
    stored,
    async put(partyKey, { sha256 }, content) {
      stored.set(`${partyKey}-${sha256}`, content);
      return ok(undefined);
    },
    async get(partyKey, { sha256 }) {
      const content = stored.get(`${partyKey}-${sha256}`);
      return content ? ok(content) : refuse(notFound);
    },
    async has(partyKey, { sha256 }) {
      return ok(stored.has(`${partyKey}-${sha256}`));
    },
    async removeOf(partyKeys) {
      for (const name of stored.keys()) if (partyKeys.some((key) => name.startsWith(key))) stored.delete(name);
      return ok(undefined);
    },
  };
}
