import { Hono } from "hono";
import * as z from "zod/mini";

/** What the channel can be told to do wrong, as Teams does now and then. All off at first; kept until the process ends. */
export interface ChannelSwitches {
  /** Repeat a press once when the bot is slow or answers nothing, so that its handlers run twice. */
  retryInvokes: boolean;
  /** So many of the bot's next calls are refused with 429. */
  throttledCalls: number;
  /** What the refusals say in `Retry-After`. */
  retryAfterS: number;
}

const switchesSchema = z.partial(
  z.object({
    retryInvokes: z.boolean(),
    throttledCalls: z.int().check(z.minimum(0), z.maximum(1000)),
    retryAfterS: z.int().check(z.minimum(1), z.maximum(300)),
  }),
);

/** Switches as a channel starts with them: everything works, and a refusal would ask for five seconds. */
export function createChannelSwitches(): ChannelSwitches {
  return { retryInvokes: false, throttledCalls: 0, retryAfterS: 5 };
}

/** `GET` tells the switches, `POST` sets some of them; for pages of this machine only. */
export function switchRoutes(switches: ChannelSwitches): Hono {
  const app = new Hono();
  app.use("*", async (c, next) =>
    isOwnPage(c.req.header("origin")) ? next() : c.json({ code: "foreign-origin" }, 403),
  );
  app.get("/", (c) => c.json(switches));
  app.post("/", async (c) => {
    const body = switchesSchema.safeParse(await c.req.json().catch(() => undefined));
    if (!body.success) return c.json({ code: "bad-request" }, 400);
    Object.assign(switches, body.data);
    return c.json(switches);
  });
  return app;
}

function isOwnPage(origin: string | undefined): boolean {
  return origin === undefined || ["localhost", "127.0.0.1"].includes(URL.parse(origin)?.hostname ?? "");
}
