import type { AnswerFile } from "#domain/consultations/answer-file.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { Result } from "#domain/shared/result.ts";
import type { StoreFailure } from "./store-failure.ts";

/**
 * Documents that came with answers, in the closed site's library. Each is named by its party and its SHA-256: storing one
 * twice is storing it once, and it is inert until an answer names it (law 5).
 */
export interface AnswerFiles {
  put(partyKey: Key, file: AnswerFile, content: Uint8Array): Promise<Result<void, StoreFailure>>;
  get(partyKey: Key, file: AnswerFile): Promise<Result<Uint8Array, StoreFailure>>;
  has(partyKey: Key, file: AnswerFile): Promise<Result<boolean, StoreFailure>>;
  /** Removes everything of these parties, also what no answer came to name. What is gone already is no failure. */
  removeOf(partyKeys: readonly Key[]): Promise<Result<void, StoreFailure>>;
}
