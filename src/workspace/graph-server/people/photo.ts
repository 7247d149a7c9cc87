/** A person's picture, as the workspace was given it. */
export interface Photo {
  /** e.g. "image/png" */
  readonly type: string;
  readonly bytes: Uint8Array;
}
