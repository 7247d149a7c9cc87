import { useEffect } from "react";

/**
 * Keeps the focus near where it was when what had it goes away: a button whose work is done, a dialog whose opener is gone.
 * Browsers would put it at the top of the document, and a keyboard would have to come all the way back. It goes to
 * the heading of the nearest part that is still there.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let trail: readonly Element[] = [];
    const remember = ({ target }: FocusEvent): void => {
      trail = target instanceof Element ? pathOf(target) : [];
    };
    const mend = (): void => {
      const [last] = trail;
      if (last === undefined || last.isConnected || document.activeElement !== document.body) return;
      const heading = headingNear(trail);
      trail = [];
      if (heading === undefined) return;
      if (!heading.hasAttribute("tabindex")) heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    };
    const observer = new MutationObserver(mend);
    observer.observe(document.body, { childList: true, subtree: true });
    document.addEventListener("focusin", remember);
    return () => {
      observer.disconnect();
      document.removeEventListener("focusin", remember);
    };
  }, []);
}

function pathOf(element: Element): readonly Element[] {
  return element.parentElement === null ? [element] : [element, ...pathOf(element.parentElement)];
}

function headingNear(trail: readonly Element[]): HTMLElement | undefined {
  for (const part of trail) {
    const heading = part.isConnected ? part.querySelector<HTMLElement>("h1, h2, h3") : null;
    if (heading !== null) return heading;
  }
  return undefined;
}
