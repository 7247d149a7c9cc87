const STORAGE_NAME = "fremdrift.single-keys";

/** The keys of the search as `aria-keyshortcuts` names them. */
export const searchKeys = "Control+K Meta+K";

/** The keys of the search as they stand on this machine's keyboard. */
export function searchKeysShown(): string {
  return /Mac|iPhone|iPad/u.test(navigator.userAgent) ? "⌘K" : "Ctrl+K";
}

/** Ctrl+K or ⌘K; it types nothing, so it works in fields too. */
export function isSearchKey({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return key.toLowerCase() === "k" && ctrlKey !== metaKey && !altKey && !shiftKey;
}

/**
 * Whether a key without Ctrl was pressed as a shortcut: never while somebody writes in a field or chooses in a list,
 * and not where she has switched such shortcuts off (WCAG 2.1.4).
 *
 * @param key a small letter or a sign
 */
export function isSingleKey(event: KeyboardEvent, key: string): boolean {
  const { ctrlKey, metaKey, altKey, shiftKey, isComposing, target } = event;
  if (event.key.toLowerCase() !== key || ctrlKey || metaKey || altKey || isComposing) return false;
  // A letter is the same key under CapsLock, but not with Shift; a sign may need Shift on the keyboard in use.
  if (shiftKey && key !== key.toUpperCase()) return false;
  return !isTypedIn(target) && singleKeysWanted();
}

/** Whether shortcuts of one key without Ctrl are wanted on this machine; they are until somebody says otherwise. */
export function singleKeysWanted(): boolean {
  try {
    return window.localStorage.getItem(STORAGE_NAME) !== "off";
  } catch {
    // Refused storage is an expected answer, as in some cross-site frames.
    return true;
  }
}

/** Remembers the choice on this machine. */
export function wantSingleKeys(wanted: boolean): void {
  try {
    window.localStorage.setItem(STORAGE_NAME, wanted ? "on" : "off");
  } catch {
    // Without storage the choice lasts as long as it is seen.
  }
}

function isTypedIn(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true;
  return target instanceof HTMLInputElement && !["button", "checkbox", "radio", "submit"].includes(target.type);
}
