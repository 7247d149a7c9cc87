import { Hono } from "hono";
import * as z from "zod/mini";
import type { LiveStream } from "./live-stream.ts";

const faultKinds = [429, 500, 502, 503, 504, "reset", "lost-answer"] as const;

const faultsSchema = z.strictObject({
  /** Share of calls that fail, 0–1. */
  rate: z._default(z.number().check(z.minimum(0), z.maximum(1)), 0),
  /** The same seed gives the same faults for the same calls. */
  seed: z._default(z.int(), 1),
  kinds: z._default(z.array(z.literal(faultKinds)), [...faultKinds]),
  latencyMs: z._default(z.number().check(z.minimum(0)), 0),
  retryAfterS: z._default(z.number().check(z.minimum(0)), 1),
  unitsPerMinute: z.optional(z.number().check(z.positive())),
});

/** How Graph shall misbehave, as asked for over POST /workspace/faults. */
export type Faults = z.infer<typeof faultsSchema>;

/** What the host needs of the Graph room. */
export interface GraphControls {
  setFaults(faults: Faults): void;
  clearFaults(): void;
  /** Per client: requests, units, bytes, refused, early retries, calls without `$select`. */
  traffic(): unknown;
  resetTraffic(): void;
}

/** `/workspace/faults`: `GET` tells, `POST` sets, `DELETE` ends. */
export function faultRoutes(graph: GraphControls, live: LiveStream): Hono {
  const app = new Hono();
  let current: Faults | null = null;
  app.get("/", (context) => context.json({ faults: current }));
  app.post("/", async (context) => {
    const body = faultsSchema.safeParse(await context.req.json().catch(() => undefined));
    if (!body.success)
      return context.json({ error: { code: "badRequest", message: z.prettifyError(body.error) } }, 400);
    current = body.data;
    graph.setFaults(body.data);
    live.publish({ kind: "faults", detail: current });
    return context.json({ faults: current });
  });
  app.delete("/", (context) => {
    current = null;
    graph.clearFaults();
    live.publish({ kind: "faults", detail: null });
    return context.body(null, 204);
  });
  return app;
}

/** `/workspace/traffic`: `GET` counts, `DELETE` starts counting anew. */
export function trafficRoutes(graph: GraphControls): Hono {
  const app = new Hono();
  app.get("/", (context) => context.json(graph.traffic()));
  app.delete("/", (context) => {
    graph.resetTraffic();
    return context.body(null, 204);
  });
  return app;
}
