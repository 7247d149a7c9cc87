/** Opaque version of a stored record; only `src/sharepoint` knows what is in it (law 7). */
export type Version = string & { readonly __brand: "Version" };

/** A record together with the version it was read at. */
export interface Versioned<T> {
  readonly value: T;
  readonly version: Version;
}
