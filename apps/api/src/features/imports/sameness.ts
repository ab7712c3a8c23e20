import { CLEARED } from '../observations/entry.ts';
import type { Content } from '../observations/observation.entity.ts';
import type { ExistingCell } from './known-cells.reader.ts';

/** What is written beside a figure. */
const WORDS = ['sourceText', 'comment'] as const;
const ALL_BUT_WORDS = (Object.keys(CLEARED) as (keyof Content)[]).filter(
  (part) => !WORDS.some((one) => one === part),
);

const NUMBERS = ['value', 'numerator', 'denominator', 'missingReason'] as const;

/** WHOLE: nothing new is told. FIGURE: other words stand beside the same figure. */
export type Sameness = 'WHOLE' | 'FIGURE';

/** How much of what is told stands in the cell already; null: another figure does. */
export function samenessOf(
  told: Content,
  { content, hidden, published }: ExistingCell,
  mapped: boolean,
): Sameness | null {
  const hasSame = (parts: readonly (keyof Content)[]) =>
    parts.every((part) => told[part] === content[part]);
  // what a release hides comes back from our own files as hidden, and must not take the place of the figure
  if (hidden && told.missingReason === 'SUPPRESSED') return 'WHOLE';
  // another office writes the same figure with other words beside it
  if (published && mapped && hasSame(NUMBERS)) return 'WHOLE';
  if (!hasSame(ALL_BUT_WORDS)) return null;
  return hasSame(WORDS) ? 'WHOLE' : 'FIGURE';
}
