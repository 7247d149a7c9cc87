/**
 * A Word file's name that Windows, SharePoint and a header can carry: the words without the signs a path may not hold,
 * at most 100 characters and never one of Windows' own names, as they begin with what the document is.
 */
export function documentFileName(words: string): string {
  const plain = words
    .normalize("NFC")
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "")
    .replace(/["*:<>?/\\|#%~&{}]/g, " ")
    .replace(/\s+/g, " ");
  // A cut may not leave half a letter, nor a full stop or space before the ending.
  const cut = plain.slice(0, 95).replace(/[\uD800-\uDBFF]$/u, "");
  return `${cut.replace(/[. -]+$/u, "").replace(/^[. ]+/u, "")}.docx`;
}
