import { CLEARED } from '../observations/entry.ts';
import type { Content } from '../observations/observation.entity.ts';
import type { ExistingCell } from './known-cells.reader.ts';

/** Texts beside a figure. */
const WORDS = ['sourceText', 'comment'] as const;
const ALL_BUT_WORDS = (Object.keys(CLEARED) as (keyof Content)[]).filter(
  (part) => !WORDS.some((one) => one === part),
);

const NUMBERS = ['value', 'numerator', 'denominator', 'missingReason'] as const;

/** WHOLE: the row contains nothing new. FIGURE: the figure is the same, the texts beside it are not. */
export type Sameness = 'WHOLE' | 'FIGURE';

/** How much of the row's content the cell already has; null: the figures differ. */
export function samenessOf(
  told: Content,
  { content, hidden, published }: ExistingCell,
  mapped: boolean,
): Sameness | null {
  const hasSame = (parts: readonly (keyof Content)[]) =>
    parts.every((part) => told[part] === content[part]);
  // our own exports give a hidden value as suppressed; reading one back must not overwrite the figure
  if (hidden && told.missingReason === 'SUPPRESSED') return 'WHOLE';
  // an office's file may have other texts beside the same figure
  if (published && mapped && hasSame(NUMBERS)) return 'WHOLE';
  if (!hasSame(ALL_BUT_WORDS)) return null;
  return hasSame(WORDS) ? 'WHOLE' : 'FIGURE';
}
