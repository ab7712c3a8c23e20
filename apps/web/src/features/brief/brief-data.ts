import type { Status } from '@qadam/domain';
import type { ActionCellFragment } from '../../ui/action-cell.generated.ts';
import type { LocalTextFragment } from '../../ui/local-text.generated.ts';
import type {
  BriefActionFragment,
  BriefChangesQuery,
  BriefCountryQuery,
  BriefRegionQuery,
  BriefReleaseFragment,
} from './brief.generated.ts';

/** One action with its cell in each column of the brief. */
export interface BriefRow {
  action: BriefActionFragment;
  cells: readonly ActionCellFragment[];
}

/** What can be drawn, with how much is known of it. */
interface Drawable {
  code: string;
  actions: readonly string[];
  context: boolean;
  numeric: boolean;
  known: number;
}

export interface Brief {
  release: BriefReleaseFragment;
  /** Null: the four countries together. */
  country: { code: string; name: LocalTextFragment } | null;
  areas: readonly { code: string; name: LocalTextFragment }[];
  rows: readonly BriefRow[];
  drawables: readonly Drawable[];
}
export type BriefChanges = BriefChangesQuery['changes'];

const inside = (asked: readonly string[], code: string) =>
  asked.length === 0 || asked.includes(code);

export function countryBrief(
  country: NonNullable<BriefCountryQuery['country']>,
  asked: readonly string[],
): Brief {
  return {
    release: country.release,
    country: country.area,
    areas: [country.area],
    rows: country.actions
      .filter(({ action }) => inside(asked, action.code))
      .map(({ action, cell }) => ({ action, cells: [cell] })),
    drawables: country.indicators
      .filter(({ indicator }) => indicator.kind !== 'BINARY')
      .map(({ actions, role, indicator, series }) => ({
        code: indicator.code,
        actions,
        context: role === 'CONTEXT',
        numeric: indicator.kind === 'NUMERIC',
        known: series.points.filter(({ value }) => value !== null).length,
      })),
  };
}

export function regionBrief(
  { release, areas, rows }: NonNullable<BriefRegionQuery['scorecard']>,
  asked: readonly string[],
): Brief {
  return {
    release,
    country: null,
    areas: areas.filter(({ code }) => code !== 'CA4'),
    rows: rows.filter(({ action }) => inside(asked, action.code)),
    drawables: rows.flatMap(({ action, indicators }) =>
      indicators
        .filter(({ indicator }) => indicator.kind !== 'BINARY')
        .map(({ role, indicator, cells }) => ({
          code: indicator.code,
          actions: [action.code],
          context: role === 'CONTEXT',
          numeric: indicator.kind === 'NUMERIC',
          known: cells.filter(({ latestYear }) => latestYear !== null).length,
        })),
    ),
  };
}

const CHARTS = 3;

/**
 * What is drawn: of the actions shown what most is known of, one indicator an action as long as there are others, numbers
 * before stages, context last.
 */
export function chartsOf({ rows, drawables }: Pick<Brief, 'rows' | 'drawables'>): string[] {
  const shown = new Set(rows.map(({ action }) => action.code));
  const ranked = drawables
    .filter(({ actions, known }) => known > 0 && actions.some((action) => shown.has(action)))
    .toSorted(
      (a, b) =>
        Number(a.context) - Number(b.context) ||
        b.known - a.known ||
        Number(b.numeric) - Number(a.numeric),
    );
  const taken = new Set<string>();
  const first = ranked.filter(({ actions: [action = ''], context }) => {
    const isFirst = !context && !taken.has(action);
    if (isFirst) taken.add(action);
    return isFirst;
  });
  const order = [...first, ...ranked.filter((one) => !first.includes(one))];
  return [...new Set(order.map(({ code }) => code))].slice(0, CHARTS);
}

/** What is counted as a country's own: the action of all four is shown in each and counted in none. */
export const countedRows = ({ country, rows }: Pick<Brief, 'country' | 'rows'>) =>
  country === null ? rows : rows.filter(({ action }) => action.scope === 'COUNTRY');

/** How many cells stand where; the caller puts them in the order of legends. */
export function countsOf(rows: readonly BriefRow[]): ReadonlyMap<Status, number> {
  const counts = new Map<Status, number>();
  for (const { status } of rows.flatMap(({ cells }) => cells))
    counts.set(status, (counts.get(status) ?? 0) + 1);
  return counts;
}

/** Cells whose status is not what it was in the release before, and can be told. */
export function movesOf(rows: readonly BriefRow[]) {
  return rows.flatMap(({ action, cells }) =>
    cells.flatMap((cell) =>
      cell.move !== null && cell.move.from !== null && cell.move.from !== cell.status
        ? [{ action, cell, from: cell.move.from }]
        : [],
    ),
  );
}
