import { expect, it } from '@jest/globals';
import { scorecard } from '../../testing/scorecard.fixture.ts';
import { scorecardCsv } from './scorecard-csv.ts';

it('the file of the table has a line a step, and leaves empty what is not known', () => {
  const [head, first, , , last, region] = scorecardCsv(
    scorecard.rows,
    2025,
    (fact) => fact?.stageName?.text ?? '',
  ).split('\r\n');
  expect(head).toBe(
    'action,title,area,as_of_year,level_word,level_percent,low_percent,high_percent,parts_known,parts_total,movement,movement_points,fact',
  );
  expect(first).toBe(
    'A1,Выделить гендерное равенство,KAZ,2025,UNDER_WAY,40,20,70,2,4,FORWARD,,Проект',
  );
  expect(last).toBe('A1,Выделить гендерное равенство,UZB,2025,NOT_KNOWN,,,,0,4,UNKNOWN,,');
  expect(region).toMatch(/^A7,[^,]+,CA4,2025,BEGUN,20/);
});
