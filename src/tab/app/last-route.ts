const STORAGE_NAME = "fremdrift.route.";

/**
 * Where the person stood in this window, so that a reload of Teams leads back there. Only the route is kept, for each
 * person apart: the next one is often not let in. Nothing where storage is refused, as in some cross-site frames, and
 * nothing in a plain browser, where nobody is known yet and the address itself outlives a reload.
 */
export function readLastRoute(userId: string | undefined): string | undefined {
  if (userId === undefined) return undefined;
  try {
    const route = window.sessionStorage.getItem(STORAGE_NAME + userId);
    return route?.startsWith("/") === true ? route : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the route the page stands at now, and each one it comes to. Returns the way to stop. */
export function keepLastRoute(userId: string | undefined): () => void {
  if (userId === undefined) return () => undefined;
  const keep = (): void => {
    try {
      window.sessionStorage.setItem(STORAGE_NAME + userId, window.location.hash.slice(1));
    } catch {
      // Refused storage is an expected answer: a reload then begins at the first page.
    }
  };
  keep();
  window.addEventListener("hashchange", keep);
  return () => window.removeEventListener("hashchange", keep);
}
