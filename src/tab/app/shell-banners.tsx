import { Button } from "@fluentui/react-components";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useSession } from "../components/session.ts";
import { useTexts } from "../texts/texts-context.ts";
import { useShellStyles } from "./shell.styles.ts";

/** What the person must know on any page: no network, or a token that has ended. Plain, as nothing can be fetched then. */
export function ShellBanners({ online, signInNeeded }: { readonly online: boolean; readonly signInNeeded: boolean }) {
  const styles = useShellStyles();
  const { shell } = useTexts();
  return (
    <>
      {online ? null : <p className={styles.banner}>{shell.offline}</p>}
      {signInNeeded ? <SignInBanner /> : null}
    </>
  );
}

/** The token has ended in the middle of work: a bar, so that what is typed stays on the screen. */
function SignInBanner() {
  const styles = useShellStyles();
  const { shell } = useTexts();
  const { tokens } = useSession();
  const queries = useQueryClient();
  const [failed, setFailed] = useState(false);
  const signIn = (): void => {
    tokens
      .signIn()
      .then(() => queries.invalidateQueries())
      .catch(() => {
        setFailed(true);
      });
  };
  return (
    <div className={styles.banner}>
      <span>{failed ? shell.signInFailed : shell.signInAgain}</span>
      <Button size="small" onClick={signIn}>
        {shell.signIn}
      </Button>
    </div>
  );
}
