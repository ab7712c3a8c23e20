import type { Pages } from '../export-format.ts';
import { blockOf, seriesKey, type Observation } from './cube.ts';
import type { DataQuery } from './data-query.ts';

/** What stands one after the other with the same name, as a block: no more is kept in mind than one of them. */
export async function* blocks<T>(
  pages: Pages<T>,
  nameOf: (item: T) => string,
): AsyncGenerator<T[]> {
  let kept: T[] = [];
  for await (const page of pages)
    for (const item of page) {
      const [first] = kept;
      if (first !== undefined && nameOf(first) !== nameOf(item)) {
        yield kept;
        kept = [];
      }
      kept.push(item);
    }
  if (kept.length > 0) yield kept;
}

/** The first or the last observations of every series, counted in years that there is something about. */
export async function* limited(
  pages: Pages<Observation>,
  { first, last }: Pick<DataQuery, 'first' | 'last'>,
): AsyncGenerator<readonly Observation[]> {
  for await (const block of blocks(pages, blockOf)) {
    const kept = new Set<Observation>();
    for (const series of Map.groupBy(block, seriesKey).values()) {
      const inTime = series.toSorted((a, b) => yearOf(a).localeCompare(yearOf(b)));
      const chosen = [
        ...(first === undefined ? [] : inTime.slice(0, first)),
        ...(last === undefined ? [] : inTime.slice(-last)),
      ];
      for (const observation of chosen) kept.add(observation);
    }
    yield block.filter((observation) => kept.has(observation));
  }
}

const yearOf = ({ key }: Observation): string => key.at(-1) ?? '';

export async function* skipped(
  pages: Pages<Observation>,
  offset: number,
  limit: number,
): AsyncGenerator<readonly Observation[]> {
  let seen = 0;
  for await (const page of pages) {
    const rest = page.slice(Math.max(0, offset - seen), offset + limit - seen);
    seen += page.length;
    if (rest.length > 0) yield rest;
    if (seen >= offset + limit) return;
  }
}
