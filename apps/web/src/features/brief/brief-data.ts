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
interface BriefRow {
  action: BriefActionFragment;
  cells: readonly ActionCellFragment[];
}

/** A number that can be drawn, with the count of its known values. */
interface Drawable {
  code: string;
  actions: readonly string[];
  context: boolean;
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
      .filter(({ indicator }) => indicator.kind === 'NUMERIC')
      .map(({ actions, role, indicator, series }) => ({
        code: indicator.code,
        actions,
        context: role === 'CONTEXT',
        known: series.points.filter(({ value }) => value !== null).length,
      })),
  };
}

export function regionBrief(
  { release, areas, rows }: NonNullable<BriefRegionQuery['scorecard']>,
  choices: NonNullable<BriefRegionQuery['compare']>['choices'],
  asked: readonly string[],
): Brief {
  return {
    release,
    country: null,
    areas: areas.filter(({ code }) => code !== 'CA4'),
    rows: rows.filter(({ action }) => inside(asked, action.code)),
    drawables: choices
      .filter(({ kind }) => kind === 'NUMERIC')
      .map(({ code, action, role, known }) => ({
        code,
        actions: action === null ? [] : [action],
        context: role === 'CONTEXT',
        known,
      })),
  };
}

const CHARTS = 3;

/**
 * The indicators to draw: those of the shown actions of which most is known, at first one for each action. Context
 * comes after the others, and an indicator with a single value, which makes no line, comes last.
 */
export function chartsOf({ rows, drawables }: Pick<Brief, 'rows' | 'drawables'>): string[] {
  const shown = new Set(rows.map(({ action }) => action.code));
  const ranked = drawables
    .filter(({ actions, known }) => known > 0 && actions.some((action) => shown.has(action)))
    .toSorted(
      (a, b) =>
        Number(a.known < 2) - Number(b.known < 2) ||
        Number(a.context) - Number(b.context) ||
        b.known - a.known,
    );
  const taken = new Set<string>();
  const first = ranked.filter(({ actions: [action = ''], known }) => {
    const isFirst = known > 1 && !taken.has(action);
    if (isFirst) taken.add(action);
    return isFirst;
  });
  const order = [...first, ...ranked.filter((one) => !first.includes(one))];
  return [...new Set(order.map(({ code }) => code))].slice(0, CHARTS);
}

/** The rows that count for a country: the action that all four share is shown for each country, but counted for none. */
export const countedRows = ({ country, rows }: Pick<Brief, 'country' | 'rows'>) =>
  country === null ? rows : rows.filter(({ action }) => action.scope === 'COUNTRY');

const listed = ['FORWARD', 'BACK', 'NEWLY_KNOWN', 'NO_LONGER_KNOWN'] as const;

/** Steps that changed since the release before, those that moved first. */
export function movesOf(rows: readonly BriefRow[]) {
  return listed.flatMap((kind) =>
    rows.flatMap(({ action, cells }) =>
      cells.flatMap((cell) =>
        cell.change?.class === kind
          ? [{ action, area: cell.area, kind, points: cell.change.points }]
          : [],
      ),
    ),
  );
}
