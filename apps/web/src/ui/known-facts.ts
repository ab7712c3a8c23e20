import { isHeadline, type IndicatorRole } from '@qadam/domain';
import type { TFunction } from 'i18next';
import { figureText } from './figure-text.ts';
import type { IndicatorCellFragment, IndicatorSummaryFragment } from './indicator.generated.ts';
import type { Format } from './use-format.ts';

export interface IndicatorRow {
  role: IndicatorRole;
  indicator: IndicatorSummaryFragment;
  cells: readonly IndicatorCellFragment[];
}

/** What is published about an action in one area although it has no status: latest values of its headline indicators, and how many others have one. */
export function knownFacts(
  t: TFunction,
  format: Format,
  rows: readonly IndicatorRow[],
  area: string,
): { total: number; facts: string[]; others: number } {
  const scored = rows.filter(({ role, indicator }) => isHeadline({ ...indicator, role }));
  const known = (row: IndicatorRow): string[] => {
    const cell = row.cells.find((candidate) => candidate.area === area);
    if (cell?.latestValue == null || cell.latestYear === null) return [];
    return [`${figureText(t, format, row.indicator, cell.latestValue)} (${cell.latestYear})`];
  };
  const facts = scored.flatMap(known);
  const others = rows.filter((row) => !scored.includes(row)).flatMap(known).length;
  return { total: scored.length, facts, others };
}
