import { useFormat } from "../../../components/use-format.ts";
import { useTexts } from "../../../texts/texts-context.ts";
import { useReviewStyles } from "./review.styles.ts";
import type { ReviewWork } from "./review-saver.ts";

/** Whether what is typed is on the server. */
export function ReviewState({ work }: { readonly work: ReviewWork }) {
  const styles = useReviewStyles();
  const { review } = useTexts();
  const format = useFormat();
  const before = work.savedAt === undefined ? "" : review.savedAt(format.time(work.savedAt));
  // What was saved in an earlier visit may be of another day.
  const earlier = work.savedAt === undefined ? "" : review.savedOn(format.instant(work.savedAt));
  const text = {
    untouched: earlier,
    saved: before === "" ? review.saved : before,
    withheld: review.withheld,
    pending: review.saving,
    changed: review.changeNotSaved,
    saving: review.saving,
    retrying: review.notSaved,
    refused: "",
  }[work.state];
  return <output className={styles.state}>{text}</output>;
}
