import type { IndicatorData } from './indicator-data.ts';
import type { loadIndicator } from './load-indicator.ts';
import type { IndicatorSearch } from './view.ts';

/** Of the address what decides which data are needed; the rest only draws them otherwise. */
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

/** Its code comes with the page: no other page needs it. */
export async function readIndicator(
  ...asked: Parameters<typeof loadIndicator>
): Promise<IndicatorData> {
  return (await import('./load-indicator.ts')).loadIndicator(...asked);
}
