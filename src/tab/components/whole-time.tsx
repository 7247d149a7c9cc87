import { makeStyles } from "@fluentui/react-components";

const useStyles = makeStyles({ part: { whiteSpace: "nowrap" } });

/** A day and a time in a narrow column: the line breaks before "kl." or "at", never between that and the time. */
export function WholeTime({ text }: { readonly text: string }) {
  const styles = useStyles();
  const [day, ...time] = text.split(/ (?=(?:kl\.|at) \d)/u);
  return (
    <span>
      <span className={styles.part}>{day}</span>
      {time.length === 0 ? null : " "}
      {time.length === 0 ? null : <span className={styles.part}>{time.join(" ")}</span>}
    </span>
  );
}
