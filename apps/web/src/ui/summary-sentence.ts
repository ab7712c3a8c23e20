import { isAssessed, STATUSES_SORTED } from '@qadam/domain';
import type { TFunction } from 'i18next';
import { lowerFirst, upperFirst } from './first-letter.ts';
import { figureText } from './figure-text.ts';
import type { IndicatorCellFragment, IndicatorSummaryFragment } from './indicator.generated.ts';
import { statusText } from './status-text.ts';
import type { Format } from './use-format.ts';

interface Row {
  name: string;
  cell: IndicatorCellFragment;
}

/**
 * An indicator in one sentence: which countries have which status, in the order of the legend, countries in their usual
 * order. For an indicator that is never scored, or where no status could be given, the latest figures.
 */
export function summarySentence(
  t: TFunction,
  format: Format,
  indicator: IndicatorSummaryFragment,
  rows: readonly Row[],
  scored: boolean,
): string {
  // "all four countries" stands within the sentence
  const listed = rows.map(({ name, cell }) =>
    cell.area === 'CA4'
      ? { name: lowerFirst({ lang: format.lang, text: name }), cell }
      : { name, cell },
  );
  if (!scored || rows.every(({ cell }) => !isAssessed(cell.status)))
    return latestFigures(t, format, indicator, listed);
  const words = new Map<string, string[]>();
  for (const status of STATUSES_SORTED)
    for (const { name, cell } of listed.filter((row) => row.cell.status === status)) {
      const word = statusText(t, status, cell.latestYear !== null);
      words.set(word, [...(words.get(word) ?? []), name]);
    }
  return [...words].map(([word, names]) => `${upperFirst(word)}: ${names.join(', ')}.`).join(' ');
}

function latestFigures(
  t: TFunction,
  format: Format,
  indicator: IndicatorSummaryFragment,
  rows: readonly Row[],
): string {
  const known = rows.flatMap(({ name, cell }) => {
    if (cell.status === 'SUPPRESSED') return [`${name}: ${t('figure.hidden')}`];
    if (cell.latestYear === null || cell.latestValue === null) return [];
    const value = figureText(t, format, indicator, cell.latestValue);
    return [t('indicator.say.figure', { country: name, value, year: cell.latestYear })];
  });
  const silent = rows.filter(
    ({ cell }) => cell.latestYear === null && cell.status !== 'SUPPRESSED',
  );
  return [
    known.length > 0 && t('indicator.say.latest', { list: known.join('; ') }),
    silent.length > 0 &&
      t('indicator.say.silent', { list: silent.map(({ name }) => name).join(', ') }),
  ]
    .filter((part) => part !== false)
    .join(' ');
}
