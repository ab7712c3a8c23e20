import { isHeadline } from '@qadam/domain';
import type { ActionPageData } from './action-page.types.ts';

type Entry = ActionPageData['indicators'][number];
type Cell = Entry['series'][number]['cell'];

/** Headline indicators of the area that can be held against what was due, with how much of the way each is short of it. */
function measured(indicators: readonly Entry[], area: string) {
  return indicators
    .filter(({ role, indicator }) => isHeadline({ ...indicator, role }))
    .flatMap(({ indicator, series }) => {
      const cell = series.find((one) => one.cell.area === area)?.cell;
      if (cell?.progress == null || cell.expectedShare === null) return [];
      // orders the lags, is never printed
      return [{ indicator, cell, lag: Number(cell.expectedShare) - Number(cell.progress) }];
    });
}

export type Lag =
  | { kind: 'UNKNOWN' }
  | { kind: 'NONE' }
  | { kind: 'BEHIND'; indicator: Entry['indicator']; cell: Cell };

/** Where an action is furthest behind what was due: the gap to speak about first. */
export function lagOf(indicators: readonly Entry[], area: string): Lag {
  const [most] = measured(indicators, area).sort((a, b) => b.lag - a.lag);
  if (!most) return { kind: 'UNKNOWN' };
  return most.lag > 0 ? { kind: 'BEHIND', ...most } : { kind: 'NONE' };
}
