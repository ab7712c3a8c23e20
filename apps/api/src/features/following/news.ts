import { concerns, countNews, type Follow, type NewsCounts } from '@qadam/domain';
import type { Change, Changes } from '../publication/changes.type.ts';

/** `newValues` is null if there are more new values than are listed one by one. */
type Counted = Omit<NewsCounts, 'newValues'> & { newValues: number | null };

type IndicatorsOf = (action: string) => ReadonlySet<string>;

/** The changes that concern any of `follows`; all of them where nothing is followed. */
export function concerned(
  items: readonly Change[],
  follows: readonly Follow[],
  indicatorsOf: IndicatorsOf,
): Change[] {
  return items.filter(
    (item) =>
      follows.length === 0 || follows.some((follow) => concerns(follow, item, indicatorsOf)),
  );
}

/** Counts some of the items of `changes`. If new values were only counted, not listed, they cannot be assigned to an area. */
export function countsOf(
  items: readonly Change[],
  changes: Pick<Changes, 'items' | 'counts'>,
): Counted {
  const counts = countNews(
    items.map((item) => item.class as Parameters<typeof countNews>[0][number]),
  );
  const fresh = changes.counts.find((count) => count.class === 'NEW')?.count ?? 0;
  const countNew = changes.items.filter((item) => item.class === 'NEW').length;
  return { ...counts, newValues: fresh > countNew ? null : counts.newValues };
}
