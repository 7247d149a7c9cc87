/** A token is only to be had if the person does something: a click on "Log ind". */
export class SignInNeededError extends Error {
  override name = "SignInNeededError";
}
