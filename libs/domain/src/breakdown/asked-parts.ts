import type { IndicatorKind } from '../progress/target.ts';
import { isTotalPart, partKey, TOTAL_PART, type Part } from './part.ts';
import { partsOfTable, type TableAxis } from './table.ts';

/** The fields of an indicator that decide which of its parts are reported. */
export interface AskedIndicator {
  kind: IndicatorKind;
  /** The elements in their order; only a law (MILESTONE) has any. */
  elements: readonly { code: string }[];
  tableAxes: readonly TableAxis[];
}

/** The part that stands for one element of a law. */
export const elementPart = (code: string): Part => ({ ...TOTAL_PART, breakdown: code });

/**
 * Every part of an indicator that is reported: for a law its elements, for any other indicator the total and the parts of
 * its table. Source: domain.md (A law is a small matrix).
 */
export function askedParts({ kind, elements, tableAxes }: AskedIndicator): Part[] {
  if (kind === 'MILESTONE') return elements.map(({ code }) => elementPart(code));
  return [TOTAL_PART, ...partsOfTable(tableAxes)];
}

/** Why a part cannot be reported: the total of a law is derived, and any other part does not exist. Null if it can. */
export function partProblem(
  indicator: AskedIndicator,
  part: Part,
): 'WHOLE_IS_DERIVED' | 'NOT_BROKEN_DOWN' | null {
  const asked = askedParts(indicator).some((one) => partKey(one) === partKey(part));
  if (asked) return null;
  return isTotalPart(part) ? 'WHOLE_IS_DERIVED' : 'NOT_BROKEN_DOWN';
}
