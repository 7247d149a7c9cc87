import {
  type AuthError,
  BrowserAuthError,
  ClientAuthError,
  InteractionRequiredAuthError,
  ServerError,
} from "@azure/msal-browser";
import { describe, expect, test } from "vitest";
import { challengedClaims, claimsOf, failureOf, isNotNow, needOf } from "./sign-in-reason.ts";

const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';

/** What MSAL makes of a refusal of Entra's, and of the host's in a frame (which drops the sub-error). */
function required(code: string, message = "", given = ""): AuthError {
  return new InteractionRequiredAuthError(code, "id", message, "", "", "", given);
}
const server = (code: string, message: string): AuthError => new ServerError(code, "id", message);
const inBrowser = (code: string): AuthError => new BrowserAuthError(code, "id");

describe("why only a person can bring a token", () => {
  test.each<[string, unknown, string | undefined]>([
    ["consent missing", required("invalid_grant", "AADSTS65001: not consented"), "consent"],
    ["only an administrator may consent", server("access_denied", "AADSTS90094: admin permission"), "consent"],
    ["a challenge with claims", required("interaction_required", "AADSTS50076: MFA", claims), "more"],
    ["a second factor, told by the host without claims", required("interaction_required", "AADSTS50076: MFA"), "more"],
    ["a device that is not managed", server("invalid_grant", "AADSTS53000: device"), "more"],
    ["an ended session", required("login_required"), "sign-in"],
    ["no account in this browser", inBrowser("no_account_error"), "sign-in"],
    ["a hidden frame without an answer", inBrowser("timed_out"), "sign-in"],
    ["no network", inBrowser("no_network_connectivity"), undefined],
    ["a server in trouble", server("temporarily_unavailable", "AADSTS90033"), undefined],
    ["no error of MSAL's", new TypeError("x"), undefined],
  ])("T29 %s", (_name, error, need) => {
    expect(needOf(error)).toBe(need);
  });
});

describe("what a sign-in window that brought nothing means", () => {
  test.each([
    ["was closed, as the browser tells it", inBrowser("user_cancelled")],
    ["was closed, as a host tells it", new ClientAuthError("user_canceled", "id")],
    ["was answered with no", server("access_denied", "AADSTS65004: declined")],
  ])("T29 one that %s is 'not now', and nothing is said of it", (_name, error) => {
    expect(isNotNow(error)).toBe(true);
  });

  test.each<[string, unknown, string]>([
    ["blocked by the browser", inBrowser("popup_window_error"), "blocked"],
    ["empty, as some blockers leave it", inBrowser("empty_window_error"), "blocked"],
    ["refused for want of an administrator", server("access_denied", "AADSTS90094"), "consent"],
    ["asked for more once again", required("interaction_required", "", claims), "more"],
    ["left alone too long", inBrowser("timed_out"), "failed"],
    ["anything else", new Error("x"), "failed"],
  ])("T29 %s", (_name, error, failure) => {
    expect(isNotNow(error)).toBe(false);
    expect(failureOf(error)).toBe(failure);
  });
});

describe("claims", () => {
  const base64 = btoa(claims);
  const base64url = base64.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/u, "");

  test.each([
    ["base64, as Graph and our service write it", `Bearer realm="", error="insufficient_claims", claims="${base64}"`],
    ["base64url", `Bearer claims="${base64url}"`],
    ["percent-encoded JSON", `Bearer claims="${encodeURIComponent(claims)}", error="insufficient_claims"`],
  ])("T29 are read from a challenge in %s", (_name, challenge) => {
    expect(challengedClaims(challenge)).toBe(claims);
  });

  test.each([undefined, "", 'Bearer error="invalid_token"', 'Bearer claims="%%%"', 'Bearer claims="bnVsbA=="'])(
    "T29 are none in %s",
    (challenge) => {
      expect(challengedClaims(challenge)).toBeUndefined();
    },
  );

  test("T29 of a refusal are sent along next time", () => {
    expect(claimsOf(required("interaction_required", "", claims))).toBe(claims);
    expect(claimsOf(required("login_required"))).toBeUndefined();
  });
});
