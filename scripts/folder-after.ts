/** The folder that stands behind a command's word; undefined when there is none, or another word in its place. */
export function folderAfter(word: string, typed: readonly string[]): string | undefined {
  const at = typed.indexOf(word);
  const folder = at < 0 ? undefined : typed[at + 1];
  return folder === undefined || folder === "" || folder.startsWith("--") ? undefined : folder;
}
