import { sha256HexOfBytes } from "#domain/shared/keys.ts";
import { readText } from "#domain/shared/read-text.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";

/** A document that came with an answer; it lies in the closed library, and the answer names it (001-08). */
export interface AnswerFile {
  /** As whoever attached it calls it, with its ending: "Bemærkninger.pdf". */
  readonly name: string;
  /** 64 hex digits. */
  readonly sha256: string;
  readonly bytes: number;
}

/** Bytes: what Graph takes in one request. */
export const largestAnswerFile = 4_000_000;
/** Documents with one answer. */
export const mostAnswerFiles = 10;

/** Why a document is not taken; nothing is stored. */
export type AnswerFileRefusal =
  | { readonly kind: "file-empty"; readonly name: string }
  | { readonly kind: "file-too-large"; readonly name: string }
  /** Another kind than those taken, or not what its name says. */
  | { readonly kind: "file-kind"; readonly name: string }
  /** Empty, longer than 200 characters, or with what looks like a CPR number. */
  | { readonly kind: "file-name" };

const zip = [0x50, 0x4b, 0x03, 0x04];
const jpeg = { type: "image/jpeg", starts: [0xff, 0xd8, 0xff] };
const office = "application/vnd.openxmlformats-officedocument";

/** What is taken, by ending: its media type, and the bytes each such file begins with. */
const kinds: Readonly<Record<string, { readonly type: string; readonly starts: readonly number[] }>> = {
  pdf: { type: "application/pdf", starts: [0x25, 0x50, 0x44, 0x46] },
  docx: { type: `${office}.wordprocessingml.document`, starts: zip },
  xlsx: { type: `${office}.spreadsheetml.sheet`, starts: zip },
  pptx: { type: `${office}.presentationml.presentation`, starts: zip },
  odt: { type: "application/vnd.oasis.opendocument.text", starts: zip },
  png: { type: "image/png", starts: [0x89, 0x50, 0x4e, 0x47] },
  jpg: jpeg,
  jpeg,
};

/** Endings that are taken, each with its dot, for the form's choice of files. */
export const answerFileEndings: readonly string[] = Object.keys(kinds).map((ending) => `.${ending}`);

/**
 * A document as it came in, checked by name, size and its first bytes. What is written in it is not read: that no CPR number is
 * in it is for whoever attaches it.
 */
export function readAnswerFile(typed: string, content: Uint8Array): Result<AnswerFile, AnswerFileRefusal> {
  const { text: name, problems } = readText(typed, "name", { max: 200, required: true, multiline: false }, false);
  if (problems.length > 0) return refuse({ kind: "file-name" });
  if (content.length === 0) return refuse({ kind: "file-empty", name });
  if (content.length > largestAnswerFile) return refuse({ kind: "file-too-large", name });
  const kind = kinds[endingOf(name)];
  if (!kind?.starts.every((byte, index) => content[index] === byte)) return refuse({ kind: "file-kind", name });
  return ok({ name, sha256: sha256HexOfBytes(content), bytes: content.length });
}

/** The media type a document is handed out with. */
export function mediaTypeOf({ name }: AnswerFile): string {
  return kinds[endingOf(name)]?.type ?? "application/octet-stream";
}

/** The ending in small letters, without its dot. */
export function endingOf(name: string): string {
  return /\.([^.]+)$/u.exec(name)?.[1]?.toLowerCase() ?? "";
}
