import { parseTabMessage, type TabMessage } from "./tab-message.ts";

/** Answers one function of the protocol: the arguments of the answer, or undefined for "no answer". */
export type TabHandler = (args: readonly unknown[], message: TabMessage) => AnswerArgs | Promise<AnswerArgs>;
type AnswerArgs = readonly unknown[] | undefined;

export interface TabConnection {
  /** Sends an event to the tab; events the tab did not register for are not sent. */
  send(event: string, args: readonly unknown[]): void;
  close(): void;
}

/**
 * Talks to one tab frame. Messages count only from this very frame and from its app's origin; answers echo both ids,
 * because the library matches by one or the other. Unknown functions get no answer, as in Teams.
 */
export function connectTab(options: {
  readonly frame: HTMLIFrameElement;
  readonly origin: string;
  readonly handlers: Readonly<Record<string, TabHandler>>;
}): TabConnection {
  const { frame, origin, handlers } = options;
  const registered = new Set<string>();
  const post = (message: object): void => frame.contentWindow?.postMessage(message, origin);
  const answer = async (message: TabMessage): Promise<void> => {
    const handler = Object.hasOwn(handlers, message.func) ? handlers[message.func] : undefined;
    const args = await handler?.(message.args ?? [], message);
    if (args !== undefined) post({ id: message.id, uuidAsString: message.uuidAsString, args });
  };
  const listen = (event: MessageEvent<unknown>): void => {
    if (event.source !== frame.contentWindow || event.origin !== origin) return;
    const message = parseTabMessage(event.data);
    if (message === undefined) return;
    const [name] = message.args ?? [];
    if (message.func === "registerHandler" && typeof name === "string") registered.add(name);
    // A handler that fails leaves its call unanswered, which the tab must survive anyway.
    answer(message).catch((error: unknown) => reportError(error));
  };
  window.addEventListener("message", listen);
  return {
    send(event, args) {
      if (registered.has(event)) post({ func: event, args });
    },
    close: () => window.removeEventListener("message", listen),
  };
}
