import { describe, expect, test } from '@jest/globals';
import { everything, plan, projected, seriesOf, share } from './chart.fixture.ts';
import { yearRows } from './reading.ts';
import { curveOf } from './curve.ts';
import { tableCsv } from './table-csv.ts';

const file = (...series: ReturnType<typeof seriesOf>[]) =>
  tableCsv(
    'X1',
    yearRows(
      series.map((one) => curveOf(one, share.kind, everything)),
      2020,
    ),
  )
    .trimEnd()
    .split('\r\n');

describe('the numbers of a chart as a file', () => {
  test('a value keeps all its digits and its status', () => {
    expect(file(seriesOf('2020:18.80P'))).toContain('X1,KAZ,2020,18.80,P,,,,,,');
  });

  test('a year without a report and an explained gap have no number, and are told apart', () => {
    const lines = file(seriesOf('2018:1 2019:-'));
    expect(lines).toContain('X1,KAZ,2019,,O,NOT_SHARED,,,,,');
    expect(lines).toContain('X1,KAZ,2020,,O,,,,,,');
  });

  test('a hidden value says Q and nothing else', () => {
    expect(file(seriesOf('2020:Q'))).toContain('X1,KAZ,2020,,Q,,,,,,');
  });

  test('plan and projection stand beside the values, the target marked as such', () => {
    const series = seriesOf('2018:10 2019:12 2020:14', {
      target: plan('2018:10', '2022:30'),
      assessment: projected('2020:14', 2022, '16', '18', '20'),
    });
    const lines = file(series);
    expect(lines).toContain('X1,KAZ,2020,14,A,,20,,,,');
    expect(lines).toContain('X1,KAZ,2022,,,,30,30,16,18,20');
  });
});
