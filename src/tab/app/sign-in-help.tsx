import { Button, makeStyles } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { LinkField } from "../components/link-field.tsx";
import { useSession } from "../components/session.ts";
import { copyText } from "../host/copy-link.ts";
import type { SignInReason } from "../host/sign-in-needed.ts";
import { signIn as danish } from "../texts/da/sign-in.ts";
import { signIn as english } from "../texts/en/sign-in.ts";
import { useLanguage } from "../texts/texts-context.ts";

const useStyles = makeStyles({
  help: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: "8px", width: "100%" },
  text: { margin: 0, maxWidth: "72ch" },
});

/** What stands in the way of a sign-in, in the person's words, and what can be done about it. */
export function SignInHelp({ reason }: { readonly reason: SignInReason }) {
  const styles = useStyles();
  const texts = useLanguage() === "en" ? english : danish;
  if (reason === "sign-in") return null;
  return (
    <div className={styles.help} role="alert">
      {texts.why[reason].map((sentence) => (
        <p key={sentence} className={styles.text}>
          {sentence}
        </p>
      ))}
      {reason === "consent" ? <AdminLink texts={texts} /> : null}
    </div>
  );
}

/** The link an administrator opens once for everybody: shown, so that it can be read, and with a button that copies it. */
function AdminLink({ texts }: { readonly texts: typeof danish }) {
  const { tokens } = useSession();
  const [link, setLink] = useState<string>();
  const [copied, setCopied] = useState<boolean>();
  useEffect(() => {
    let gone = false;
    void tokens.adminConsentUrl().then((url) => {
      if (!gone) setLink(url);
    });
    return () => {
      gone = true;
    };
  }, [tokens]);
  if (link === undefined) return null;
  return (
    <>
      <LinkField label={texts.adminLink} link={link} />
      <Button
        size="small"
        onClick={() => {
          void copyText(link).then((done) => {
            setCopied(done === "copied");
          });
        }}
      >
        {copied === true ? texts.copied : texts.copy}
      </Button>
      {copied === false ? <span>{texts.copyByHand}</span> : null}
    </>
  );
}
