import { Button } from "@fluentui/react-components";
import { useQueryClient } from "@tanstack/react-query";
import { useTexts } from "../texts/texts-context.ts";
import { BusyBanner } from "./busy-banner.tsx";
import { LazySignInHelp } from "./lazy-sign-in-help.tsx";
import { useShellStyles } from "./shell.styles.ts";
import { useSignIn } from "./use-sign-in.ts";

interface ShellBannersProps {
  readonly online: boolean;
  readonly signInNeeded: boolean;
  /** Titles of lists that are damaged in SharePoint and only shown (T41). */
  readonly readOnlyLists: readonly string[];
}

/** What the person must know on any page: no network, damaged lists, or a token that has ended. Plain, as nothing can be fetched then. */
export function ShellBanners({ online, signInNeeded, readOnlyLists }: ShellBannersProps) {
  const styles = useShellStyles();
  const { shell } = useTexts();
  return (
    <>
      {online ? null : <p className={styles.banner}>{shell.offline}</p>}
      {readOnlyLists.length === 0 ? null : (
        <p className={styles.banner}>{shell.readOnlyLists(readOnlyLists.join(", "))}</p>
      )}
      {signInNeeded ? <SignInBanner /> : null}
      <BusyBanner />
    </>
  );
}

/** The token has ended in the middle of work: a bar, so that what is typed stays on the screen. */
function SignInBanner() {
  const styles = useShellStyles();
  const { shell } = useTexts();
  const queries = useQueryClient();
  const { busy, reason, press } = useSignIn(() => queries.invalidateQueries());
  return (
    <div className={styles.banner}>
      <span>{shell.signInAgain}</span>
      <Button size="small" onClick={press} disabledFocusable={busy}>
        {shell.signIn}
      </Button>
      <LazySignInHelp reason={reason} />
    </div>
  );
}
