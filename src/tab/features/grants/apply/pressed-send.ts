const STORAGE_NAME = "fremdrift.pressed-send.";

/**
 * Whether Send has been pressed on this draft in this window, so that a reload marks what is missing as it was marked.
 * Only that is kept. Never where storage is refused, as in some cross-site frames.
 */
export function hasPressedSend(draftKey: string): boolean {
  try {
    return window.sessionStorage.getItem(STORAGE_NAME + draftKey) !== null;
  } catch {
    return false;
  }
}

/** Keeps that Send has been pressed. */
export function keepPressedSend(draftKey: string): void {
  try {
    window.sessionStorage.setItem(STORAGE_NAME + draftKey, "1");
  } catch {
    // Refused storage is an expected answer: a reload then only counts what is missing.
  }
}
