import { limits } from "../limits.ts";

/** The internal name SharePoint makes of a given name: other characters become `_xHHHH_`, the whole is cut at 32. */
export function toInternalName(given: string): string {
  let name = "";
  for (let at = 0; at < given.length; at++) {
    const letter = given.charAt(at);
    name += /[A-Za-z0-9_]/.test(letter) ? letter : `_x${given.charCodeAt(at).toString(16).padStart(4, "0")}_`;
  }
  return name.slice(0, limits.internalNameLength);
}
