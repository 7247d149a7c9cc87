import { useEffect, useRef, useState } from "react";
import { type GuideReading, guideReadingSchema } from "../../guide.ts";

/** Enough for a tick to be there when somebody looks up from what they did. */
const readAgainMs = 500;

/**
 * The guide of the workspace and how far people have come with it; undefined where there is none. While `open` it is
 * read again some time after `happened` has changed: any value that changes with what happens in the workspace.
 */
export function useGuide(open: boolean, happened: string): GuideReading | undefined {
  const [reading, setReading] = useState<GuideReading>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    let gone = false;
    readGuide().then(
      (read) => !gone && setReading(read),
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [open]);
  useEffect(() => {
    if (!open || timer.current !== undefined) return;
    timer.current = setTimeout(() => {
      timer.current = undefined;
      // What cannot be read now is read after the next thing that happens.
      readGuide().then(setReading, () => undefined);
    }, readAgainMs);
  }, [open, happened]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return reading?.guide ? reading : undefined;
}

async function readGuide(): Promise<GuideReading> {
  const answer = await fetch("/workspace/guide");
  const body: unknown = await answer.json();
  return guideReadingSchema.parse(body);
}
