import type { Pages } from '../export-format.ts';
import { TOGETHER } from '../released-rows.ts';
import { blockOf, dimensionAt, seriesKey, type Cube, type Observation } from './cube.ts';
import type { DataQuery } from './data-query.ts';

/** Groups neighbours with the same name into blocks; only one block is in memory at a time. */
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

type Common = Pick<Observation, 'key' | 'attributes'>;

/** A series whose observations are written already. `first`: what one of them says of all; attributes only along time, where a series has its own. */
export interface Series {
  first: Common;
  observations: readonly string[];
}

/**
 * The series along a dimension, a few at a time, in the order of their first observations. Series along time are complete at the end of
 * their block, those along another dimension only after the last page. Observations are written when they come.
 */
export async function* seriesAlong(
  dimension: string,
  cube: Cube,
  pages: Pages<Observation>,
  write: (observation: Observation) => string,
): AsyncGenerator<readonly Series[]> {
  const at = dimensionAt(cube, dimension);
  const isTime = at === cube.dimensions.length - 1;
  const kept = new Kept();
  let block: string | undefined;
  for await (const page of pages)
    for (const observation of page) {
      if (isTime && observation.block !== block) yield* kept.taken();
      ({ block } = observation);
      const { key } = observation;
      // along another dimension all series wait for the last page
      const first = isTime ? observation : { key, attributes: [] };
      kept.add(key.toSpliced(at, 1).join('.'), first, write(observation));
    }
  yield* kept.taken();
}

/**
 * Observations that wait for the rest of their series, as bytes outside V8's heap: texts that wait so long would be moved into its old
 * heap, which is collected late (decision 0088).
 */
class Kept {
  private bytes = Buffer.allocUnsafe(64 * 1024);
  private used = 0;
  private readonly series = new Map<string, { first: Common; bounds: number[] }>();

  add(name: string, first: Common, text: string): void {
    const most = this.used + 3 * text.length;
    if (most > this.bytes.length) this.bytes = Buffer.concat([this.bytes], 2 * most);
    const from = this.used;
    this.used += this.bytes.write(text, from);
    const known = this.series.get(name);
    if (known) known.bounds.push(from, this.used);
    else this.series.set(name, { first, bounds: [from, this.used] });
  }

  *taken(): Generator<readonly Series[]> {
    let together: Series[] = [];
    let count = 0;
    for (const { first, bounds } of this.series.values()) {
      const observations: string[] = [];
      for (let n = 0; n < bounds.length; n += 2)
        observations.push(this.bytes.toString('utf8', bounds[n], bounds[n + 1]));
      together.push({ first, observations });
      count += observations.length;
      if (count < TOGETHER) continue;
      yield together;
      together = [];
      count = 0;
    }
    if (count > 0) yield together;
    this.series.clear();
    this.used = 0;
  }
}

/** The first or last observations of every series; years without an observation are not counted. */
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
