import type { Result } from "#domain/shared/result.ts";
import type { StoreFailure } from "./store-failure.ts";

/** The closed library: files are named by their SHA-256, so a file is inert until a record names it (law 5). */
export interface BasisLibrary {
  /** Stores the text under `<sha256>.json`; storing the same text twice is one file. */
  put(sha256: string, text: string): Promise<Result<void, StoreFailure>>;
  get(sha256: string): Promise<Result<string, StoreFailure>>;
}
