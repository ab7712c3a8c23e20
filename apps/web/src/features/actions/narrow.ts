import type { SearchOf } from '../../app/search.ts';
import type { ActionQuery } from './action-page.generated.ts';

export type ActionPageData = NonNullable<ActionQuery['action']>;

/** The areas chosen in the address, in the one order used everywhere; all, if none of this action's areas is chosen. */
export function areasShown({ cells }: ActionPageData, { c }: SearchOf<'action'>): string[] {
  const all = cells.map(({ area }) => area);
  const chosen = all.filter((area) => c?.split('~').includes(area));
  return chosen.length === 0 ? all : chosen;
}

/** The data of the page for the chosen areas only; what all four share stays. */
export function narrowed<T extends ActionPageData>(data: T, search: SearchOf<'action'>): T {
  const shown = areasShown(data, search);
  if (shown.length === data.cells.length) return data;
  const isShown = ({ area }: { area: string }) => area === 'CA4' || shown.includes(area);
  return {
    ...data,
    cells: data.cells.filter(isShown),
    indicators: data.indicators.map((entry) => ({
      ...entry,
      series: entry.series.filter(({ cell }) => isShown(cell)),
    })),
    laws: data.laws.map((law) => ({ ...law, cells: law.cells.filter(isShown) })),
    events: data.events.filter(isShown),
    documents: data.documents.filter(isShown),
  };
}

/**
 * The releases that changed something for these areas, or may have. The numbers of new values and of changes that are not listed are known for the whole
 * action only, so they are left out.
 */
export const logOf = <T extends { newValues: number; unlisted: number; items: { area: string }[] }>(
  log: readonly T[],
  areas: readonly string[],
) =>
  log
    .map(({ unlisted, ...entry }) => ({
      ...entry,
      newValues: 0,
      unlisted: unlisted > 0 ? null : 0,
      items: entry.items.filter(({ area }) => area === 'CA4' || areas.includes(area)),
    }))
    .filter(({ items, unlisted }) => items.length > 0 || unlisted === null);

export type ActionIndicator = ActionPageData['indicators'][number];
export type ActionSeries = ActionIndicator['series'][number];

/** Is a value published for some area, even if it is hidden? */
export const isReported = ({ series }: Pick<ActionIndicator, 'series'>): boolean =>
  series.some(isKnown);

export const isKnown = ({ cell, points }: ActionSeries): boolean =>
  cell.latestYear !== null || isHidden({ points });

/** Is the newest year hidden? It is never replaced by an older value. */
export const isHidden = ({ points }: Pick<ActionSeries, 'points'>): boolean =>
  points.at(-1)?.status === 'Q';
