/** A link that has to be copied by hand, since nothing here may write to the clipboard. */
export interface LinkToCopy {
  readonly link: string;
}

/** The address of a screen for any browser. */
export function webLink(route: string): string {
  return `${window.location.origin}${window.location.pathname}#${route}`;
}

/** Copies a text; where the clipboard is refused (a frame without the permission) the person gets it to copy herself. */
export async function copyText(link: string): Promise<"copied" | LinkToCopy> {
  try {
    await navigator.clipboard.writeText(link);
    return "copied";
  } catch {
    return { link };
  }
}
