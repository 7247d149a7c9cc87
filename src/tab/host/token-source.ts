import type { TabConfig } from "#contract/tab-config.ts";
import type { HostContext } from "./host.ts";
import { withLimit } from "./limit.ts";
import type { MsalClient, TokenAsk } from "./msal-client.ts";

const LOAD_LIMIT_MS = 20_000;

/** Where the API client gets its access token. */
export interface TokenSource {
  /** @throws SignInNeededError when only a click can bring a token */
  token(ask?: Partial<TokenAsk>): Promise<string>;
  /**
   * Opens one window. Must be called from a click, else the browser blocks it. False when the person closed it.
   * @throws SignInNeededError with the reason it brought nothing
   */
  signIn(): Promise<boolean>;
  /** Forgets the account of a plain browser. */
  signOut(): Promise<void>;
  /** What the IT department opens to allow the app for everybody. */
  adminConsentUrl(): Promise<string>;
}

/** Tokens by MSAL, which is loaded at the first call; parallel calls share one request. */
export function createTokenSource(config: TabConfig, context: HostContext): TokenSource {
  let client: Promise<MsalClient> | undefined;
  const running = new Map<string, Promise<string>>();
  const open = (): Promise<MsalClient> => {
    client ??= withLimit(import("./msal-client.ts"), LOAD_LIMIT_MS, "Sign-in")
      .then(({ createMsalClient }) => createMsalClient(config, context))
      .catch((error: unknown) => {
        // A failed start is tried again by the next call.
        client = undefined;
        throw error;
      });
    return client;
  };
  return {
    token({ fresh = false, challenge } = {}) {
      const key = `${fresh} ${challenge}`;
      const already = running.get(key);
      if (already) return already;
      const call = open()
        .then((msal) => msal.silent({ fresh, challenge }))
        .finally(() => running.delete(key));
      running.set(key, call);
      return call;
    },
    signIn: async () => (await open()).interactive(),
    signOut: async () => (await open()).forget(),
    adminConsentUrl: async () => (await import("./admin-consent-url.ts")).adminConsentUrl(config),
  };
}
