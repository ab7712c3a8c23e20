import { BREAKDOWN_DIMENSIONS, type BreakdownDimension, type Part, partKey } from '@qadam/domain';

/** The text of a cell's part in the template's breakdown column: `sex=F · женщины`; for the total, the label alone. */
export const breakdownText = (part: Part, label: string): string =>
  [partKey(part), label].filter((text) => text !== '').join(' · ');

const PART = new RegExp(`(?:^|\\s)(${BREAKDOWN_DIMENSIONS.join('|')})=(\\S+)`, 'g');

/** The parts in such a text; null if it is not ours, because a file has its own column of that name. */
export function readBreakdownText(text: string): [BreakdownDimension, string][] | null {
  const parts = Array.from(
    text.matchAll(PART),
    ([, dimension, code]): [BreakdownDimension, string] => [
      dimension as BreakdownDimension,
      code ?? '',
    ],
  );
  return parts.length > 0 ? parts : null;
}
