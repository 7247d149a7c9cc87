import { makeStyles } from "@fluentui/react-components";

const useStyles = makeStyles({
  text: { margin: 0, whiteSpace: "pre-line", overflowWrap: "anywhere", maxWidth: "72ch" },
});

/** What somebody has written, with the line breaks as typed. */
export function LongText({ text }: { readonly text: string }) {
  const styles = useStyles();
  return <p className={styles.text}>{text}</p>;
}
