import { TOTAL } from '../disclosure/table.ts';
import { TOTAL_PART, type BreakdownDimension, type Part, isTotalPart } from './part.ts';

/** One side of a breakdown table: a dimension and its categories, which are complete and do not overlap. */
export interface TableAxis {
  dimension: BreakdownDimension;
  codes: readonly { code: string }[];
}

/** What of a cell may add up. Canonical decimals as text. */
export interface TableCell {
  part: Part;
  value: string | null;
  numerator: string | null;
  denominator: string | null;
}
export type Figure = 'value' | 'numerator' | 'denominator';

export interface BreakdownTable {
  axes: readonly TableAxis[];
  additive: Additive;
  /** Those that are filled in, the total among them, in any order. */
  cells: readonly TableCell[];
}

/**
 * How the parts of an indicator add up: a count by its value, a share or rate by its numerators and its denominators.
 * A mean does not, and nothing is said of it.
 */
export type Additive = 'VALUE' | 'RATIO' | 'NONE';

/** Over its parts a value adds up as it does over countries. */
export function additiveOf(regionalMethod: string): Additive {
  if (regionalMethod === 'SUM') return 'VALUE';
  return regionalMethod === 'RATIO' ? 'RATIO' : 'NONE';
}

export const FIGURES: Readonly<Record<Additive, readonly Figure[]>> = {
  VALUE: ['value'],
  RATIO: ['numerator', 'denominator'],
  NONE: [],
};

/**
 * Every part that a table of these axes asks for, margins included and the total left out, row after row: of
 * age × sex each sex of each age and that age, then each sex. Source: domain.md, Reporting (Observation).
 */
export function partsOfTable(axes: readonly TableAxis[]): Part[] {
  const allParts = axes.reduce<Part[]>(
    (built, { dimension, codes }) =>
      built.flatMap((part) =>
        [...codes.map(({ code }) => code), TOTAL].map((code) => ({ ...part, [dimension]: code })),
      ),
    [TOTAL_PART],
  );
  return allParts.filter((part) => !isTotalPart(part));
}
