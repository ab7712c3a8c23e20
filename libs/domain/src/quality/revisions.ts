import { countBy, decimalOrNull, figure } from '../values/figure.ts';
import { median } from '../progress/quantile.ts';
import type { Decimal } from '../values/decimal.ts';
import type { Assignment, PublishedRevision, Revisions } from './data-quality.types.ts';

/**
 * How often and how much the checked cells were revised since first publication: median of
 * |to − from|/|from|, 4 decimals, without from = 0 and without new definitions, which are not to be
 * subtracted. Source: methods.md 1.12.
 */
export function revisionsOf(
  checked: readonly Assignment[],
  revisions: readonly PublishedRevision[],
): Revisions {
  const cells = new Set(checked.map(({ indicator }) => indicator));
  const counted = revisions.filter(({ indicator }) => cells.has(indicator));
  return {
    count: counted.length,
    cells: new Set(counted.map(({ indicator }) => indicator)).size,
    byReason: countBy(counted.flatMap(({ reason }) => reason ?? [])),
    medianRelative: figure(median(counted.flatMap(relativeSize))),
  };
}

function relativeSize(revision: PublishedRevision): Decimal[] {
  const from = decimalOrNull(revision.from);
  const to = decimalOrNull(revision.to);
  if (revision.reason === 'DEFINITION' || from === null || to === null || from.isZero()) return [];
  return [to.minus(from).abs().div(from.abs())];
}
