import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { ChatTexts } from "./chat-texts.ts";

/** Stands in the place of the field to write in while the app is removed. */
export function RemovedBar(props: {
  readonly appName: string;
  readonly mayInstall: boolean;
  readonly texts: ChatTexts;
  readonly install: () => Promise<void>;
}): React.JSX.Element {
  const { appName, mayInstall, texts, install } = props;
  const styles = useStyles();
  const [failed, setFailed] = useState(false);
  const press = (): void => {
    setFailed(false);
    install().catch(() => setFailed(true));
  };
  return (
    <div className={styles.bar}>
      <Text>{texts.removed(appName)}</Text>
      {mayInstall && (
        <Button appearance="primary" onClick={press}>
          {texts.install}
        </Button>
      )}
      <div role="alert">{failed && <Text className={styles.error}>{texts.notInstalled}</Text>}</div>
    </div>
  );
}

const useStyles = makeStyles({
  bar: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalM,
    padding: tokens.spacingHorizontalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  error: { color: tokens.colorStatusDangerForeground1 },
});
