import { partsOfTable } from '@qadam/domain';
import type { DeskIndicator } from '../indicators/desk-indicator.ts';

/**
 * The most parts of a table, and of all tables of a form, that are shown to be typed. Nobody types more; a form with all parts of such tables could
 * not be shown at all.
 */
const MOST_PARTS = { table: 500, form: 4000 } as const;

/** The indicators whose parts are shown: laws, and tables that are small enough, for as long as the form has room. */
export function shownByPart(
  indicators: readonly Pick<DeskIndicator, 'code' | 'kind' | 'tableAxes'>[],
): Set<string> {
  let room: number = MOST_PARTS.form;
  const shown = indicators.filter(({ kind, tableAxes }) => {
    const parts = kind === 'MILESTONE' ? 0 : partsOfTable(tableAxes).length;
    const fits = parts <= Math.min(room, MOST_PARTS.table);
    if (fits) room -= parts;
    return fits;
  });
  return new Set(shown.map(({ code }) => code));
}
