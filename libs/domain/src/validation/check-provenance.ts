import { cleanText, foldWord } from '../parsing/clean-text.ts';
import type { IndicatorKind } from '../progress/target.ts';
import { dec, type Numeric } from '../values/decimal.ts';
import type { Maybe } from '../values/figure.ts';
import { error } from './cell-hit.ts';
import type { CellHit } from './check-cell.types.ts';

/** What proves a value. */
export const EVIDENCE_KINDS = ['FILE', 'LINK'] as const;

/** Where a submitted value comes from. */
export interface Provenance {
  /** The source that the reporter names: a register, an order, a page. */
  source?: Maybe<string>;
  /** The names of the reporting body in every language; empty if it is not known. It is the source of a value that names no other. */
  body: readonly string[];
  /** How many files and links are attached. */
  evidence: number;
  /** The published value: of the same year if that is being corrected, else of the newest year before; null if there is none. */
  published?: Maybe<Numeric>;
}

/**
 * A value needs a source, if only the body that reports it: ERROR SOURCE_REQUIRED. If a stage of a law or the answer to a yes/no
 * question differs from what was published last, or is the first stage of a law above 0, a file, a link or a named document has
 * to prove it: ERROR EVIDENCE_REQUIRED. A missing value needs no proof. Source: domain.md (Reporting; The framework shipped).
 */
export function checkProvenance(
  kind: IndicatorKind,
  value: Maybe<Numeric>,
  { source, body, evidence, published }: Provenance,
): CellHit[] {
  if (value == null) return [];
  // the body is tested first: it is mostly known, and folding the words of the source takes longer than all else here
  if (body.length === 0 && wordsOf(source) === '') {
    return [error('checkProvenance', 'SOURCE_REQUIRED')];
  }
  return isNews(kind, value, published) && !isProved({ source, body, evidence })
    ? [error('checkProvenance', 'EVIDENCE_REQUIRED', { before: published, value })]
    : [];
}

/** Does the value differ from the published one? A first stage of a law above 0 counts as different too. */
function isNews(kind: IndicatorKind, value: Numeric, published: Maybe<Numeric>): boolean {
  if (kind === 'NUMERIC') return false;
  if (published != null) return !dec(value).equals(dec(published));
  return kind === 'MILESTONE' && dec(value).greaterThan(0);
}

/** Is a file or link attached, or another document named than the body that reports it? */
export function isProved({ source, body, evidence }: Omit<Provenance, 'published'>): boolean {
  const words = wordsOf(source);
  return evidence > 0 || (words !== '' && !body.map(wordsOf).includes(words));
}

const wordsOf = (text: Maybe<string>): string => foldWord(cleanText(text));
