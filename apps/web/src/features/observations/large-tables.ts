import type { FormRowFragment, ReturnFormFragment } from './return-form.generated.ts';

export type LargeTable = NonNullable<FormRowFragment['largeTable']>;

/** The table of an indicator whose parts the form does not hold; a copy that an earlier version kept knows of none. */
export const largeTableOf = ({ cells }: ReturnFormFragment, indicator: string): LargeTable | null =>
  cells.find((row) => row.indicator === indicator)?.largeTable ?? null;

export const filledIn = ({ filled }: LargeTable): number =>
  filled.reduce((sum, { parts }) => sum + parts, 0);

/**
 * How many parts of such tables that are asked for have no value, without those that the form lists. A value of a code that a table has lost counts
 * as well, so it could be below nought.
 */
export const emptyInLargeTables = ({ cells }: ReturnFormFragment): number =>
  cells.reduce((sum, { largeTable, assigned }) => {
    if (!largeTable || !assigned) return sum;
    const listed = largeTable.cells.filter(({ current }) => current === null).length;
    return sum + Math.max(0, largeTable.parts - filledIn(largeTable) - listed);
  }, 0);
