import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useSession } from "../components/session.ts";
import type { HostTheme } from "../host/host.ts";
import { useTexts } from "../texts/texts-context.ts";
import { StartScreen } from "./start-screen.tsx";

/** Asks for the click that opens the sign-in window; browsers block it otherwise. */
export function SignInScreen({ theme }: { readonly theme: HostTheme }) {
  const { shell } = useTexts();
  const { tokens } = useSession();
  const queries = useQueryClient();
  const [failed, setFailed] = useState(false);
  const signIn = (): void => {
    setFailed(false);
    tokens
      .signIn()
      .then((done) => (done ? queries.resetQueries() : undefined))
      .catch(() => {
        setFailed(true);
      });
  };
  return (
    <StartScreen
      theme={theme}
      title={shell.signInTitle}
      text={shell.signInText}
      action={shell.signIn}
      onAction={signIn}
      note={failed ? shell.signInFailed : undefined}
    />
  );
}
