import { lazy, Suspense } from "react";
import type { SignInReason } from "../host/sign-in-needed.ts";

/** Few meet it, so it is fetched when it is needed; without it the button still works. */
const SignInHelp = lazy(() =>
  import("./sign-in-help.tsx").then(
    (loaded) => ({ default: loaded.SignInHelp }),
    () => ({ default: () => null }),
  ),
);

/** What stands in the way of a sign-in; nothing when it is only the click. */
export function LazySignInHelp({ reason }: { readonly reason: SignInReason }) {
  if (reason === "sign-in") return null;
  return (
    <Suspense fallback={null}>
      <SignInHelp reason={reason} />
    </Suspense>
  );
}
