/**
 * Why a token is not to be had without the person: "consent" = nobody has allowed the app yet, "more" = the organisation
 * asks for one more confirmation, "blocked" = the browser keeps the window shut, "other-account" = somebody else than
 * Teams shows was chosen, "failed" = anything else that went wrong in the window.
 */
export type SignInReason = "sign-in" | "consent" | "more" | "blocked" | "other-account" | "failed";

/** A token is only to be had if the person does something: a click on "Log ind". */
export class SignInNeededError extends Error {
  override name = "SignInNeededError";
  readonly reason: SignInReason;

  constructor(reason: SignInReason = "sign-in", cause?: unknown) {
    super(`Sign-in needed: ${reason}`, { cause });
    this.reason = reason;
  }
}

/** Why, of whatever was thrown on the way to a token. */
export function signInReason(error: unknown): SignInReason {
  return error instanceof SignInNeededError ? error.reason : "failed";
}
