import { makeStyles, mergeClasses, Skeleton, SkeletonItem, tokens } from "@fluentui/react-components";
import { useTexts } from "../texts/texts-context.ts";
import { SOON_MS, useLate } from "./use-late.ts";

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
  words: { margin: 0, color: tokens.colorNeutralForeground2 },
  // In its place from the start, so that nothing moves when it shows.
  unseen: { opacity: 0 },
});

/** Something does not answer, as a sign-in that never comes: it gives up after 20 s and then says why. */
const LONG_MS = 6000;

/** What a page looks like while its data are on the way; in words too once that takes more than a moment. */
export function PageSkeleton() {
  const styles = useStyles();
  const { shell } = useTexts();
  const isLate = useLate(SOON_MS);
  const isLong = useLate(LONG_MS);
  return (
    <div className={styles.page} aria-busy="true">
      <Skeleton aria-hidden className={styles.page}>
        <SkeletonItem size={32} className={styles.title} />
      </Skeleton>
      <p aria-live="polite" className={mergeClasses(styles.words, !isLate && styles.unseen)}>
        {isLong ? shell.loadingLong : shell.loading}
      </p>
      <Skeleton aria-hidden className={styles.page}>
        <SkeletonItem size={96} />
        <SkeletonItem size={96} />
        <SkeletonItem size={64} />
      </Skeleton>
    </div>
  );
}
