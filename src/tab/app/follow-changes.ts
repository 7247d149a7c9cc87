import { type ChangeEvent, changeEventSchema } from "#contract/events.ts";
import type { Api } from "../host/api.ts";
import { readLines } from "./read-lines.ts";

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 30_000;

/**
 * Holds the stream of changes open until the signal ends it; after a break it is opened again, with growing pauses.
 * A line that is no event is skipped: a newer service may say more than this tab knows.
 */
export async function followChanges(
  api: Pick<Api, "open">,
  onChange: (event: ChangeEvent) => void,
  signal: AbortSignal,
): Promise<void> {
  let pause = FIRST_PAUSE_MS;
  while (!signal.aborted) {
    try {
      const response = await api.open("/events", signal);
      if (response.body) {
        for await (const line of readLines(response.body)) {
          pause = FIRST_PAUSE_MS;
          const event = parseLine(line);
          if (event) onChange(event);
        }
      }
    } catch {
      // The pause below; whatever the screens miss is fetched at the next "hello".
    }
    await sleep(pause, signal);
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
  }
}

function parseLine(line: string): ChangeEvent | undefined {
  try {
    const parsed = changeEventSchema.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener("abort", end);
  });
}
