import { useState } from "react";

const name = "workspace-guide";

/**
 * Whether the guide is open, as the browser remembers it. Somebody who has never chosen meets it at the plain address;
 * a link that names a person or a page leads to what it says and nothing beside.
 */
export function useGuideOpen(): readonly [boolean, (open: boolean) => void] {
  const [open, setOpen] = useState(() => {
    const kept = remembered();
    if (kept !== null) return kept === "open";
    const { pathname, search } = window.location;
    const plain = pathname === "/" && search === "";
    // The page writes the person into its own address: a reload must not close what was open.
    if (plain) remember(true);
    return plain;
  });
  const change = (next: boolean): void => {
    setOpen(next);
    remember(next);
  };
  return [open, change];
}

/** Null where nobody has chosen yet, or the browser keeps nothing. */
function remembered(): string | null {
  try {
    return window.localStorage.getItem(name);
  } catch {
    return null;
  }
}

function remember(open: boolean): void {
  try {
    window.localStorage.setItem(name, open ? "open" : "closed");
  } catch {
    // Then the guide is shown anew at each plain address.
  }
}
