import { type Context, Hono } from "hono";
import type { AppPackage } from "./app-package.ts";
import type { InstalledApps, Placement } from "./installed-apps.ts";
import type { LiveStream } from "./live-stream.ts";

/**
 * The tenant's app catalogue, relative to `/workspace/apps`: `GET` lists, `POST` takes a package (raw zip or the
 * file of a form) with `?origin=` (where its https origin lives) and `?bot=` (the bot's messaging endpoint).
 */
export function appRoutes(options: {
  readonly apps: InstalledApps;
  readonly live: LiveStream;
  readonly onInstall: (appId: string) => Promise<void>;
}): Hono {
  const { apps, live } = options;
  const app = new Hono();
  app.get("/", (context) => context.json({ apps: apps.list().map(described) }));
  app.post("/", async (context) => {
    const placement = readPlacement(context);
    if (placement === undefined) return context.json(problem("origin and bot must be http(s) addresses."), 400);
    const zip = await uploadedZip(context);
    if (zip === undefined)
      return context.json(problem("Send the app package as application/zip or as the file of a form."), 400);
    const answer = apps.install(zip, placement);
    if (!answer.ok) return context.json(problem(answer.refusal), 400);
    await options.onInstall(answer.value.id);
    live.publish({ kind: "apps", detail: { id: answer.value.id } });
    return context.json(described(answer.value), 201);
  });
  app.get("/:id/icons/:kind", (context) => {
    const found = apps.find(context.req.param("id"));
    const icon = context.req.param("kind") === "outline" ? found?.icons.outline : found?.icons.color;
    if (icon === undefined) return context.json(problem("No such icon."), 404);
    return new Response(new Uint8Array(icon), {
      headers: { "Content-Type": "image/png", "Cache-Control": "no-cache" },
    });
  });
  return app;
}

function described(app: AppPackage): object {
  const { icons, ...rest } = app;
  return { ...rest, hasIcons: icons.color !== undefined };
}

function readPlacement(context: Context): Placement | undefined {
  const [origin, bot] = [context.req.query("origin"), context.req.query("bot")];
  const parsed = [origin, bot].map((text) => (text === undefined ? undefined : URL.parse(text)));
  if (parsed.some((url) => url === null || (url !== undefined && !/^https?:$/u.test(url.protocol)))) return undefined;
  return { origin: parsed[0]?.origin, bot };
}

async function uploadedZip(context: Context): Promise<Uint8Array | undefined> {
  const type = context.req.header("content-type") ?? "";
  if (!type.startsWith("multipart/form-data")) {
    const body = new Uint8Array(await context.req.arrayBuffer());
    return body.length === 0 ? undefined : body;
  }
  const form = await context.req.formData().catch(() => undefined);
  const file = [...(form?.values() ?? [])].find((value) => value instanceof File);
  return file === undefined ? undefined : new Uint8Array(await file.arrayBuffer());
}

function problem(message: string): object {
  return { error: { code: "badRequest", message } };
}
