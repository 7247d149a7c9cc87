/** Which page an address means; the list is matched later, by its own address. */
export type PageAddress =
  | { readonly kind: "start" }
  | { readonly kind: "site" }
  | { readonly kind: "list"; readonly listPath: string; readonly fileName: string | undefined }
  | { readonly kind: "item"; readonly listPath: string; readonly itemId: string };

/**
 * Reads `/sites/x`, `/sites/x/Lists/Y[/AllItems.aspx]`, `/sites/x/Lists/Y/DispForm.aspx?ID=n`, the item addresses
 * Graph gives (`/sites/x/Lists/Y/n_.000`), and libraries (`/sites/x/Y/file`). `path` is decoded.
 */
export function readAddress(path: string, query: URLSearchParams, sitePath: string | undefined): PageAddress {
  if (sitePath === undefined) return { kind: "start" };
  const rest = path
    .slice(sitePath.length)
    .split("/")
    .filter((part) => part !== "");
  const inLists = rest[0]?.toLowerCase() === "lists";
  const name = inLists ? rest[1] : rest[0];
  if (name === undefined || name.toLowerCase() === "sitepages") return { kind: "site" };
  const listPath = `${sitePath}${inLists ? "/Lists" : ""}/${name}`;
  const leaf = rest.slice(inLists ? 2 : 1).at(-1) ?? "";
  const itemId = itemOf(leaf, query);
  if (itemId !== undefined) return { kind: "item", listPath, itemId };
  return { kind: "list", listPath, fileName: leaf === "" || /\.aspx$/iu.test(leaf) ? undefined : leaf };
}

function itemOf(leaf: string, query: URLSearchParams): string | undefined {
  const id = /^dispform\.aspx$/iu.test(leaf) ? query.get("ID") : /^(\d+)_\.000$/u.exec(leaf)?.[1];
  return id !== null && id !== undefined && /^\d+$/u.test(id) ? id : undefined;
}
