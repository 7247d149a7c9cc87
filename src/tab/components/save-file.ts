/** The name an answer asks to be saved under (RFC 6266), else the name given. */
function nameIn(response: Response, otherwise: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/iu.exec(response.headers.get("Content-Disposition") ?? "")?.[1];
  if (encoded === undefined) return otherwise;
  try {
    return decodeURIComponent(encoded);
  } catch {
    return otherwise;
  }
}

/**
 * Hands an answer's file to the browser to keep, and tells its name. A link cannot do it: the service wants the token.
 *
 * @param otherwise the name where the answer gives none
 */
export async function saveFile(response: Response, otherwise: string): Promise<string> {
  const name = nameIn(response, otherwise);
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken what it needs once the press is over.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 0);
  return name;
}
