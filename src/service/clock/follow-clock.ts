import * as z from "zod/mini";
import { type Instant, parseInstant } from "#domain/shared/dates.ts";

/** What the workspace's clock answers to a follower. */
const answerSchema = z.object({ now: z.string(), version: z.int() });

export interface FollowOptions {
  /** Address of the workspace's clock, without `/follow`. */
  readonly url: string;
  readonly fetch: typeof fetch;
  readonly signal: AbortSignal;
  /** Sets business time and does what is due then; answers the next instant at which something is due. */
  readonly moved: (now: Instant) => Promise<Instant | undefined>;
  /** The next due instant known without doing anything, reported between moves. */
  readonly nextDue: () => Instant | undefined;
  /** Told when `nextDue` may have changed: a poll that reported another instant is replaced by a new one. */
  readonly onNextDue?: (listener: () => void) => () => void;
  readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly failed: (error: unknown) => void;
}

/**
 * Follows the workspace's clock by long poll: each answer with a new version is a moved clock. After the due work is
 * done the next poll says `idle` with the next due instant, so that the workspace can step to it. Returns when the
 * signal aborts; a lost workspace is asked again after a second.
 */
export async function followClock(options: FollowOptions): Promise<void> {
  let seen = -1;
  let nextDue = options.nextDue();
  while (!options.signal.aborted) {
    try {
      const answer = await askUntilChanged(options, seen, nextDue);
      if (answer === undefined) {
        nextDue = options.nextDue();
        continue;
      }
      const now = parseInstant(answer.now);
      if (now.ok && answer.version !== seen) {
        seen = answer.version;
        nextDue = await options.moved(now.value);
      } else {
        nextDue = options.nextDue();
      }
    } catch (error) {
      if (options.signal.aborted) return;
      options.failed(error);
      await options.pause(1000, options.signal);
    }
  }
}

/** The clock's answer, or undefined when something else has become due first meanwhile. */
async function askUntilChanged(
  options: FollowOptions,
  seen: number,
  reported: Instant | undefined,
): Promise<z.infer<typeof answerSchema> | undefined> {
  let unsubscribe: (() => void) | undefined;
  const changed = new Promise<undefined>((resolve) => {
    unsubscribe = options.onNextDue?.(() => {
      if (options.nextDue() !== reported) resolve(undefined);
    });
  });
  try {
    // The replaced poll is left to end by itself: the workspace goes by the newest report.
    return await Promise.race([ask(options, seen, reported), changed]);
  } finally {
    unsubscribe?.();
  }
}

async function ask(
  { url, fetch: request, signal }: FollowOptions,
  seen: number,
  nextDue: Instant | undefined,
): Promise<z.infer<typeof answerSchema>> {
  const response = await request(`${url}/follow`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ client: "fremdrift", seen, nextDue: nextDue ?? null, idle: true }),
    signal,
  });
  if (!response.ok) throw new Error(`The workspace clock answered ${response.status}`);
  return answerSchema.parse(await response.json());
}
