import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isDay, readCsv } from '@qadam/domain';
import { CELL_COLUMNS } from '../expressions.ts';
import { table } from '../../features/exchange/read-back.fixture.ts';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { readSeedTable, type SeedRow } from './seed-files.ts';

const keyOf = (row: Readonly<Record<string, unknown>>) =>
  CELL_COLUMNS.map((name) => row[name]).join('|');
const text = (value: unknown) => (typeof value === 'string' ? value : '');

const firstDay = (date: string) => `${date}-01-01`.slice(0, 10);
const isDate = (date: string) => /^\d{4}(-\d\d(-\d\d)?)?$/.test(date) && isDay(firstDay(date));

/** Is it a date or interval of ISO 8601 (`2022`, `2022-10`, `2020-11/2021-02-05`) that does not end before it begins? */
function isPeriod(text: string): boolean {
  const [from = '', to = from, ...more] = text.split('/');
  const lastDay = to.length === 4 ? `${to}-12-31` : `${to}-31`.slice(0, 10);
  return more.length === 0 && isDate(from) && isDate(to) && firstDay(from) <= lastDay;
}

const observations = readSeedTable('observations.csv');

describe('the data of the demonstration', () => {
  it('mark every figure that its source rounded as an estimate', () => {
    const rounded = observations.filter(({ note }) =>
      /rounded/i.test(text((note as SeedRow)['en'])),
    );
    expect(rounded.length).toBeGreaterThan(1);
    expect(rounded.map((row) => row['obs_status'])).toEqual(rounded.map(() => 'E'));
  });

  it.each([
    ['observations.csv', 'period'],
    ['events.csv', 'date'],
  ])('say in %s when something was, as a date or an interval', (file, column) => {
    const dates = readSeedTable(file).flatMap((row) => text(row[column]) || []);
    expect(dates.length).toBeGreaterThan(0);
    expect(dates.filter((date) => !isPeriod(date))).toEqual([]);
  });
});

describe('every row of the data', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp({ seed: 'demo' });
  }, 60_000);
  afterAll(() => test.stop());

  it('is published with its mark, its dates and its source, and goes into the files so', async () => {
    const { body } = await test.http('/data/all.csv');
    const lines = new Map(
      table(readCsv({ bytes: Buffer.from(body) }).rows).map((line) => [keyOf(line), line]),
    );
    const told = observations.map((row) => {
      const line = lines.get(keyOf(row));
      return [keyOf(row), line?.['obs_status'], line?.['period'], line?.['source_id']];
    });
    expect(told).toEqual(
      observations.map((row) => [
        keyOf(row),
        row['obs_status'],
        text(row['period']),
        row['source'],
      ]),
    );
  });

  it('keeps its dates in the timeline', async () => {
    const rows = await test
      .em()
      .execute<{ id: string; date: string }[]>(
        `select id, date from publication.event where until_release is null`,
      );
    const dates = new Map(readSeedTable('events.csv').map(({ id, date }) => [id, date]));
    expect(rows.length).toBeGreaterThan(100);
    expect(rows.map(({ id, date }) => [id, date])).toEqual(
      rows.map(({ id }) => [id, dates.get(id)]),
    );
    expect(rows.some(({ date }) => date.includes('/'))).toBe(true);
  });
});
