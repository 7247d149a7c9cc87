import { invalidRequest } from "../http/graph-error.ts";
import { limits } from "../limits.ts";

const forbidden = /["*:<>?/\\|]|^\.|\.$|^\s|\s$|^~\$|^$/;

/** The parts of a path below a library's root; refuses names SharePoint cannot keep. */
export function readPath(path: string): readonly string[] {
  if (path.length > limits.pathLength) throw invalidRequest("The path is too long.");
  const parts = path.split("/").filter((part) => part !== "");
  for (const part of parts) {
    if (forbidden.test(part)) throw invalidRequest("The provided name cannot contain special characters.");
  }
  if (parts.length === 0) throw invalidRequest("A file needs a name.");
  return parts;
}

const types: Readonly<Record<string, string>> = {
  csv: "text/csv",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ics: "text/calendar",
  jpg: "image/jpeg",
  json: "application/json",
  md: "text/markdown",
  pdf: "application/pdf",
  png: "image/png",
  txt: "text/plain",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  zip: "application/zip",
};

/** The media type SharePoint goes by: the name's ending, not what the sender said. */
export function mimeTypeOf(name: string): string {
  const ending = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  return types[ending] ?? "application/octet-stream";
}

/** The name itself, or "name 1.txt", "name 2.txt" … as SharePoint renames. */
export function freeName(name: string, isTaken: (name: string) => boolean): string {
  const dot = name.lastIndexOf(".");
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ""];
  for (let number = 0; ; number++) {
    const candidate = number === 0 ? name : `${stem} ${number}${ending}`;
    if (!isTaken(candidate)) return candidate;
  }
}
