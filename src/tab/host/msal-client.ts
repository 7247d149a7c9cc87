import {
  type AccountInfo,
  type AuthenticationResult,
  type Configuration,
  createNestablePublicClientApplication,
  type IPublicClientApplication,
} from "@azure/msal-browser";
import type { TabConfig } from "#contract/tab-config.ts";
import type { HostContext } from "./host.ts";
import { withLimit } from "./limit.ts";
import { SignInNeededError } from "./sign-in-needed.ts";
import { challengedClaims, claimsOf, failureOf, isNotNow, needOf } from "./sign-in-reason.ts";

const CREATE_LIMIT_MS = 8000;
const SILENT_LIMIT_MS = 20_000;
/** A person finds the telephone with the second factor within this; MSAL itself gives up after one minute. */
const WINDOW_LIMIT_MS = 10 * 60_000;

/** How a token is asked for. */
export interface TokenAsk {
  /** Past the cache: the one in it was refused. */
  readonly fresh: boolean;
  /** The WWW-Authenticate header it was refused with. */
  readonly challenge?: string | undefined;
}

/** What the token source needs of MSAL. */
export interface MsalClient {
  silent(ask: TokenAsk): Promise<string>;
  interactive(): Promise<boolean>;
  forget(): Promise<void>;
}

/**
 * MSAL for where we are: nested in Teams (the bridge is there once teams-js is initialised), an ordinary client in a
 * browser. A loopback authority is described by `authorityMetadata` and needs OIDC mode, else tenant paths are rewritten.
 */
export async function createMsalClient(config: TabConfig, context: HostContext): Promise<MsalClient> {
  const pca = await withLimit(
    createNestablePublicClientApplication(toMsalConfiguration(config)),
    CREATE_LIMIT_MS,
    "Sign-in",
  );
  const scopes = [config.scope];
  /** What the next window has to ask for; kept until the person has been asked once. */
  let wanted: string | undefined;
  return {
    async silent({ fresh, challenge }) {
      const account = accountOf(pca, context.userId);
      const claims = challengedClaims(challenge);
      wanted = claims ?? wanted;
      try {
        const request = { scopes, forceRefresh: fresh, ...given({ account, claims }) };
        const result = await withLimit(pca.acquireTokenSilent(request), SILENT_LIMIT_MS, "Sign-in");
        return accepted(pca, result, context.userId);
      } catch (error) {
        wanted = claimsOf(error) ?? wanted;
        const need = needOf(error);
        throw need === undefined ? error : new SignInNeededError(need, error);
      }
    },
    async interactive() {
      const claims = wanted;
      wanted = undefined;
      const { loginHint } = context;
      const who = loginHint === undefined ? { prompt: "select_account" } : { loginHint };
      try {
        // A window that was left standing before a reload does not keep the next one shut.
        const request = { scopes, ...who, ...given({ claims }), overrideInteractionInProgress: true };
        accepted(pca, await withLimit(pca.acquireTokenPopup(request), WINDOW_LIMIT_MS, "Sign-in"), context.userId);
        return true;
      } catch (error) {
        wanted = claimsOf(error) ?? claims;
        if (isNotNow(error)) return false;
        throw error instanceof SignInNeededError ? error : new SignInNeededError(failureOf(error), error);
      }
    },
    async forget() {
      pca.setActiveAccount(null);
      await withLimit(pca.clearCache(), SILENT_LIMIT_MS, "Sign-out");
    },
  };
}

function toMsalConfiguration(config: TabConfig): Configuration {
  return {
    auth: {
      clientId: config.clientId,
      authority: config.authority,
      knownAuthorities: config.knownAuthorities,
      redirectUri: config.redirectUri,
      // "We understand claims challenges": without it conditional access can only shut people out.
      clientCapabilities: ["cp1"],
      ...given({ authorityMetadata: config.authorityMetadata }),
    },
    cache: { cacheLocation: "sessionStorage" },
    system: {
      popupBridgeTimeout: WINDOW_LIMIT_MS,
      ...(config.authorityMetadata === undefined ? {} : { protocolMode: "OIDC" as const }),
    },
  };
}

/** Only the properties that have a value, as MSAL tells "undefined" from "not there". */
function given<T extends object>(properties: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(properties).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

/** The account of the person Teams is signed in as, or the one signed in last in a plain browser. */
function accountOf(pca: IPublicClientApplication, userId: string | undefined): AccountInfo | undefined {
  const accounts = pca.getAllAccounts();
  if (userId !== undefined) return accounts.find((account) => isPerson(account, userId));
  return pca.getActiveAccount() ?? accounts[0];
}

function isPerson(account: AccountInfo, userId: string): boolean {
  return account.localAccountId === userId || account.idTokenClaims?.oid === userId;
}

/** A token of somebody else than Teams shows would save things in the wrong name. */
function accepted(pca: IPublicClientApplication, result: AuthenticationResult, userId: string | undefined): string {
  if (userId !== undefined && !isPerson(result.account, userId)) throw new SignInNeededError("other-account");
  pca.setActiveAccount(result.account);
  return result.accessToken;
}
