import type { FormRowFragment, ReturnFormFragment } from './return-form.generated.ts';

export type LargeTable = NonNullable<FormRowFragment['largeTable']>;

/** The table of an indicator whose parts the form does not hold; a copy that an earlier version kept knows of none. */
export const largeTableOf = ({ cells }: ReturnFormFragment, indicator: string): LargeTable | null =>
  cells.find((row) => row.indicator === indicator)?.largeTable ?? null;

export const filledIn = ({ filled }: LargeTable): number =>
  filled.reduce((sum, { parts }) => sum + parts, 0);

/** How many parts of such tables have no value. A value of a code that a table has lost counts as well, so it could be below nought. */
export const emptyInLargeTables = ({ cells }: ReturnFormFragment): number =>
  cells.reduce(
    (sum, { largeTable }) =>
      sum + (largeTable ? Math.max(0, largeTable.parts - filledIn(largeTable)) : 0),
    0,
  );
