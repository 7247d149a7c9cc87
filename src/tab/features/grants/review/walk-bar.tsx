import { Button, Select } from "@fluentui/react-components";
import type { ReviewItem, ReviewWalk } from "#contract/reviews.ts";
import { useTexts } from "../../../texts/texts-context.ts";
import { useReviewStyles } from "./review.styles.ts";

interface WalkBarProps {
  readonly walk: ReviewWalk;
  readonly index: number;
  readonly onGo: (index: number) => void;
  readonly comparing: boolean;
  /** Missing where there is nothing to compare with. */
  readonly onCompare: ((comparing: boolean) => void) | undefined;
}

/** Where the reviewer is in the walk, and the way to every other application. */
export function WalkBar({ walk, index, onGo, comparing, onCompare }: WalkBarProps) {
  const styles = useReviewStyles();
  const { review } = useTexts();
  const last = walk.items.length - 1;
  return (
    <nav className={styles.bar} aria-label={review.list}>
      <Button
        disabled={index === 0}
        onClick={() => {
          onGo(index - 1);
        }}
      >
        {review.previous}
      </Button>
      <strong>{review.position(index + 1, walk.items.length)}</strong>
      <Button
        disabled={index === last}
        onClick={() => {
          onGo(index + 1);
        }}
      >
        {review.next}
      </Button>
      <Select
        className={styles.choice}
        aria-label={review.list}
        value={String(index)}
        onChange={(_, data) => {
          onGo(Number(data.value));
        }}
      >
        {walk.items.map((item, position) => (
          <option key={item.application.key} value={String(position)}>
            {`${nameOf(item)} · ${review.states[item.state]}`}
          </option>
        ))}
      </Select>
      {onCompare === undefined ? null : (
        <Button
          className={styles.compareOnly}
          appearance={comparing ? "primary" : "secondary"}
          aria-pressed={comparing}
          onClick={() => {
            onCompare(!comparing);
          }}
        >
          {review.compare}
        </Button>
      )}
    </nav>
  );
}

/** Number and title; the number alone of what the reviewer may not read. */
function nameOf({ application }: ReviewItem): string {
  return "title" in application ? `${application.number} ${application.title}` : application.number;
}
