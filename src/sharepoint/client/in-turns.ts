import { setImmediate as othersTurn } from "node:timers/promises";

/** What is done before others have their turn on the one thread: two or three milliseconds of work (G8). */
const TURN = 250;

/** Does something to each, in order, and lets whoever else waits have a turn in between. Few are done at once. */
export async function inTurns<T>(all: readonly T[], act: (each: T) => void): Promise<void> {
  for (const [index, each] of all.entries()) {
    if (index > 0 && index % TURN === 0) await othersTurn();
    act(each);
  }
}
