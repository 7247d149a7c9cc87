import { Hono } from "hono";
import * as z from "zod/mini";
import { type FaultPlan, faultPlanSchema } from "../graph-server/traffic/fault-plan.ts";
import type { LiveStream } from "./live-stream.ts";

/** What the host needs of the Graph room. */
export interface GraphControls {
  setFaults(plan: FaultPlan): void;
  clearFaults(): void;
  /** Per client: requests, units, bytes, refused, early retries, calls without `$select`. */
  traffic(): unknown;
  resetTraffic(): void;
}

/** `/workspace/faults`: `GET` tells, `POST` sets, `DELETE` ends. */
export function faultRoutes(graph: GraphControls, live: LiveStream): Hono {
  const app = new Hono();
  let current: FaultPlan | null = null;
  app.get("/", (context) => context.json({ faults: current }));
  app.post("/", async (context) => {
    const body = faultPlanSchema.safeParse(await context.req.json().catch(() => undefined));
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
