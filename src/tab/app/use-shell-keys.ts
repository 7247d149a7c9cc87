import { useEffect } from "react";
import { isSearchKey, isSingleKey } from "../components/shortcut-keys.ts";

/** Listens for the keys that work everywhere: the search, and "?" for all shortcuts. Not while a dialog is open. */
export function useShellKeys(open: (what: "search" | "shortcuts") => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const what = isSearchKey(event) ? "search" : isSingleKey(event, "?") ? "shortcuts" : undefined;
      if (what === undefined || event.defaultPrevented) return;
      // The browser has a use of its own for the keys of the search.
      event.preventDefault();
      if (document.querySelector("dialog[open]") === null) open(what);
    };
    window.addEventListener("keydown", listen);
    return () => {
      window.removeEventListener("keydown", listen);
    };
  }, [open]);
}
