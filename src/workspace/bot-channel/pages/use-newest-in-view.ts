import { type HTMLAttributes, type RefObject, useLayoutEffect, useRef } from "react";
import type { ChatThread } from "./chat-store.ts";

/** How near the newest message somebody must be for the next one to scroll into view. */
const nearPx = 80;
/** What shows above it. */
const marginPx = 12;

interface NewestInView
  extends Pick<HTMLAttributes<HTMLElement>, "onScroll" | "onWheel" | "onKeyDown" | "onPointerDown"> {
  readonly frame: RefObject<HTMLElement | null>;
}

/**
 * Opens at the newest message, a long card from its top. What comes later scrolls into view for who still reads there;
 * once somebody has scrolled or typed, a card that changes under the hands moves nothing.
 */
export function useNewestInView(thread: ChatThread, newest: string): NewestInView {
  const frame = useRef<HTMLElement>(null);
  const following = useRef(true);
  const touched = useRef(false);
  const shown = useRef("");
  useLayoutEffect(() => {
    const isNew = shown.current !== newest;
    if (frame.current === null || !following.current || (touched.current && !isNew)) return;
    shown.current = newest;
    frame.current.scrollTop = newestTop(frame.current);
  }, [thread, newest]);
  const touch = (): void => {
    touched.current = true;
  };
  return {
    frame,
    onScroll: ({ currentTarget }) => {
      following.current = currentTarget.scrollTop > newestTop(currentTarget) - nearPx;
    },
    onWheel: touch,
    onKeyDown: touch,
    onPointerDown: touch,
  };
}

/** Where the newest message begins, or the end if all of it shows there. */
function newestTop(frame: HTMLElement): number {
  const rows = frame.querySelectorAll<HTMLElement>("[data-message]");
  const top = (rows.item(rows.length - 1)?.offsetTop ?? frame.scrollHeight) - marginPx;
  return Math.min(top, frame.scrollHeight - frame.clientHeight);
}
