import { partsOfTable } from '@qadam/domain';
import type { DeskIndicator } from '../indicators/desk-indicator.ts';

/** The most parts of all tables of a form. Nobody types more, and an answer with some 9,000 would be refused as too large. */
const MOST_PARTS = 6000;

/** The indicators whose parts are shown in the form: laws, and tables while there is room for all of their parts. */
export function shownByPart(
  indicators: readonly Pick<DeskIndicator, 'code' | 'kind' | 'tableAxes'>[],
): Set<string> {
  let room = MOST_PARTS;
  const shown = indicators.filter(({ kind, tableAxes }) => {
    const parts = kind === 'MILESTONE' ? 0 : partsOfTable(tableAxes).length;
    const fits = parts <= room;
    if (fits) room -= parts;
    return fits;
  });
  return new Set(shown.map(({ code }) => code));
}
