import { lazy, Suspense, useState } from "react";
import type { ReviewWalk } from "#contract/reviews.ts";
import { comparable, type ReadItem } from "./comparable.ts";
import { useReviewStyles } from "./review.styles.ts";
import type { ReviewSaver } from "./review-saver.ts";

const CompareView = lazy(async () => ({ default: (await import("./compare-view.tsx")).CompareView }));

interface CompareProps {
  readonly walk: ReviewWalk;
  readonly item: ReadItem;
  readonly saver: ReviewSaver;
  readonly onOpen: (key: string) => void;
}

/** The application beside another one of the walk: the one picked, else the first other one. */
export function Compare({ walk, item, saver, onOpen }: CompareProps) {
  const styles = useReviewStyles();
  const [picked, setPicked] = useState<string>();
  const others = comparable(walk.items).filter((each) => each.application.key !== item.application.key);
  const other = others.find(({ application }) => application.key === picked) ?? others[0];
  if (!other) return null;
  return (
    <div className={styles.compareOnly}>
      <Suspense fallback={null}>
        <CompareView walk={walk} item={item} other={other} saver={saver} onPick={setPicked} onOpen={onOpen} />
      </Suspense>
    </div>
  );
}
