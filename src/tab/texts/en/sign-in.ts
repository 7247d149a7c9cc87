import type { signIn as danish } from "../da/sign-in.ts";

/** What stands in the way of a sign-in; loaded with the explanation, since few meet it. */
export const signIn: typeof danish = {
  why: {
    consent: [
      "Fremdrift has not been approved for your account yet. Press Sign in, and say yes if Microsoft asks you.",
      "If you cannot say yes yourself, send the link to the IT department. With it an administrator approves Fremdrift once for everybody. Fremdrift only asks who signs in – not for your mail or your files.",
    ],
    more: [
      "The municipality asks you to confirm once more that it is you, e.g. with a code on your phone. Press Sign in, and you will be asked.",
      "If you come back here afterwards, tell the IT department: the device or the account does not meet the municipality's requirements (Conditional Access).",
    ],
    blocked: [
      "The browser blocked the sign-in window. Allow pop-ups for this page – usually by an icon in the address bar – and press Sign in again.",
    ],
    "other-account": [
      "You chose another account than the one you use in Teams. Press Sign in, and choose the same account as in Teams.",
    ],
    failed: ["Signing in failed. Try again. If that does not help, close Fremdrift and open it again."],
  },
  adminLink: "Link for the IT department",
  copy: "Copy link",
  copied: "The link has been copied",
  copyByHand: "The link could not be copied automatically. Select it in the field and copy it.",
};
