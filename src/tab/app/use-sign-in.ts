import { useState, useSyncExternalStore } from "react";
import { useSession } from "../components/session.ts";
import { type SignInReason, signInReason } from "../host/sign-in-needed.ts";

/** The one way to a sign-in window, wherever its button stands. */
export interface SignIn {
  readonly busy: boolean;
  /** What is to be explained: why the last window brought nothing, else why one is needed. */
  readonly reason: SignInReason;
  /** To be called from a click: opens one window, however often it is called. */
  readonly press: () => void;
}

/** Signs in by a click, and does `after` once that has succeeded; a window that was closed again is "not now". */
export function useSignIn(after: () => unknown): SignIn {
  const { tokens, api } = useSession();
  const { signInReason: needed } = useSyncExternalStore(api.signals.subscribe, api.signals.snapshot);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<SignInReason>();
  const press = (): void => {
    if (busy) return;
    setBusy(true);
    setFailed(undefined);
    tokens
      .signIn()
      .then((done) => (done ? after() : undefined))
      .catch((error: unknown) => {
        setFailed(signInReason(error));
      })
      .finally(() => {
        setBusy(false);
      });
  };
  return { busy, reason: failed ?? needed, press };
}
