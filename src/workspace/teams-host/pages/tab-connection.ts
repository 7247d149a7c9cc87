import { parseTabMessage, type TabMessage } from "./tab-message.ts";

/** Answers one function of the protocol: the arguments of the answer, or undefined for "no answer". */
export type TabHandler = (args: readonly unknown[], message: TabMessage) => AnswerArgs | Promise<AnswerArgs>;
type AnswerArgs = readonly unknown[] | undefined;

export interface TabConnection {
  /** Sends an event to the tab; events the tab did not register for are not sent. False then. */
  send(event: string, args: readonly unknown[]): boolean;
  /** Sends an event the library takes without announcing an interest: saving, removing, words between dialog and tab. */
  tell(event: string, args: readonly unknown[]): void;
  close(): void;
}

/** The names under which the library announces interest in events that are called otherwise. */
const interests: Readonly<Record<string, string>> = { backButtonPress: "backButton" };

/**
 * Talks to one tab frame. Messages count only from this very frame and from its app's origin; answers echo both ids,
 * because the library matches by one or the other. Unknown functions get no answer, as in Teams.
 */
export function connectTab(options: {
  readonly frame: HTMLIFrameElement;
  readonly origin: string;
  readonly handlers: Readonly<Record<string, TabHandler>>;
  /** Says nothing and answers nothing, as a page that is no host. */
  readonly mute?: boolean;
  /** Waited for before every answer. */
  readonly delay?: () => Promise<void>;
}): TabConnection {
  const { frame, origin, handlers, delay } = options;
  if (options.mute === true) return { send: () => false, tell: () => undefined, close: () => undefined };
  const registered = new Set<string>();
  const post = (message: object): void => frame.contentWindow?.postMessage(message, origin);
  const answer = async (message: TabMessage): Promise<void> => {
    const handler = Object.hasOwn(handlers, message.func) ? handlers[message.func] : undefined;
    await delay?.();
    const args = await handler?.(message.args ?? [], message);
    if (args !== undefined) post({ id: message.id, uuidAsString: message.uuidAsString, args });
  };
  const listen = (event: MessageEvent<unknown>): void => {
    if (event.source !== frame.contentWindow || event.origin !== origin) return;
    const message = parseTabMessage(event.data);
    if (message === undefined) return;
    const [name] = message.args ?? [];
    // A page that was loaded anew in the frame knows nothing of what the one before registered for.
    if (message.func === "initialize") registered.clear();
    if (message.func === "registerHandler" && typeof name === "string") registered.add(name);
    // A handler that fails leaves its call unanswered, which the tab must survive anyway.
    answer(message).catch((error: unknown) => reportError(error));
  };
  window.addEventListener("message", listen);
  return {
    send(event, args) {
      if (!registered.has(interests[event] ?? event)) return false;
      post({ func: event, args });
      return true;
    },
    tell: (event, args) => post({ func: event, args }),
    close: () => window.removeEventListener("message", listen),
  };
}

/** The way to whatever page stands in a frame at the moment; there may be none. */
export interface TabLink extends Pick<TabConnection, "send" | "tell"> {
  /** The page that stands there now; the answer takes it away again. */
  join(connection: TabConnection): () => void;
}

/** A link without a page: until one joins, and after it has gone, what is sent reaches nobody and `send` says false. */
export function createTabLink(): TabLink {
  let now: TabConnection | undefined;
  return {
    send: (event, args) => now?.send(event, args) ?? false,
    tell: (event, args) => now?.tell(event, args),
    join(connection) {
      now = connection;
      return () => {
        connection.close();
        if (now === connection) now = undefined;
      };
    },
  };
}
