import { BREAKDOWN_DIMENSIONS, type BreakdownDimension, type Part, partKey } from '@qadam/domain';

/** How the breakdown column of the template names a cell: `sex=F · женщины`; of the whole the label alone. */
export const breakdownText = (part: Part, label: string): string =>
  [partKey(part), label].filter((text) => text !== '').join(' · ');

const PART = new RegExp(`(?:^|\\s)(${BREAKDOWN_DIMENSIONS.join('|')})=(\\S+)`, 'g');

/** What that column says; null where it is somebody's own column of that name. */
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
