/** What the strip at the bottom of the host page shows as it happens. */
export interface LiveEvent {
  /** "request" = a Graph call, "change" = a changed row, "clock", "apps", "faults", "channels", "activity" = what every open page must know. */
  readonly kind: "request" | "change" | "clock" | "apps" | "faults" | "channels" | "activity";
  readonly detail: unknown;
}

/** Server-sent events to any number of open host pages; the newest events are repeated to a page that comes later. */
export interface LiveStream {
  publish(event: LiveEvent): void;
  /** The answer to GET /workspace/live. */
  connect(): Response;
  close(): void;
}

const kept = 50;

/** Makes a stream; nothing is kept beyond the last events. */
export function createLiveStream(): LiveStream {
  const controllers = new Set<ReadableStreamDefaultController<Uint8Array>>();
  const recent: Uint8Array[] = [];
  const encoder = new TextEncoder();
  const send = (chunk: Uint8Array): void => {
    for (const controller of controllers) {
      // A page that does not read any more is let go instead of filling the memory.
      if ((controller.desiredSize ?? 0) < -5000) drop(controller);
      else controller.enqueue(chunk);
    }
  };
  const drop = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
    if (controllers.delete(controller)) controller.close();
  };
  return {
    publish(event) {
      const chunk = encoder.encode(`event: ${event.kind}\ndata: ${JSON.stringify(event.detail)}\n\n`);
      if (event.kind === "request" || event.kind === "change") {
        recent.push(chunk);
        if (recent.length > kept) recent.shift();
      }
      send(chunk);
    },
    connect() {
      let own: ReadableStreamDefaultController<Uint8Array> | undefined;
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          own = controller;
          controllers.add(controller);
          controller.enqueue(encoder.encode("retry: 1000\n\n"));
          for (const chunk of recent) controller.enqueue(chunk);
        },
        cancel() {
          if (own !== undefined) controllers.delete(own);
        },
      });
      return new Response(body, { headers: { "Content-Type": "text/event-stream", "Cache-Control": "no-store" } });
    },
    close() {
      for (const controller of controllers) drop(controller);
    },
  };
}
