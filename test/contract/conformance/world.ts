import { type Answer, readAnswer, requestBody } from "#workspace/graph-server/graph-answer.test-support.ts";
import { answered, Differs, NoList, NotTried } from "./check.ts";

/**
 * Who calls. `owner` may everything in the site; `member` and `visitor` have the site's lesser roles, `stranger` none;
 * `narrow` is a token without permission on sites or people, `expired` one past its time. `application` is one with a
 * write grant on the site through Sites.Selected, `ungranted` one without. `nobody` sends no token.
 */
export type Caller =
  | "owner"
  | "member"
  | "visitor"
  | "stranger"
  | "narrow"
  | "expired"
  | "application"
  | "ungranted"
  | "nobody";

export interface WorldOptions {
  /** Graph with its version, e.g. "https://graph.microsoft.com/v1.0". */
  readonly graph: string;
  readonly siteHost: string;
  /** Server-relative path of the site the checks may make lists in. */
  readonly sitePath: string;
  readonly tokens: Partial<Readonly<Record<Caller, string>>>;
  readonly fetch: (request: Request) => Promise<Response>;
  /** Waits before a throttled call is sent again. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Part of the names of everything made, so that runs do not meet. */
  readonly run: string;
  /** Whether a list of more than 5,000 rows may be made. */
  readonly large?: boolean;
  /** A notification that may really be sent. */
  readonly notify?: Notify;
  /** What only whoever runs the server can do. */
  readonly hands?: Hands;
}

export interface Notify {
  /** Object id or user principal name of a person who has the app. */
  readonly recipient: string;
  readonly activityType: string;
  readonly templateParameters: readonly { readonly name: string; readonly value: string }[];
  /** Where the text topic leads: an address in Teams. */
  readonly webUrl: string;
  /** A person who does not have the app. */
  readonly without: string | undefined;
}

export interface Hands {
  readonly expireDeltaTokens: () => void;
  readonly passUploadExpiry: () => void;
}

export interface CallMore {
  readonly as?: Caller;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A site of some Graph that checks are run against, and the lists they have made there. */
export interface World {
  readonly options: WorldOptions;
  /** The site addressed by its path, open at the end: `${site}/lists`. */
  readonly site: string;
  /** Calls below the version, or a whole address at Graph's origin, as the owner unless told otherwise. */
  readonly call: (method: string, path: string, body?: unknown, more?: CallMore) => Promise<Answer>;
  /** Makes a list and answers its path; it is removed by `clean`. Not tried only where the owner may make none. */
  readonly newList: (columns?: readonly unknown[], template?: string) => Promise<string>;
  /** A name nothing else has. */
  readonly name: (start: string) => string;
  /** Has a list removed at the end that a check made by itself. */
  readonly made: (list: string) => void;
  /** What only the server's owner can do; a check that needs it is not tried from outside. */
  readonly hands: () => Hands;
  /** Removes every list; answers how many could not be removed. */
  readonly clean: () => Promise<number>;
}

const mostTries = 6;

export function createWorld(options: WorldOptions): World {
  const site = `/sites/${options.siteHost}:${options.sitePath}:`;
  const lists: string[] = [];
  let names = 0;
  const call: World["call"] = async (method, path, body, more = {}) => {
    const request = () => requestOf(options, method, path, body, more);
    for (let tries = 1; ; tries++) {
      const response = await options.fetch(request());
      const retryAfter = response.headers.get("retry-after");
      const isBusy = response.status === 429 || response.status === 503;
      if (!isBusy || retryAfter === null || tries === mostTries) return readAnswer(response);
      await options.wait(Number(retryAfter) * 1_000);
    }
  };
  const name = (start: string): string => `${start} ${options.run}-${++names}`;
  return {
    options,
    site,
    call,
    name,
    made: (list) => void lists.push(list),
    newList: async (columns = [], template = "genericList") => {
      const body = { displayName: name("Overensstemmelse"), columns, list: { template } };
      const made = await call("POST", `${site}/lists`, body);
      if (made.status === 401 || made.status === 403) throw new NoList(`a list may not be made: ${made.status}`);
      const list = `${site}/lists/${answered(made, 201).text("id")}`;
      lists.push(list);
      return list;
    },
    hands: () => {
      if (options.hands) return options.hands;
      throw new NotTried("only whoever runs the server can bring this about");
    },
    clean: async () => {
      let left = 0;
      for (const list of lists.splice(0)) {
        // Also where the connection is gone: whoever runs the checks must know what is left.
        const status = await call("DELETE", list).then(
          (gone) => gone.status,
          () => 0,
        );
        if (status !== 204 && status !== 404) left += 1;
      }
      return left;
    },
  };
}

/** @throws {Differs} where a token would go to another origin than Graph's, because an answer gave such an address */
function requestOf(options: WorldOptions, method: string, path: string, body: unknown, more: CallMore): Request {
  const headers = new Headers(more.headers);
  const url = new URL(/^https?:/iu.test(path) ? path : `${options.graph}${path}`);
  const caller = more.as ?? "owner";
  if (caller !== "nobody") {
    const token = options.tokens[caller];
    if (token === undefined) throw new NotTried(`needs a token of kind '${caller}'`);
    const { origin } = new URL(options.graph);
    if (url.origin !== origin) throw new Differs(`address: expected one at ${origin}, came one at ${url.origin}`);
    headers.set("Authorization", `Bearer ${token}`);
  }
  const init: RequestInit = { method, headers, redirect: "manual" };
  if (body !== undefined) {
    if (!headers.has("content-type")) headers.set("content-type", "application/json");
    init.body = requestBody(body);
  }
  return new Request(url, init);
}

/** Something made once for each world, e.g. a list with rows several checks read. */
export function once<T>(make: (world: World) => Promise<T>): (world: World) => Promise<T> {
  const known = new WeakMap<World, Promise<T>>();
  return (world) => {
    const present = known.get(world) ?? make(world);
    known.set(world, present);
    return present;
  };
}
