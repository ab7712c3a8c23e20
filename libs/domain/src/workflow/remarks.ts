import type { IndicatorKind } from '../progress/target.ts';
import { dec, type Numeric } from '../values/decimal.ts';
import type { Maybe } from '../values/figure.ts';
import type { FirstVerdict } from './first-value.ts';

/** The reasons why a reviewer should look at a submitted value instead of accepting it with the others. */
export const REMARKS = [
  'RULE_HIT',
  'CORRECTION',
  'NO_VALUE',
  'FIRST_VALUE',
  'FAR_FROM_KNOWN',
  'STAGE_MOVED',
  'NEW_SOURCE',
  'COMMENT',
  'CONVERSATION',
] as const;
export type Remark = (typeof REMARKS)[number];

export interface ReviewedValue {
  kind: IndicatorKind;
  value?: Maybe<Numeric>;
  source?: Maybe<string>;
  comment?: Maybe<string>;
  /** The hits of all rules on the value, including the usual range of earlier years. */
  hits: readonly { severity: string }[];
  /** The published value of the latest year before; null where there is none. */
  before: { value?: Maybe<Numeric>; source?: Maybe<string> } | null;
  /** The verdict of `judgeFirstValue`, used for a value without an earlier one. */
  first: FirstVerdict;
  /** Is there already a published value of the same year, which this one corrects? */
  corrects: boolean;
  /** Was the value returned, or did anybody write a message about it? */
  discussed: boolean;
}

/**
 * What makes a submitted value remarkable. Nothing does if no rule is broken (the usual range included), the
 * source is last year's and there is no comment. A value without an earlier one has no usual range: it is
 * compared with whatever else is known. A comment, or a law or yes/no answer that changed, is always remarkable. A
 * blank source does not count as a new one. Source: experience.md W7, users.md, review by exception.
 */
export function remarksOn(reviewed: ReviewedValue): Remark[] {
  const { hits, corrects, value, before, first, comment, discussed } = reviewed;
  const isFirst = value != null && before?.value == null;
  const found: Record<Remark, boolean> = {
    RULE_HIT: hits.some(({ severity }) => severity !== 'OK' && severity !== 'SKIP'),
    CORRECTION: corrects,
    NO_VALUE: value == null,
    FIRST_VALUE: isFirst && first === 'UNKNOWN',
    FAR_FROM_KNOWN: isFirst && first === 'FAR',
    STAGE_MOVED: hasMoved(reviewed),
    NEW_SOURCE: hasNewSource(reviewed),
    COMMENT: !isBlank(comment),
    CONVERSATION: discussed,
  };
  return REMARKS.filter((remark) => found[remark]);
}

function hasMoved({ kind, value, before }: ReviewedValue): boolean {
  if (kind === 'NUMERIC' || value == null || before?.value == null) return false;
  return !dec(value).equals(dec(before.value));
}

function hasNewSource({ source, before }: ReviewedValue): boolean {
  if (isBlank(source) || before === null) return false;
  return wordsOf(source) !== wordsOf(before.source);
}

const isBlank = (text: Maybe<string>): boolean => wordsOf(text) === '';

const wordsOf = (text: Maybe<string>): string =>
  (text ?? '').trim().replace(/\s+/gu, ' ').toLowerCase();
