import type { TFunction } from 'i18next';
import type { Format } from './use-format.ts';

/** Whole percents of the way, a year after the other. */
interface YearShares {
  firstYear: number;
  percents: readonly (number | null)[];
}

/** A list of values, a year after the other, as points of a line. */
export const yearsOf = (
  firstYear: number,
  values: readonly (string | number | null)[],
): { year: number; value: string | null }[] =>
  values.map((value, i) => ({ year: firstYear + i, value: value === null ? null : String(value) }));

/** A line of ten years in words, from its first figure to its last. */
export function historyText(
  t: TFunction,
  format: Format,
  { firstYear, percents }: YearShares,
): string | null {
  const known = yearsOf(firstYear, percents).filter(({ value }) => value !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return null;
  const said = ({ year, value }: (typeof known)[number]) =>
    t('scorecard.inYear', { value: format.percent(value ?? ''), year });
  return first === last ? said(last) : t('scorecard.fromTo', { from: said(first), to: said(last) });
}
