import { useEffect, useState } from "react";

/** After this long a picture of what is coming is not enough: people want words. */
export const SOON_MS = 1000;

/** False at first, true after so many milliseconds. */
export function useLate(milliseconds: number): boolean {
  const [late, setLate] = useState(milliseconds <= 0);
  useEffect(() => {
    const timer = setTimeout(() => {
      setLate(true);
    }, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  }, [milliseconds]);
  return late;
}
