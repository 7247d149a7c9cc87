import { Hono } from "hono";
import * as z from "zod/mini";
import type { Clock, MoveAnswer } from "./clock.ts";
import { parseDuration } from "./duration.ts";

const instant = z.pipe(
  z.iso.datetime({ offset: true }),
  z.transform((text) => new Date(text)),
);
const moveSchema = z.union([z.strictObject({ now: instant }), z.strictObject({ advance: z.string() })]);
const followSchema = z.object({
  client: z.string().check(z.minLength(1)),
  seen: z.int(),
  nextDue: z.nullable(instant),
  idle: z.boolean(),
});

/**
 * The clock over HTTP, relative to `/workspace/clock`: `GET` → `{"now"}`; `POST` `{"now"}` or `{"advance":"PT1H"}`,
 * forward only; `POST /follow` for services that act on business time.
 */
export function clockRoutes(clock: Clock): Hono {
  const app = new Hono();
  app.get("/", (context) => context.json({ now: clock.now().toISOString() }));
  app.post("/", async (context) => {
    const body = moveSchema.safeParse(await context.req.json().catch(() => undefined));
    if (!body.success) return context.json(problem('Send {"now": "<ISO instant>"} or {"advance": "PT1H"}.'), 400);
    const answer = await move(clock, body.data);
    if (answer === undefined)
      return context.json(problem("The duration is not one of days, hours, minutes and seconds."), 400);
    if (!answer.ok) return context.json(problem("The clock only moves forward."), 400);
    return context.json({ now: answer.value.now });
  });
  app.post("/follow", async (context) => {
    const body = followSchema.safeParse(await context.req.json().catch(() => undefined));
    if (!body.success) return context.json(problem('Send {"client","seen","nextDue","idle"}.'), 400);
    return context.json(
      await clock.follow({ ...body.data, nextDue: body.data.nextDue ?? undefined }, context.req.raw.signal),
    );
  });
  return app;
}

async function move(clock: Clock, body: z.infer<typeof moveSchema>): Promise<MoveAnswer | undefined> {
  if ("now" in body) return clock.moveTo(body.now);
  const milliseconds = parseDuration(body.advance);
  return milliseconds === undefined ? undefined : clock.advance(milliseconds);
}

function problem(message: string): object {
  return { error: { code: "badRequest", message } };
}
