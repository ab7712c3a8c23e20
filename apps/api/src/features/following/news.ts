import { concerns, countNews, type Follow, type NewsCounts } from '@qadam/domain';
import { type Compared, type Pair, readPairs } from '../publication/changes-of-pairs.ts';
import type { Change, Changes } from '../publication/changes.type.ts';
import type { Comparing } from '../publication/release.reader.ts';

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

/**
 * Counts what changed in one subject (null: in everything), each only once; null if nothing did. New values that are too many to be listed are
 * counted for the subject alone.
 */
export function newsCounter(comparing: Comparing, indicatorsOf: IndicatorsOf) {
  const newValuesOf = async ({ from, to }: Pair, { kind, code }: Follow): Promise<number> => {
    const subjects = kind === 'ACTION' ? [code, ...indicatorsOf(code)] : [code];
    const narrowed = kind === 'COUNTRY' ? { area: code } : { subjects };
    const [changes] = await readPairs(comparing, [{ from, to }], { ...narrowed, most: 0 });
    return changes?.newValues ?? 0;
  };
  const count = async (changes: Compared, follow: Follow | null): Promise<NewsCounts | null> => {
    const items = concerned(changes.items, follow ? [follow] : [], indicatorsOf);
    const counts = countsOf(items, changes);
    const newValues =
      counts.newValues ?? (follow ? await newValuesOf(changes, follow) : changes.newValues);
    return items.length + newValues === 0 ? null : { ...counts, newValues };
  };
  const known = new Map<string, Promise<NewsCounts | null>>();
  return (changes: Compared, follow: Follow | null): Promise<NewsCounts | null> => {
    const key = [changes.from?.number, follow?.kind, follow?.code].join(' ');
    const counts = known.get(key) ?? count(changes, follow);
    known.set(key, counts);
    return counts;
  };
}
