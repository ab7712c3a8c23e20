import { useState } from 'react';
import { flushSync } from 'react-dom';
import type { EntryState } from './entry-state.ts';
import { passes, type Filter } from './filter.ts';

/**
 * The rows of a filter. They are chosen when the filter is: a row that was filled in or corrected meanwhile must not
 * vanish from under the cursor.
 */
export function useShown(entries: readonly EntryState[], filter: Filter) {
  const name = JSON.stringify([filter.only, filter.section]);
  const choose = () =>
    new Set(entries.filter((entry) => passes(entry, filter)).map(({ cell }) => cell.indicator));
  const [chosen, setChosen] = useState(() => ({ name, indicators: choose() }));
  const isOld = chosen.name !== name;
  const now = isOld ? { name, indicators: choose() } : chosen;
  if (isOld) setChosen(now);
  return {
    /** Rows whole: with a part that passes its siblings and its total are shown. */
    shown: entries.filter(({ cell }) => now.indicators.has(cell.indicator)),
    /** Shows a row all the same, before the browser follows a link to it. */
    reveal: (indicator: string) =>
      flushSync(() => setChosen({ name, indicators: new Set([...now.indicators, indicator]) })),
  };
}
