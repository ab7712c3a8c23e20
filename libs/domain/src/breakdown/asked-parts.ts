import type { IndicatorKind } from '../progress/target.ts';
import { isTotalPart, partKey, TOTAL_PART, type Part } from './part.ts';
import { partsOfTable, type TableAxis } from './table.ts';

/** What decides which parts of an indicator are reported. */
export interface AskedIndicator {
  kind: IndicatorKind;
  /** Of a law, in order; only a MILESTONE has any. */
  elements: readonly { code: string }[];
  tableAxes: readonly TableAxis[];
}

/** The part of a law that one of its elements is. */
export const elementPart = (code: string): Part => ({ ...TOTAL_PART, breakdown: code });

/**
 * Every part of an indicator that is reported: of a law its elements, of anything else the whole and the parts of its
 * table. Source: domain.md (A law is a small matrix).
 */
export function askedParts({ kind, elements, tableAxes }: AskedIndicator): Part[] {
  if (kind === 'MILESTONE') return elements.map(({ code }) => elementPart(code));
  return [TOTAL_PART, ...partsOfTable(tableAxes)];
}

/** Why a part cannot be reported: the whole of a law is derived, and of others there is no such part. Null where it can. */
export function partProblem(
  indicator: AskedIndicator,
  part: Part,
): 'WHOLE_IS_DERIVED' | 'NOT_BROKEN_DOWN' | null {
  const asked = askedParts(indicator).some((one) => partKey(one) === partKey(part));
  if (asked) return null;
  return isTotalPart(part) ? 'WHOLE_IS_DERIVED' : 'NOT_BROKEN_DOWN';
}
