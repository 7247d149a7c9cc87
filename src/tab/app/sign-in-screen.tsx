import { useQueryClient } from "@tanstack/react-query";
import type { HostTheme } from "../host/host.ts";
import { useTexts } from "../texts/texts-context.ts";
import { LazySignInHelp } from "./lazy-sign-in-help.tsx";
import { StartScreen } from "./start-screen.tsx";
import { useSignIn } from "./use-sign-in.ts";

/** Asks for the click that opens the sign-in window; browsers block it otherwise. */
export function SignInScreen({ theme }: { readonly theme: HostTheme }) {
  const { shell } = useTexts();
  const queries = useQueryClient();
  const { busy, reason, press } = useSignIn(() => queries.resetQueries());
  return (
    <StartScreen
      theme={theme}
      title={shell.signInTitle}
      text={shell.signInText}
      action={shell.signIn}
      busy={busy}
      onAction={press}
      note={<LazySignInHelp reason={reason} />}
    />
  );
}
