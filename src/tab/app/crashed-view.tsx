import { Button, makeStyles } from "@fluentui/react-components";
import { useTexts } from "../texts/texts-context.ts";

const useStyles = makeStyles({
  view: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: "12px", padding: "24px 0" },
});

/** Stands where a page has thrown. */
export function CrashedView() {
  const styles = useStyles();
  const { shell } = useTexts();
  return (
    <div className={styles.view} role="alert">
      <h1>{shell.errorTitle}</h1>
      <p>{shell.crashed}</p>
      <Button
        appearance="primary"
        onClick={() => {
          window.location.reload();
        }}
      >
        {shell.reload}
      </Button>
    </div>
  );
}
