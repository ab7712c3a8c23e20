import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ChartIndicator } from './chart.types.ts';
import type { Reading } from './reading.ts';
import { useChartText, type ChartText } from './use-chart-text.ts';

/** One year in words, with the unit if the figures do not contain it: "2023: Kazakhstan 23%, target path 35.4%; Tajikistan not reported". */
export function useReadingText(indicator: ChartIndicator, names: Readonly<Record<string, string>>) {
  const { t } = useTranslation();
  const text = useChartText(indicator);
  const { kind, unit, unitText } = indicator;
  const beside = kind === 'NUMERIC' && unit !== 'PT' ? `, ${unitText.text}` : '';
  return (year: number, readings: readonly Reading[]): string => {
    const parts = readings.map((reading) =>
      [
        `${names[reading.area] ?? reading.area} ${observedText(text, reading) ?? ''}`.trim(),
        ...(reading.status === null ? [] : [t(`status.${reading.status}`)]),
        ...detailTexts(t, text, reading),
        ...(reading.observed?.note ? [reading.observed.note.text.replace(/\.$/u, '')] : []),
      ].join(', '),
    );
    return `${year}${beside}: ${parts.join('; ')}`;
  };
}

export function observedText(text: ChartText, { observed, past }: Reading): string | null {
  if (observed?.value != null) return text.value(observed.value);
  return observed !== null || past ? text.absent(observed) : null;
}

/** What else is known about the year: the plan, the projection, marks. */
export function detailTexts(t: TFunction, text: ChartText, reading: Reading): string[] {
  const { observed, path, target, baseline, fan } = reading;
  const mark = observed?.value != null ? openWord(observed.status) : null;
  return [
    mark !== null && t(`chart.status.${mark}`),
    reading.break && t('chart.breakHere'),
    baseline !== null && t('chart.baselineValue', { value: text.value(baseline.value) }),
    path !== null &&
      t(target ? targetKey(reading.reference) : 'chart.pathValue', {
        value: text.computed(path.value),
      }),
    gapText(t, text, reading),
    fan !== null &&
      t('chart.fanValue', {
        low: text.computed(fan.low),
        central: text.computed(fan.central),
        high: text.computed(fan.high),
      }),
  ].filter((line) => line !== false);
}

/** The key of the words for a target; a reference target is always called so. */
export const targetKey = (reference: boolean) =>
  reference ? 'chart.referenceValue' : 'chart.targetValue';

/** How far the value is from its path in the same year, signed. The answer to a yes/no question has no such distance. */
function gapText(t: TFunction, text: ChartText, { observed, path }: Reading): string | false {
  if (observed?.value == null || path === null) return false;
  const gap = text.gap(observed.value, path.value);
  return gap !== null && t('chart.gapValue', { gap });
}

const words = ['P', 'E', 'I', 'F', 'U', 'V', 'B'] as const;
export type StatusWord = (typeof words)[number];
/** The status of an observation if readers have to know it; a final value (A) needs no word. */
export function openWord(status: string): StatusWord | null {
  return words.find((word) => word === status) ?? null;
}
