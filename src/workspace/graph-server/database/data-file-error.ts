/** SQLite's result codes that say something about the place where the data lies (sqlite.org/rescode.html). */
const resultCodes = {
  busy: 5,
  locked: 6,
  readOnly: 8,
  inputOutput: 10,
  corrupt: 11,
  full: 13,
  cantOpen: 14,
  notADb: 26,
};

const reasons: Readonly<Record<number, string>> = {
  [resultCodes.busy]: "it is in use by another workspace: stop that one, or choose another data folder",
  [resultCodes.locked]: "it is in use by another workspace: stop that one, or choose another data folder",
  [resultCodes.readOnly]: "it cannot be written to: it, or the disk it lies on, is read-only",
  [resultCodes.inputOutput]: "the disk does not read or write it",
  [resultCodes.corrupt]: "it is damaged",
  [resultCodes.full]: "the disk is full",
  [resultCodes.cantOpen]: "it cannot be opened: the folder is missing or closed to this program",
  [resultCodes.notADb]: "it is no data file of a workspace",
};

/** The data file cannot be used; the message says which file and why, in words for whoever starts the workspace. */
export class DataFileError extends Error {
  override readonly name = "DataFileError";
  /** True when there was no room left on the disk. */
  readonly isFull: boolean;

  constructor(file: string, code: number, cause: unknown) {
    super(`The data file ${file} cannot be used: ${reasons[code]}.`, { cause });
    this.isFull = code === resultCodes.full;
  }
}

/** What SQLite threw, told as trouble with the file where it is that; anything else as it came. */
export function asDataFileError(file: string, cause: unknown): unknown {
  if (!(cause instanceof Error) || !("errcode" in cause) || typeof cause.errcode !== "number") return cause;
  // The extended codes carry the plain one in their lowest byte.
  const code = cause.errcode & 0xff;
  return code in reasons ? new DataFileError(file, code, cause) : cause;
}
