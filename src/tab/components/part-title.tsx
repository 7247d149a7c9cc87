import { makeStyles, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  title: {
    margin: "0 0 2px",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
});

/** Heading of a part inside a section. */
export function PartTitle({ children }: { readonly children: string }) {
  const styles = useStyles();
  return <h3 className={styles.title}>{children}</h3>;
}
