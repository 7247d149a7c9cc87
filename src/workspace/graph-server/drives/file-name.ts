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
