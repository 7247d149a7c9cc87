import { useSyncExternalStore } from "react";

/** At and below this width the rail becomes a bottom bar and the settings move into a drawer. */
const narrow = "(max-width: 720px)";
/** Below this width there is no room for anything beside the panes. */
const withoutAside = "(max-width: 1023px)";

export function useNarrow(): boolean {
  return useMedia(narrow);
}

/** Whether what stands beside the panes must stand below them. */
export function useStacked(): boolean {
  return useMedia(withoutAside);
}

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = window.matchMedia(query);
      media.addEventListener("change", changed);
      return () => media.removeEventListener("change", changed);
    },
    () => window.matchMedia(query).matches,
  );
}
