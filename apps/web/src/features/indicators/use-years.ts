import { startTransition, useOptimistic } from 'react';
import type { Change, IndicatorView, Years } from './view.ts';

/** The years shown, and how others are chosen: what is chosen shows at once, the chart follows. */
export function useYears(
  view: IndicatorView,
  change: Change,
): [Years, (next: Years, passing?: boolean) => void] {
  const [years, show] = useOptimistic<Years>(view);
  const choose = (next: Years, passing = false) => {
    if (next.from >= next.to || (next.from === years.from && next.to === years.to)) return;
    startTransition(async () => {
      show(next);
      await change({ ...view, ...next }, passing);
    });
  };
  return [years, choose];
}
