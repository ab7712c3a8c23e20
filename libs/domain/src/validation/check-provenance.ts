import { cleanText, foldWord } from '../parsing/clean-text.ts';
import type { IndicatorKind } from '../progress/target.ts';
import { dec, type Numeric } from '../values/decimal.ts';
import type { Maybe } from '../values/figure.ts';
import { error } from './cell-hit.ts';
import type { CellHit } from './check-cell.types.ts';

/** Where a value that is handed in comes from. */
export interface Provenance {
  /** What the reporter names: a register, an order, a page. */
  source?: Maybe<string>;
  /** The reporting body in every language it is named in; empty where none is known. It is the source of a value that names no other. */
  body: readonly string[];
  /** How many files and links are attached. */
  evidence: number;
  /** What stands published: of the same year where that is corrected, else of the newest year before; null where nothing does. */
  published?: Maybe<Numeric>;
}

/**
 * A value needs a source, if only the body that reports it: ERROR SOURCE_REQUIRED. Where the stage of a law or a yes/no
 * fact is not what was published last, and with the first stage of a law above 0, something proves it, a file, a link or a document that is named:
 * ERROR EVIDENCE_REQUIRED. A gap claims nothing. Source: domain.md (Reporting; The framework shipped).
 */
export function checkProvenance(
  kind: IndicatorKind,
  value: Maybe<Numeric>,
  { source, body, evidence, published }: Provenance,
): CellHit[] {
  if (value == null) return [];
  // most bodies are known, and to fold the words of the source takes longer than all else here
  if (body.length === 0 && wordsOf(source) === '') {
    return [error('checkProvenance', 'SOURCE_REQUIRED')];
  }
  return isNews(kind, value, published) && !isProved({ source, body, evidence })
    ? [error('checkProvenance', 'EVIDENCE_REQUIRED', { before: published, value })]
    : [];
}

/** Does it differ from what was known? The first stage of a law above 0 does too. */
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
