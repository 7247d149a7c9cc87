import { Button, Link } from "@fluentui/react-components";
import type { Me } from "#contract/me.ts";
import type { Language } from "#domain/shared/language.ts";
import { hrefOf, routes } from "../components/routes.ts";
import { useSession } from "../components/session.ts";
import { useLanguage, useTexts } from "../texts/texts-context.ts";
import { useShellStyles } from "./shell.styles.ts";

/** Pages the service shows without signing in, at their own addresses. */
const publicPages = ["hjaelp", "privatliv", "tilgaengelighed"] as const;

/** Who is signed in, where the lists are, what Fremdrift does with one's data, and the other language. */
export function ShellFooter({
  me,
  onLanguage,
}: {
  readonly me: Me;
  readonly onLanguage: (language: Language) => void;
}) {
  const styles = useShellStyles();
  const { shell } = useTexts();
  const language = useLanguage();
  const { host, tokens } = useSession();
  const other = language === "da" ? "en" : "da";
  return (
    <footer className={styles.footer}>
      <div className={styles.footerInner}>
        <span className={styles.grow}>{`${me.name} · ${me.centreName} · ${me.municipality}`}</span>
        <Link href={hrefOf(routes.notices)}>{shell.notices}</Link>
        {me.openSiteUrl === undefined ? null : (
          <Link href={me.openSiteUrl} target="_blank" rel="noreferrer">
            {shell.openList}
          </Link>
        )}
        {publicPages.map((page) => (
          <Link key={page} href={`/${page}?sprog=${language}`} target="_blank" rel="noreferrer">
            {shell.publicPages[page]}
          </Link>
        ))}
        {host.kind === "browser" ? (
          <Button
            size="small"
            appearance="subtle"
            onClick={() => {
              void tokens.signOut().finally(() => {
                window.location.reload();
              });
            }}
          >
            {shell.signOut}
          </Button>
        ) : null}
        <Button
          size="small"
          appearance="subtle"
          className={styles.language}
          lang={other}
          onClick={() => {
            onLanguage(other);
          }}
        >
          {shell.otherLanguage}
        </Button>
      </div>
    </footer>
  );
}
