import { useSyncExternalStore } from "react";

/** At and below this width the rail becomes a bottom bar and the settings move into a drawer. */
const query = "(max-width: 720px)";

export function useNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = window.matchMedia(query);
      media.addEventListener("change", changed);
      return () => media.removeEventListener("change", changed);
    },
    () => window.matchMedia(query).matches,
  );
}
