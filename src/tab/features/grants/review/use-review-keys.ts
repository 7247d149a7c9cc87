import { useEffect, useRef } from "react";
import { type ScorePoint, scorePoints } from "#domain/grants/review.ts";
import { isSingleKey } from "../../../components/shortcut-keys.ts";

/** What a key press asks for, if anything. */
type ActOf = (event: KeyboardEvent) => (() => void) | undefined;

/** J walks to the next application, K to the previous one; not while somebody writes, or has switched letters off. */
export function useWalkKeys(onNext: () => void, onPrevious: () => void): void {
  useKeys((event) => (isSingleKey(event, "j") ? onNext : isSingleKey(event, "k") ? onPrevious : undefined));
}

/**
 * 1-5 give a score wherever one stands on the page; a choice with the focus takes its own digits first.
 *
 * @param onScore missing where no score can be given
 */
export function useScoreKeys(onScore: ((score: ScorePoint) => void) | undefined): void {
  useKeys((event) => {
    const score = onScore && scorePoints.find((each) => isSingleKey(event, String(each)));
    return score === undefined ? undefined : () => onScore?.(score);
  });
}

/**
 * Ctrl+Enter or ⌘Enter hands the review in, as its button does. It types nothing, so it works in fields too.
 *
 * @param onGive missing where there is nothing to hand in
 */
export function useGiveKey(onGive: (() => void) | undefined): void {
  useKeys(({ key, ctrlKey, metaKey, altKey, shiftKey, repeat }) =>
    key === "Enter" && ctrlKey !== metaKey && !altKey && !shiftKey && !repeat ? onGive : undefined,
  );
}

/** Listens as long as the component stands, but not behind a dialog. */
function useKeys(actOf: ActOf): void {
  const latest = useRef(actOf);
  useEffect(() => {
    latest.current = actOf;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || document.querySelector("dialog[open]") !== null) return;
      const act = latest.current(event);
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    window.addEventListener("keydown", listen);
    return () => {
      window.removeEventListener("keydown", listen);
    };
  }, []);
}
