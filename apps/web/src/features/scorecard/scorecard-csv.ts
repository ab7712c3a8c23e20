import { csvCell } from '@qadam/domain';
import { csvText } from '../../charts/csv-text.ts';
import type { Row } from './steps.ts';

const columns = [
  'action',
  'title',
  'area',
  'as_of_year',
  'level_word',
  'level_percent',
  'low_percent',
  'high_percent',
  'parts_known',
  'parts_total',
  'movement',
  'movement_points',
  'fact',
] as const;

/** The table as a file: a line for each step, with the codes of the API and the fact in words. What is not known is empty, never 0. */
export function scorecardCsv(
  rows: readonly Row[],
  year: number,
  factText: (fact: Row['cells'][number]['fact']) => string,
): string {
  const lines = rows.flatMap(({ action, cells }) =>
    cells.map(({ area, level, fact }) => [
      action.code,
      csvCell(action.title.text),
      area,
      String(year),
      level.word,
      level.percent?.toString() ?? '',
      ...(level.percent === null ? ['', ''] : [String(level.low), String(level.high)]),
      String(level.known),
      String(level.total),
      level.movement,
      level.points ?? '',
      fact === null ? '' : csvCell(factText(fact)),
    ]),
  );
  return csvText([columns, ...lines]);
}
