import { useEffect, useRef } from "react";

/**
 * Keeps what is scrolled to, by a press on a step or by the keyboard, out from under a bar that stays at the top of the window:
 * the document's scroll padding is the bar's height for as long as the bar stands over the form and not beside it.
 */
export function useScrollRoom<Element extends HTMLElement>() {
  const bar = useRef<Element>(null);
  useEffect(() => {
    const element = bar.current;
    const { style } = document.documentElement;
    const measure = (): void => {
      const form = element?.nextElementSibling;
      if (!element || !form) return;
      const isBeside = form.getBoundingClientRect().left >= element.getBoundingClientRect().right;
      style.scrollPaddingTop = isBeside ? "" : `${element.offsetHeight + 8}px`;
    };
    measure();
    window.addEventListener("resize", measure);
    return () => {
      window.removeEventListener("resize", measure);
      style.scrollPaddingTop = "";
    };
  }, []);
  return bar;
}
