import { TOTAL } from '../disclosure/table.ts';
import { TOTAL_PART, type BreakdownDimension, type Part, isTotalPart } from './part.ts';

/** One side of a breakdown table: a dimension and its categories, which are complete and do not overlap. */
export interface TableAxis {
  dimension: BreakdownDimension;
  codes: readonly { code: string }[];
}

/** The figures of a cell that may add up, as canonical decimals in text. */
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
  /** The cells that are filled in, including the total, in any order. */
  cells: readonly TableCell[];
}

/**
 * How the parts of an indicator add up: a count by its value, a share or rate by its numerators and its denominators.
 * A mean does not add up, so it is not checked.
 */
export type Additive = 'VALUE' | 'RATIO' | 'NONE';

/** A value adds up over its parts in the same way as over countries. */
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
 * Every part that a table of these axes asks for, with the margins but without the total, row after row: for
 * age × sex each age by sex and then as a whole, at last each sex. Source: domain.md, Reporting (Observation).
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
