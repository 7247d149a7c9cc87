import * as z from "zod/mini";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import { type GraphFailure, graphFailure, ownFailure } from "./graph-error.ts";
import { graphLimits } from "./graph-limits.ts";
import { laneOf } from "./lane.ts";
import { backoffMs, MAX_UNCLEAR_ATTEMPTS, patienceMs, untoldWaitMs } from "./retry.ts";
import { retryAfterMs } from "./retry-after.ts";
import { type CallOptions, parsed, type Sender } from "./send.ts";

/** One request inside a `$batch`; the path is relative to `/v1.0` and encoded. */
export interface BatchPart {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  readonly path: string;
  readonly units: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface BatchAnswer {
  readonly status: number;
  readonly body: unknown;
}

export type BatchOperation = (
  parts: readonly BatchPart[],
  options?: CallOptions,
) => Promise<readonly Result<BatchAnswer, GraphFailure>[]>;

const IN_FLIGHT = 4;

const batchSchema = z.looseObject({
  responses: z.array(
    z.looseObject({
      id: z.string(),
      status: z.number(),
      headers: z.optional(z.nullable(z.record(z.string(), z.unknown()))),
      body: z.optional(z.unknown()),
    }),
  ),
});

type PartResult = Result<BatchAnswer, GraphFailure>;

/** A part's end, and whether and when it may be sent again. */
interface PartEnd {
  readonly result: PartResult;
  readonly againAfterMs: number | undefined;
}

/**
 * Sends any number of requests, 20 a batch and four batches at a time, and sends throttled parts again after their own
 * Retry-After; parts that ended unclear only where repeating is harmless. Parts on one item keep their order: a later
 * one waits for the end of the one before. Answers stand in the order of the parts.
 */
export function batchOperation(sender: Sender): BatchOperation {
  return async (parts, options) => {
    const results = new Map<number, PartResult>();
    const giveUpAt = sender.machine.now() + patienceMs(laneOf(options));
    const tries = parts.map(() => 0);
    let open = parts.map((_, index) => index);
    while (open.length > 0) {
      const wave = firstOfEachItem(parts, open);
      for (const index of wave) tries[index] = (tries[index] ?? 0) + 1;
      const ends = await sendRound(sender, parts, wave, tries, options);
      const latest = giveUpAt - sender.machine.now();
      const again = wave.filter((index) => (waitOf(ends, index) ?? latest + 1) <= latest);
      for (const index of wave) results.set(index, ends.get(index)?.result ?? unanswered());
      if (again.length > 0) {
        const waits = again.map((index) => waitOf(ends, index) ?? 0);
        await sender.machine.sleep(Math.max(...waits), options?.signal);
      }
      const done = new Set(wave.filter((index) => !again.includes(index)));
      open = open.filter((index) => !done.has(index));
    }
    return parts.map((_, index) => results.get(index) ?? unanswered());
  };
}

function waitOf(ends: ReadonlyMap<number, PartEnd>, index: number): number | undefined {
  return ends.get(index)?.againAfterMs;
}

/** Parts that no other open part on the same item comes before; creates have no item yet. */
function firstOfEachItem(parts: readonly BatchPart[], open: readonly number[]): readonly number[] {
  const taken = new Set<string>();
  return open.filter((index) => {
    const part = parts[index];
    if (part === undefined || part.method === "POST") return true;
    const item = part.path.replace(/\?.*$/, "").replace(/\/fields$/, "");
    if (taken.has(item)) return false;
    taken.add(item);
    return true;
  });
}

async function sendRound(
  sender: Sender,
  parts: readonly BatchPart[],
  open: readonly number[],
  tries: readonly number[],
  options: CallOptions | undefined,
): Promise<ReadonlyMap<number, PartEnd>> {
  const chunks: (readonly number[])[] = [];
  for (let from = 0; from < open.length; from += graphLimits.batchRequests)
    chunks.push(open.slice(from, from + graphLimits.batchRequests));
  const ends = new Map<number, PartEnd>();
  const lanes = Array.from({ length: Math.min(IN_FLIGHT, chunks.length) }, async () => {
    for (let chunk = chunks.shift(); chunk !== undefined; chunk = chunks.shift()) {
      for (const [index, end] of await sendChunk(sender, parts, chunk, tries, options)) ends.set(index, end);
    }
  });
  await Promise.all(lanes);
  return ends;
}

async function sendChunk(
  sender: Sender,
  parts: readonly BatchPart[],
  chunk: readonly number[],
  tries: readonly number[],
  options: CallOptions | undefined,
): Promise<readonly (readonly [number, PartEnd])[]> {
  const requests = chunk.flatMap((index) => {
    const part = parts[index];
    return part === undefined ? [] : [innerRequest(index, part)];
  });
  const units = chunk.reduce((sum, index) => sum + (parts[index]?.units ?? 0), 0);
  const call = { method: "POST", path: "/$batch", units, body: { requests }, repeatable: false, options } as const;
  const answer = parsed(await sender.send(call), batchSchema);
  if (!answer.ok) {
    return chunk.map((index) => [index, unclearEnd(answer.refusal, parts[index], tries[index] ?? 1, sender)] as const);
  }
  return answer.value.responses.flatMap((response) => {
    const index = Number(response.id);
    return chunk.includes(index) ? [[index, partEnd(response, parts[index], tries[index] ?? 1, sender)] as const] : [];
  });
}

function innerRequest(index: number, part: BatchPart) {
  const headers = part.body === undefined ? part.headers : { "Content-Type": "application/json", ...part.headers };
  return {
    id: String(index),
    method: part.method,
    url: part.path,
    ...(headers === undefined ? {} : { headers }),
    ...(part.body === undefined ? {} : { body: part.body }),
  };
}

function partEnd(
  response: z.infer<typeof batchSchema>["responses"][number],
  part: BatchPart | undefined,
  attempt: number,
  sender: Sender,
): PartEnd {
  const { status, body } = response;
  if (status >= 200 && status < 300) return { result: ok({ status, body }), againAfterMs: undefined };
  const headers = headersOf(response.headers ?? {});
  const wait = retryAfterMs(headers, sender.machine.now());
  const failure = graphFailure(status, body, headers, wait);
  if (failure.kind === "throttled") {
    const pause = wait !== undefined && wait > 0 ? wait : untoldWaitMs(attempt, sender.machine.random);
    sender.scheduler.pauseUntil(sender.machine.now() + pause);
    return { result: refuse(failure), againAfterMs: pause };
  }
  return unclearEnd(failure, part, attempt, sender);
}

function unclearEnd(failure: GraphFailure, part: BatchPart | undefined, attempt: number, sender: Sender): PartEnd {
  const harmless = part !== undefined && (part.method === "GET" || part.headers?.["If-Match"] !== undefined);
  const again = failure.ambiguous && harmless && attempt < MAX_UNCLEAR_ATTEMPTS;
  return { result: refuse(failure), againAfterMs: again ? backoffMs(attempt, sender.machine.random) : undefined };
}

/** Inner headers come in any case. */
function headersOf(headers: Readonly<Record<string, unknown>>): { get(name: string): string | null } {
  const lower = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
  return { get: (name) => lower.get(name.toLowerCase()) ?? null };
}

function unanswered(): PartResult {
  return refuse({ ...ownFailure("unavailable", "The batch did not answer this part"), ambiguous: true });
}
