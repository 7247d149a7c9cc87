import { makeStyles, Skeleton, SkeletonItem } from "@fluentui/react-components";
import { useTexts } from "../texts/texts-context.ts";

const useStyles = makeStyles({
  page: {
    display: "flex",
    flexDirection: "column",
    gap: "16px",
    maxWidth: "1120px",
    marginInline: "auto",
    width: "100%",
  },
  title: { width: "min(280px, 60%)" },
  hidden: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)" },
});

/** What a page looks like while its data are on the way. */
export function PageSkeleton() {
  const styles = useStyles();
  const texts = useTexts();
  return (
    <div className={styles.page} aria-busy="true">
      <p className={styles.hidden}>{texts.shell.loading}</p>
      <Skeleton aria-hidden className={styles.page}>
        <SkeletonItem size={32} className={styles.title} />
        <SkeletonItem size={96} />
        <SkeletonItem size={96} />
        <SkeletonItem size={64} />
      </Skeleton>
    </div>
  );
}
