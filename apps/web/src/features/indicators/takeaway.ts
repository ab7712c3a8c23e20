import type { Names } from '../../ui/area-names.ts';
import { hundredfold } from '../../ui/decimal-text.ts';
import { listed } from '../../ui/listed.ts';
import { changesText } from '../../charts/changes-text.ts';
import { observedValue } from '../../charts/curve.ts';
import { chartText } from '../../charts/use-chart-text.ts';
import { isYes } from '../../charts/lanes/lanes.model.ts';
import { newestOf, type IndicatorSeries } from './indicator-data.ts';
import type { ChartsT } from '../../charts/groups/group-words.ts';
import { targetSentence, type TextContext } from './target-sentence.ts';
import type { Years } from './view.ts';

/** The context with the texts of charts. */
type ChartTextContext = Omit<TextContext, 't'> & { t: ChartsT };

/** The page in one sentence: what changed from the first year shown to the last, and the countries without recent or any values. */
export function takeaway(
  context: ChartTextContext,
  series: readonly IndicatorSeries[],
  names: Names,
  { asOf, ...years }: Years & { asOf: number },
): string {
  const shown = series.map((one) => ({ ...one, values: within(one, years) }));
  return context.indicator.kind === 'BINARY'
    ? answers(context, shown, names)
    : numbers(context, shown, names, asOf);
}

const within = ({ values }: IndicatorSeries, { from, to }: Years) =>
  values.filter(({ year }) => year >= from && year <= to);

/** What changed; if there is only one area, also what its target requires. */
function numbers(
  context: ChartTextContext,
  series: readonly IndicatorSeries[],
  names: Names,
  asOf: number,
): string {
  const { t, format, indicator } = context;
  const curves = series.map(({ area, values, breaks }) => ({
    area,
    observed: values.map(observedValue).sort((a, b) => a.year - b.year),
    breaks: breaks.map(({ year }) => year),
  }));
  const [only, ...others] = series;
  const rest = context.scored && only && others.length === 0 ? targetSentence(context, only) : null;
  const texts = changesText(t, chartText(t, format, indicator), curves, names, asOf);
  return rest === null ? texts : `${texts} ${rest}`;
}

/** The countries that answered yes and no, each with the year. */
function answers(
  { t }: ChartTextContext,
  series: readonly IndicatorSeries[],
  names: Names,
): string {
  const name = ({ area }: IndicatorSeries) => names[area] ?? area;
  const told = (yes: boolean) =>
    series.flatMap((one) => {
      const latest = newestOf(one);
      return latest?.value != null && isYes(latest.value) === yes
        ? [`${name(one)} (${latest.year})`]
        : [];
    });
  const silent = series.filter((one) => newestOf(one)?.value == null);
  return [
    told(true).length > 0 && t('charts:say.yes', { list: listed(t, told(true)) }),
    told(false).length > 0 && t('charts:say.no', { list: listed(t, told(false)) }),
    silent.length > 0 &&
      t('charts:say.silent', { count: silent.length, list: listed(t, silent.map(name)) }),
  ]
    .filter((part) => part !== false)
    .join(' ');
}

/** The same for the progress scale: how much of the way to the target is done, and how much was due by then. */
export function progressTakeaway(
  { t, format }: ChartTextContext,
  series: readonly IndicatorSeries[],
  names: Names,
): string {
  const percent = (share: string) => format.percent(hundredfold(share), 0);
  const list = series.flatMap(({ area, assessment }) => {
    if (assessment?.progress == null) return [];
    const { progress, expectedShare, latestYear: year } = assessment;
    const country = names[area] ?? area;
    const done = percent(progress);
    return expectedShare === null
      ? [t('indicator.say.figure', { country, value: done, year })]
      : [t('indicator.say.wayDue', { country, done, year, expected: percent(expectedShare) })];
  });
  return list.length === 0
    ? t('chart.nothingDrawn')
    : t('indicator.say.wayList', { list: list.join('; ') });
}
