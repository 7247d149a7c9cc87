import { Button, FluentProvider, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { HostTheme } from "../host/host.ts";
import { startTexts } from "../texts/start-texts.ts";
import { themes } from "./theme.ts";

const useStyles = makeStyles({
  screen: { minHeight: "100vh", padding: "24px 20px", backgroundColor: tokens.colorNeutralBackground2 },
  inner: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: "12px",
    maxWidth: "1120px",
    margin: "0 auto",
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600 },
  text: { margin: 0 },
});

interface StartScreenProps {
  readonly theme: HostTheme;
  readonly title: string;
  readonly text: string;
  readonly action: ReactNode;
  readonly onAction: () => void;
  readonly busy?: boolean;
  readonly note?: ReactNode;
}

/** A screen of its own with one thing to do: sign in, or try again. It stands also where no texts could be fetched. */
export function StartScreen({ theme, title, text, action, onAction, busy = false, note }: StartScreenProps) {
  const styles = useStyles();
  return (
    <FluentProvider theme={themes[theme]}>
      <main className={styles.screen}>
        <div className={styles.inner}>
          <h1 className={styles.title}>{title}</h1>
          <p className={styles.text}>{text}</p>
          {note}
          <Button appearance="primary" onClick={onAction} disabledFocusable={busy}>
            {action}
          </Button>
          <p className={styles.text}>{startTexts.appName}</p>
        </div>
      </main>
    </FluentProvider>
  );
}
