import { groupBy } from "#domain/shared/group-by.ts";
import { type Notice, type NoticeKind, noticeKinds } from "./notice.ts";

/** So many cards of one kind may come to one person at once; more become one card that counts them (T48). */
const MOST_AT_ONCE = 5;

const countedKinds: readonly NoticeKind[] = ["approval-request", "edit-put-back", "stale-item"];

const PART = /^digest:(\d+)(?::(.+))?$/u;

/** The part of a digest about so many, which all have this part themselves. */
export function digestPart(count: number, part = ""): string {
  return part === "" ? `digest:${count}` : `digest:${count}:${part}`;
}

/** How many notices a digest stands for, and the part of each; undefined when the notice is no digest. */
export function readDigest(part: string): { readonly count: number; readonly part: string } | undefined {
  const found = PART.exec(part);
  return found === null ? undefined : { count: Number(found[1]), part: found[2] ?? "" };
}

/** How many notices a digest stands for, from its part; undefined when the notice is no digest. */
export function digestCount(part: string): number | undefined {
  return readDigest(part)?.count;
}

/** How many notices of a kind there are. */
export interface KindCount {
  readonly kind: NoticeKind;
  readonly count: number;
}

/** The digest of a group: one for the morning counts all kinds, another stands for many of its own kind and part. */
export function digestOfGroup(members: readonly Notice[]): Pick<Notice, "kind" | "part"> | undefined {
  const [first] = members;
  if (first === undefined) return undefined;
  if (first.isCollected !== true) return { kind: first.kind, part: digestPart(members.length, first.part) };
  const kinds = [...groupBy(members, ({ kind }) => kind)].map(([kind, { length }]) => `${kind}=${length}`);
  return { kind: "daily-digest", part: digestPart(members.length, kinds.toSorted().join(",")) };
}

/** What the morning's card counts, from its part; kinds this version does not know are left out. */
export function dailyCounts(part: string): readonly KindCount[] {
  return (readDigest(part)?.part ?? "").split(",").flatMap((each): readonly KindCount[] => {
    const [name = "", count = ""] = each.split("=");
    const kind = noticeKinds.find((known) => known === name);
    return kind === undefined ? [] : [{ kind, count: Number(count) }];
  });
}

/**
 * Takes out what one person would get too many of at once: requests for approval, of which a head has one for each
 * application, and edits put back, of which one paste into a list makes many. Of everything else there is one for each
 * round or for an act of one's own. One card says one thing, so notices of different parts never share one, but for
 * the card of the morning, on which one person has all that she wants collected.
 *
 * @returns the notices that go out one by one, and the groups that become one card each
 */
export function digestible<T extends { readonly notice: Notice }>(
  ready: readonly T[],
): { readonly single: readonly T[]; readonly many: readonly (readonly T[])[] } {
  const collected = ready.filter(({ notice }) => notice.isCollected === true);
  const mornings = [...groupBy(collected, ({ notice }) => notice.recipientKey).values()];
  const countable = ready.filter(({ notice }) => notice.isCollected !== true && countedKinds.includes(notice.kind));
  const byRecipient = groupBy(countable, ({ notice }) => `${notice.kind} ${notice.part} ${notice.recipientKey}`);
  const many = [
    ...mornings.filter((group) => group.length > 1),
    ...[...byRecipient.values()].filter((group) => group.length > MOST_AT_ONCE),
  ];
  const grouped = new Set(many.flat());
  return { single: ready.filter((each) => !grouped.has(each)), many };
}
