import { describe, expect, it } from '@jest/globals';
import { dimensionAt, TARGETS, type Observation } from './cube.ts';
import { seriesAlong, type Series } from './per-series.ts';

const observation = (area: string, type: string, year: number, note: string): Observation => ({
  key: ['A', area, 'A4_2', type, String(year)],
  value: year % 2 === 0 ? `${year}.10` : null,
  attributes: ['NUMBER', null, { en: note, tg: `Шарҳ ${note}` }],
  updated: '2026-01-01T00:00:00Z',
  block: area,
});
/** In order of years, as rows are read; the second series of each area begins a year later, and the third has one observation. */
const rows = ['KG', 'KZ'].flatMap((area) =>
  [2021, 2022, 2023].flatMap((year) => [
    observation(area, 'TARGET', year, 'long '.repeat(9000)),
    ...(year > 2021 ? [observation(area, 'BASELINE', year, '\ud800"\n')] : []),
    ...(year === 2023 ? [observation(area, 'OTHER', year, '')] : []),
  ]),
);
const pages = [rows.slice(0, 4), [], rows.slice(4)];

async function told(dimension: string) {
  const all: Series[] = [];
  for await (const some of seriesAlong(dimension, TARGETS, pages, written)) all.push(...some);
  return all;
}
const written = ({ key, value, attributes }: Observation) =>
  JSON.stringify([key, value, attributes]);
const grouped = (dimension: string) => {
  const at = dimensionAt(TARGETS, dimension);
  const groups = Map.groupBy(rows, ({ key }) => key.toSpliced(at, 1).join('.'));
  return [...groups.values()].map((series) => ({
    // a series along another dimension keeps the key alone until the last page
    first: dimension === 'TIME_PERIOD' ? series[0] : { key: series[0]?.key, attributes: [] },
    observations: series.map(written),
  }));
};

describe('series', () => {
  it.each(['TIME_PERIOD', 'MEASURE_TYPE', 'REF_AREA'])(
    'along %s are whole, in the order in which they begin, their observations as they were written',
    async (dimension) => {
      expect(await told(dimension)).toEqual(grouped(dimension));
    },
  );

  it('are written as their observations come, so that none of these waits', async () => {
    const log: string[] = [];
    const watched = (function* () {
      for (const row of rows) {
        yield [row];
        log.push('next');
      }
    })();
    const write = () => String(log.push('written'));
    for await (const some of seriesAlong('REF_AREA', TARGETS, watched, write))
      log.push(...some.map(() => 'series'));
    expect(log.slice(0, 2 * rows.length)).toEqual(rows.flatMap(() => ['written', 'next']));
  });

  it('along time come as soon as their block is over', async () => {
    const asked: string[] = [];
    const watched = (function* () {
      for (const row of rows) {
        asked.push(row.block);
        yield [row];
      }
    })();
    const first = await seriesAlong('TIME_PERIOD', TARGETS, watched, written).next();
    expect(first.value).toHaveLength(3);
    expect(asked.filter((block) => block === 'KZ')).toHaveLength(1);
  });
});
