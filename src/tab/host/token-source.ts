import type { TabConfig } from "#contract/tab-config.ts";
import type { HostContext } from "./host.ts";
import type { MsalClient } from "./msal-client.ts";

/** Where the API client gets its access token. */
export interface TokenSource {
  /** @throws SignInNeededError when only a click can bring a token */
  token(options?: { readonly fresh?: boolean }): Promise<string>;
  /** Must be called from a click, else the browser blocks the window. False when the person closed it. */
  signIn(): Promise<boolean>;
  /** Forgets the account of a plain browser. */
  signOut(): Promise<void>;
}

/** Tokens by MSAL, which is loaded at the first call; parallel calls share one request. */
export function createTokenSource(config: TabConfig, context: HostContext): TokenSource {
  let client: Promise<MsalClient> | undefined;
  const running = new Map<boolean, Promise<string>>();
  const open = (): Promise<MsalClient> => {
    client ??= import("./msal-client.ts")
      .then(({ createMsalClient }) => createMsalClient(config, context))
      .catch((error: unknown) => {
        // A failed start is tried again by the next call.
        client = undefined;
        throw error;
      });
    return client;
  };
  return {
    token({ fresh = false } = {}) {
      const already = running.get(fresh);
      if (already) return already;
      const call = open()
        .then((msal) => msal.silent(fresh))
        .finally(() => running.delete(fresh));
      running.set(fresh, call);
      return call;
    },
    signIn: async () => (await open()).interactive(),
    signOut: async () => (await open()).forget(),
  };
}
