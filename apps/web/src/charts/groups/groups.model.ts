import { BREAKDOWN_DIMENSIONS, TOTAL, type BreakdownDimension, type Part } from '@qadam/domain';
import type { ChartValue } from '../chart.types.ts';
import { niceTicks } from '../scale.ts';
import { observedValue, type Observed } from '../curve.ts';

/** The dimension by which a total is divided. `crossed`: by several at once. */
export type Division = BreakdownDimension | 'crossed';
export type PartValue = ChartValue & Part;

export interface GroupRow {
  /** An id that is the same for the same part. */
  id: string;
  part: Part;
  /** The value in the earlier of the two years; null: nothing was reported. */
  before: Observed | null;
  latest: Observed | null;
}

/** The parts of one area by one division, in the newest and the earliest of the years shown. */
export interface GroupPanel {
  area: string;
  division: Division;
  /** The list to which the codes of groups belong: "EDU". Empty for all other divisions. */
  list: string;
  before: number | null;
  year: number;
  rows: GroupRow[];
}

const order: readonly Division[] = ['region', 'sex', 'age', 'urbanisation', 'breakdown', 'crossed'];

export function groupPanels(
  series: readonly { area: string; breakdowns: readonly PartValue[] }[],
  years: { from: number; to: number },
): GroupPanel[] {
  return series.flatMap(({ area, breakdowns }) => {
    const shown = breakdowns.filter(({ year }) => year >= years.from && year <= years.to);
    const kinds = [...new Set(shown.map(kindOf))];
    return kinds
      .map((kind) =>
        panelOf(
          area,
          shown.filter((value) => kindOf(value) === kind),
        ),
      )
      .sort(
        (a, b) =>
          order.indexOf(a.division) - order.indexOf(b.division) || (a.list < b.list ? -1 : 1),
      );
  });
}

export function divisionOf(part: Part): Division {
  const divided = BREAKDOWN_DIMENSIONS.filter((dimension) => part[dimension] !== TOTAL);
  return divided.length === 1 && divided[0] !== undefined ? divided[0] : 'crossed';
}

const listOf = (part: Part): string =>
  divisionOf(part) === 'breakdown' ? (/^[A-Z]+/.exec(part.breakdown)?.[0] ?? '') : '';

const kindOf = (part: Part): string => `${divisionOf(part)} ${listOf(part)}`;

export const partId = (part: Part): string =>
  BREAKDOWN_DIMENSIONS.map((dimension) => part[dimension]).join('.');

function panelOf(area: string, values: readonly PartValue[]): GroupPanel {
  const [first] = values;
  if (!first) throw new Error('A panel has parts.');
  const years = values.filter(isSaid).map(({ year }) => year);
  const all = years.length === 0 ? values.map(({ year }) => year) : years;
  const [earliest, year] = [Math.min(...all), Math.max(...all)];
  const before = earliest === year ? null : earliest;
  const division = divisionOf(first);
  const rows = [...new Set(values.map(partId))].sort().flatMap((id): GroupRow[] => {
    const own = values.filter((value) => partId(value) === id);
    const [part] = own;
    const at = (wanted: number | null) => {
      const found = own.find((value) => value.year === wanted);
      return found ? observedValue(found) : null;
    };
    const row = { id, before: at(before), latest: at(year) };
    return part && (row.before ?? row.latest) !== null ? [{ ...row, part }] : [];
  });
  return {
    area,
    division,
    list: listOf(first),
    before,
    year,
    // regions have no order of their own, so the highest comes first
    rows: division === 'region' ? rows.toSorted((a, b) => height(b) - height(a)) : rows,
  };
}

const isSaid = ({ value, obsStatus }: PartValue): boolean => value !== null || obsStatus === 'Q';

/** The height by which regions are sorted; those without a value in the newest year come last. */
const height = ({ latest }: GroupRow): number =>
  latest?.value == null ? -Infinity : Number(latest.value);

export type Move = 'rose' | 'fell' | 'same';

/** Which way a part moved between the two years; null if one of the values is not known. */
export function moveOf({ before, latest }: GroupRow): Move | null {
  if (before?.value == null || latest?.value == null) return null;
  const change = Number(latest.value) - Number(before.value);
  return change > 0 ? 'rose' : change < 0 ? 'fell' : 'same';
}

/** The parts with the lowest and the highest value of the newest year; null unless these differ. */
export function rangeOf({ rows }: GroupPanel): { low: GroupRow; high: GroupRow } | null {
  const known = rows
    .filter(({ latest }) => latest?.value != null)
    .toSorted((a, b) => height(a) - height(b));
  const [low, high] = [known[0], known.at(-1)];
  return low && high && height(low) < height(high) ? { low, high } : null;
}

/** One axis for all panels, as they are compared; from zero, because bars are read by their length. */
export function groupTicks(panels: readonly GroupPanel[]): number[] {
  const values = panels.flatMap(({ rows }) =>
    rows.flatMap(({ before, latest }) =>
      [before, latest].flatMap((point) => (point?.value == null ? [] : [Number(point.value)])),
    ),
  );
  return niceTicks(Math.min(0, ...values), Math.max(0, ...values), 4);
}
