import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../../testing/harness.ts';
import { IndicatorReader } from '../indicators/indicator.reader.ts';
import { type HandedTable, wrongSums } from './table-check.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ seed: 'demo' });
});
afterAll(() => test.stop());

it('adds up any number of tables', async () => {
  const [indicator] = await test.app.get(IndicatorReader).byCodes(test.em(), ['A5.8']);
  if (indicator === undefined) throw new Error('Not in the demo data');
  // more tables than an SQL statement can have parameters
  const tables = Array.from({ length: 70_000 }, (_, n): HandedTable => ({
    indicator: { ...indicator, tableAxes: [] },
    year: 1900 + (n % 10),
    cells: [],
  }));
  const { value: wrong } = await wrongSums(test.em(), 'KAZ', tables).next();
  expect(wrong).toBeUndefined();
});
