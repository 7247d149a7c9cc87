import { useState } from "react";

/** What is written and not stored yet, by what it belongs to; it lives as long as the tab and its session. */
const PREFIX = "fremdrift.kept.";

function read(name: string): string | undefined {
  try {
    return window.sessionStorage.getItem(PREFIX + name) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a text for a page that is opened next. */
export function keepText(name: string, text: string | undefined): void {
  try {
    if (text === undefined || text === "") window.sessionStorage.removeItem(PREFIX + name);
    else window.sessionStorage.setItem(PREFIX + name, text);
  } catch {
    // Where nothing can be kept, what stands on the screen still does.
  }
}

/**
 * A text that outlives its page, a new sign-in and a reload of the window, until it is sent or thrown away. Kept in
 * this window only, so that nobody else at the machine finds it later.
 */
export function useKeptText(name: string): readonly [string | undefined, (text: string | undefined) => void] {
  const [text, setText] = useState(() => read(name));
  const keep = (next: string | undefined): void => {
    setText(next);
    keepText(name, next);
  };
  return [text, keep];
}
