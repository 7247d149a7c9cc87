import { AuthError, BrowserAuthError, InteractionRequiredAuthError } from "@azure/msal-browser";
import type { SignInReason } from "./sign-in-needed.ts";

/** Entra's numbers for "nobody has allowed the app", and for "only an administrator may". */
const consentNumbers = /AADSTS(?:65001|65005|90093|90094|90095|650052|650057)\b|consent_required/u;
/** A second factor, a managed device, an up-to-date password: conditional access in its forms. */
const moreNumbers = /AADSTS(?:50072|50074|50076|50079|50097|50105|50158|530\d\d)\b/u;
/** The window was closed, or the person said no in it. */
const notNow = /^user_cancell?ed$/u;
/** What stops a silent sign-in although a person could go on: no account here, or the hidden frame got no answer. */
const silentEnds = /no_account|silent_sso_error|timed_out|iframe_closed_prematurely|empty_response|hash_empty_error/u;

/** Whether the person has put the sign-in off: that is no failure, and nothing is said of it. */
export function isNotNow(error: unknown): boolean {
  if (!(error instanceof AuthError)) return false;
  return notNow.test(error.errorCode) || (error.errorCode === "access_denied" && /AADSTS65004\b/u.test(wordsOf(error)));
}

/** Why only a person can bring the token; undefined when asking again later may do, e.g. without a network. */
export function needOf(error: unknown): SignInReason | undefined {
  if (!(error instanceof AuthError)) return undefined;
  const words = wordsOf(error);
  if (consentNumbers.test(words)) return "consent";
  if (claimsOf(error) !== undefined || moreNumbers.test(words)) return "more";
  if (error instanceof InteractionRequiredAuthError) return "sign-in";
  return error instanceof BrowserAuthError && silentEnds.test(error.errorCode) ? "sign-in" : undefined;
}

/** Why the sign-in window brought nothing. */
export function failureOf(error: unknown): SignInReason {
  if (error instanceof BrowserAuthError && /popup_window_error|empty_window_error/u.test(error.errorCode))
    return "blocked";
  const need = needOf(error);
  return need === undefined || need === "sign-in" ? "failed" : need;
}

/** What a refusal asks the application to send along next time (JSON). */
export function claimsOf(error: unknown): string | undefined {
  if (!(error instanceof InteractionRequiredAuthError) || error.claims === "") return undefined;
  return error.claims;
}

/** The claims a resource asks for in its WWW-Authenticate header: JSON, as a rule in base64. */
export function challengedClaims(challenge: string | undefined): string | undefined {
  const claims = /\bclaims="([^"]+)"/u.exec(challenge ?? "")?.[1];
  if (claims === undefined) return undefined;
  for (const read of [() => atob(claims.replaceAll("-", "+").replaceAll("_", "/")), () => decodeURIComponent(claims)]) {
    try {
      const text = read();
      if (text.startsWith("{") && JSON.parse(text) !== null) return text;
    } catch {
      // Not in this form.
    }
  }
  return undefined;
}

function wordsOf(error: AuthError): string {
  return `${error.errorCode} ${error.subError} ${error.errorMessage}`;
}
