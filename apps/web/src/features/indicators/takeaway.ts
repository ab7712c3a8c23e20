import { isAssessed, STATUSES_SORTED, type Status } from '@qadam/domain';
import { hundredfold } from '../../ui/decimal-text.ts';
import { chartText } from '../../charts/use-chart-text.ts';
import { newestOf, type IndicatorSeries, type Names } from './indicator-data.ts';
import { onlyBaseline, say, type Tongue } from './say.ts';

/**
 * The page in one breath. One area: its sentence. Several: who stands where, by status in the order of legends, countries in
 * their own order; for what is never scored, the latest figures.
 */
export function takeaway(tongue: Tongue, series: readonly IndicatorSeries[], names: Names): string {
  const { t } = tongue;
  const [only, ...others] = series;
  const name = ({ area }: IndicatorSeries) => names[area] ?? area;
  if (only && others.length === 0) {
    const status = statusOf(only);
    const judged = tongue.scored && isAssessed(status) ? ` (${t(`status.${status}`)})` : '';
    return say(tongue, only, `${name(only)}${judged}`);
  }
  if (!tongue.scored) return latestFigures(tongue, series, name);
  const group = (word: string, members: readonly IndicatorSeries[]) =>
    members.length === 0 ? [] : [`${upper(word)}: ${members.map(name).join(', ')}.`];
  return STATUSES_SORTED.flatMap((status) => {
    const members = series.filter((one) => statusOf(one) === status);
    return [
      ...group(t('indicator.say.sinceBaseline'), members.filter(onlyBaseline)),
      ...group(
        t(`status.${status}`),
        members.filter((one) => !onlyBaseline(one)),
      ),
    ];
  }).join(' ');
}

/** Where nothing was reported, that is the news; whether a target is missing as well is not. */
function statusOf(series: IndicatorSeries): Status {
  const status = series.assessment?.status ?? 'NO_DATA';
  return newestOf(series) === undefined && !isAssessed(status) ? 'NO_DATA' : status;
}

function latestFigures(
  tongue: Tongue,
  series: readonly IndicatorSeries[],
  name: (series: IndicatorSeries) => string,
): string {
  const { t, format, indicator } = tongue;
  const text = chartText(t, format, indicator);
  const known = series.flatMap((one) => {
    const latest = newestOf(one);
    if (!latest) return [];
    const value =
      latest.value === null || latest.obsStatus === 'Q'
        ? t('figure.hidden')
        : text.value(latest.value);
    return [t('indicator.say.figure', { country: name(one), value, year: latest.year })];
  });
  const silent = series.filter((one) => newestOf(one) === undefined);
  return [
    known.length > 0 && t('indicator.say.latest', { list: known.join('; ') }),
    silent.length > 0 && t('indicator.say.silent', { list: silent.map(name).join(', ') }),
  ]
    .filter((part) => part !== false)
    .join(' ');
}

const upper = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** The same on the way to the target: how much of it is done, and how much was due by then. */
export function wayTakeaway(
  { t, format }: Tongue,
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
