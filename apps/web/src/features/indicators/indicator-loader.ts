import type { IndicatorData } from './indicator-data.ts';
import type { loadIndicator } from './load-indicator.ts';
import type { IndicatorSearch } from './view.ts';

/** The part of the address that decides which data have to be loaded; the rest only changes how they are drawn. */
export const loadedBy = ({
  release,
  tab,
  receipt,
  ...search
}: IndicatorSearch): IndicatorSearch => ({
  ...(release === undefined ? {} : { release }),
  ...(tab === 'map' || tab === 'groups' ? { ...search, tab } : {}),
  ...(receipt === undefined ? {} : { receipt }),
});

/** Loads the code that reads an indicator along with its page: no other page needs it. */
export async function readIndicator(
  ...asked: Parameters<typeof loadIndicator>
): Promise<IndicatorData> {
  return (await import('./load-indicator.ts')).loadIndicator(...asked);
}
