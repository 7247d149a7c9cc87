import {
  type AccountInfo,
  type AuthenticationResult,
  BrowserAuthError,
  type Configuration,
  createNestablePublicClientApplication,
  InteractionRequiredAuthError,
  type IPublicClientApplication,
} from "@azure/msal-browser";
import type { TabConfig } from "#contract/tab-config.ts";
import type { HostContext } from "./host.ts";
import { withLimit } from "./limit.ts";
import { SignInNeededError } from "./sign-in-needed.ts";

const CREATE_LIMIT_MS = 8000;
const SILENT_LIMIT_MS = 20_000;

/** What the token source needs of MSAL. */
export interface MsalClient {
  silent(fresh: boolean): Promise<string>;
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
  return {
    async silent(forceRefresh) {
      const account = accountOf(pca, context.userId);
      try {
        const request = { scopes, forceRefresh, ...(account ? { account } : {}) };
        const result = await withLimit(pca.acquireTokenSilent(request), SILENT_LIMIT_MS, "Sign-in");
        return accepted(pca, result, context.userId);
      } catch (error) {
        throw needsClick(error) ? new SignInNeededError("Sign-in needed", { cause: error }) : error;
      }
    },
    async interactive() {
      const hint = context.loginHint;
      try {
        const result = await pca.acquireTokenPopup({
          scopes,
          ...(hint === undefined ? { prompt: "select_account" } : { loginHint: hint }),
        });
        accepted(pca, result, context.userId);
        return true;
      } catch (error) {
        if (error instanceof BrowserAuthError && error.errorCode === "user_cancelled") return false;
        throw error;
      }
    },
    async forget() {
      pca.setActiveAccount(null);
      await pca.clearCache();
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
      ...(config.authorityMetadata === undefined ? {} : { authorityMetadata: config.authorityMetadata }),
    },
    cache: { cacheLocation: "sessionStorage" },
    ...(config.authorityMetadata === undefined ? {} : { system: { protocolMode: "OIDC" as const } }),
  };
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
  if (userId !== undefined && !isPerson(result.account, userId)) throw new SignInNeededError("Another account");
  pca.setActiveAccount(result.account);
  return result.accessToken;
}

function needsClick(error: unknown): boolean {
  if (error instanceof InteractionRequiredAuthError) return true;
  return (
    error instanceof BrowserAuthError && /no_account|silent_sso_error|monitor_window_timeout/.test(error.errorCode)
  );
}
