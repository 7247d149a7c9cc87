/** Something a person's chat must show: a new, edited or removed message, or a changed unread count. */
export interface ChannelChange {
  readonly personId: string;
  readonly conversationId: string;
  readonly kind: "message" | "read" | "typing";
}

/** Hands changes on to whoever listens: the host page's strip, and an event stream per open chat. */
export interface ChannelChanges {
  publish(change: ChannelChange): void;
  subscribe(listener: (change: ChannelChange) => void): () => void;
  /** A `text/event-stream` of one person's changes. */
  stream(personId: string): Response;
  close(): void;
}

const heartbeatMs = 20_000;

export function createChannelChanges(): ChannelChanges {
  const listeners = new Set<(change: ChannelChange) => void>();
  const streams = new Set<ReadableStreamDefaultController<Uint8Array>>();
  const encoder = new TextEncoder();
  const heartbeat = setInterval(() => {
    for (const stream of streams) stream.enqueue(encoder.encode(": still here\n\n"));
  }, heartbeatMs);
  heartbeat.unref();

  const stream = (personId: string): Response => {
    let end = (): void => undefined;
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        const listener = (change: ChannelChange): void => {
          if (change.personId !== personId) return;
          const data = JSON.stringify({ conversationId: change.conversationId, kind: change.kind });
          controller.enqueue(encoder.encode(`event: change\ndata: ${data}\n\n`));
        };
        listeners.add(listener);
        streams.add(controller);
        controller.enqueue(encoder.encode("event: open\ndata: {}\n\n"));
        end = () => {
          listeners.delete(listener);
          streams.delete(controller);
        };
      },
      cancel: () => end(),
    });
    return new Response(body, { headers: { "content-type": "text/event-stream", "cache-control": "no-store" } });
  };
  return {
    publish: (change) => {
      for (const listener of listeners) listener(change);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    stream,
    close: () => {
      clearInterval(heartbeat);
      for (const controller of streams) controller.close();
      streams.clear();
      listeners.clear();
    },
  };
}
