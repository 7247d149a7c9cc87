import type { ApplicationView } from "#contract/applications.ts";
import type { ReviewItem } from "#contract/reviews.ts";

/** An application of the walk that the reviewer may read. */
export type ReadItem = ReviewItem & { readonly application: ApplicationView };

/** Those of the walk that can be compared: what the reviewer is out of is not shown to her. */
export function comparable(items: readonly ReviewItem[]): readonly ReadItem[] {
  return items.filter((item): item is ReadItem => "title" in item.application && item.state !== "recused");
}
