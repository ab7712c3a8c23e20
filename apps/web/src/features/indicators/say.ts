import { isOpenStatus } from '@qadam/domain';
import type { TFunction } from 'i18next';
import { chartText, digits } from '../../charts/use-chart-text.ts';
import { observedValue, targetOf } from '../../charts/trace.ts';
import { isYes, lanesModel } from '../../charts/lanes/lanes.model.ts';
import type { Format } from '../../ui/use-format.ts';
import {
  newestOf,
  type IndicatorAssessment,
  type IndicatorFacts,
  type IndicatorSeries,
} from './indicator-data.ts';

type Projection = IndicatorAssessment['projection'];
export interface Tongue {
  t: TFunction;
  format: Format;
  indicator: IndicatorFacts;
  /** Context has no status: its figures are told, not judged. */
  scored: boolean;
}

/** A change per year: "+3.9 points" for shares, "+0.4" otherwise. */
export function perYear({ t, format, indicator }: Tongue, change: string): string {
  const places =
    indicator.kind === 'MILESTONE' ? Math.min(1, digits(change)) : Math.max(1, indicator.decimals);
  const text = format.signed(change, places);
  return indicator.unit === 'PT' ? t('indicator.points', { change: text }) : text;
}

/** When the target is reached at the recent pace: a year with its range, or "not within 50 years". */
export function whenReached(
  t: TFunction,
  { reachedLow: low, reachedCentral: central, reachedHigh: high }: Projection,
): string | null {
  if (central === null) return null;
  if (central === 'NEVER') {
    return low === null || low === 'NEVER'
      ? t('indicator.when.never')
      : t('indicator.when.neverEarliest', { low });
  }
  if (low === null || high === null || (low === central && high === central)) return central;
  return high === 'NEVER'
    ? t('indicator.when.openRange', { central, low })
    : t('indicator.when.range', { central, low, high });
}

/** A target with no more digits than were set: 50%, stage 5 of 5, yes. */
export function goalText({ t, format, indicator }: Tongue, value: string): string {
  return chartText(t, format, indicator).planned(value);
}

/** One sentence on one area: what was reported, what the target needs, where the recent pace leads. Reasons are words, never numbers. */
export function say(tongue: Tongue, series: IndicatorSeries, country: string): string {
  const { t } = tongue;
  const latest = newestOf(series);
  if (latest?.obsStatus === 'Q') return t('indicator.say.hidden', { country });
  if (latest?.value == null)
    return withClause(t('indicator.say.nothing', { country }), targetClause(tongue, series));
  const open = isOpenStatus(latest.obsStatus);
  const since = tongue.indicator.kind === 'BINARY' ? yesSince(series) : null;
  const seen = { country, year: latest.year, value: fact(tongue, latest.value) };
  const start =
    since === null
      ? t(open ? 'indicator.say.openValue' : 'indicator.say.value', seen)
      : t('indicator.say.yesSince', { country, since, year: latest.year });
  return withClause(start, clause(tongue, series));
}

function withClause(start: string, clause: string | null): string {
  return clause === null ? `${start}.` : `${start}; ${clause}.`;
}

function fact({ t, format, indicator }: Tongue, value: string): string {
  const text = chartText(t, format, indicator).value(value);
  if (indicator.kind === 'MILESTONE') {
    const name = indicator.stages?.[Number(value)]?.text;
    return name === undefined
      ? text
      : t('indicator.stageNamed', { stage: text, name: lower(name) });
  }
  return text;
}

/** The year from which the answer is yes, if it was no before and still is yes. */
function yesSince(series: IndicatorSeries): number | null {
  if (!isYes(newestOf(series)?.value ?? '0')) return null;
  const first = series.values[0]?.year ?? 0;
  const last = series.values.at(-1)?.year ?? 0;
  const observed = series.values.map((value) => ({ ...observedValue(value), open: false }));
  const [lane] = lanesModel(
    [{ area: '', observed, path: [], target: null, baseline: null, fan: null, breaks: [] }],
    first,
    last,
  );
  return lane?.turned ?? null;
}

const lower = (text: string): string => text.charAt(0).toLocaleLowerCase() + text.slice(1);

/** The target alone, where nothing was reported that could be compared with it. */
function targetClause(tongue: Tongue, { target }: IndicatorSeries): string | null {
  const goal = targetOf(target);
  if (goal === null) return null;
  return tongue.t('indicator.say.targetOnly', {
    target: goalText(tongue, goal.value),
    year: goal.year,
  });
}

/** The baseline alone is no movement: a status "no data" with values is explained. */
export const onlyBaseline = ({ assessment, values }: IndicatorSeries): boolean =>
  assessment?.status === 'NO_DATA' && values.some(({ value }) => value !== null);

/** The same without country and value, for a place that shows both already. */
export function sayRest(tongue: Tongue, series: IndicatorSeries): string | null {
  const latest = newestOf(series);
  const rest =
    latest?.obsStatus === 'Q'
      ? null
      : latest
        ? clause(tongue, series)
        : targetClause(tongue, series);
  return rest === null ? null : `${rest.charAt(0).toLocaleUpperCase()}${rest.slice(1)}.`;
}

function clause(tongue: Tongue, series: IndicatorSeries): string | null {
  const rest = furtherClause(tongue, series);
  if (!onlyBaseline(series)) return rest;
  const since = tongue.t('indicator.say.sinceBaseline');
  return rest === null ? since : `${since}; ${rest}`;
}

function furtherClause(tongue: Tongue, series: IndicatorSeries): string | null {
  const { t, format, indicator } = tongue;
  const goal = targetOf(series.target);
  const projection = series.assessment?.projection;
  if (!projection || projection.reason === 'NO_DIRECTION') return null;
  if (projection.reason === 'NO_TARGET' || goal === null) return t('indicator.say.noTarget');
  const words = { target: goalText(tongue, goal.value), year: goal.year };
  switch (projection.reason) {
    case 'BINARY':
      return binaryClause(tongue, series, goal.year);
    case 'TARGET_MET':
      return t('indicator.say.met', words);
    case 'AFTER_DEADLINE':
      return t('indicator.say.afterDeadline', words);
    case 'INVALID_CONFIG':
      return t('indicator.say.check');
  }
  const { requiredPerYear, latestValue, fromYear: from, latestYear: to } = projection;
  if (requiredPerYear === null)
    return projection.reason === 'BREAK' ? t('indicator.say.rebase') : targetClause(tongue, series);
  const needs =
    indicator.kind === 'MILESTONE' && latestValue !== null
      ? t('indicator.say.needsStages', {
          ...words,
          count: Number(goal.value) - Number(latestValue),
        })
      : t('indicator.say.needs', { ...words, required: perYear(tongue, requiredPerYear) });
  if (projection.reason === 'BREAK') return t('indicator.say.tooFewAfterBreak', { needs });
  if (projection.reason === 'FEWER_THAN_3_POINTS') return t('indicator.say.tooFew', { needs });
  if (indicator.kind === 'MILESTONE') {
    return projection.central === null
      ? needs
      : t('indicator.say.stageThen', {
          needs,
          from,
          to,
          stage: format.number(projection.central, 0),
          year: goal.year,
        });
  }
  const when = whenReached(t, projection);
  const actual = projection.actualPerYear;
  if (when === null || actual === null) return needs;
  return t('indicator.say.had', { needs, actual: perYear(tongue, actual), from, to, when });
}

function binaryClause({ t }: Tongue, { assessment }: IndicatorSeries, year: number): string | null {
  switch (assessment?.status) {
    case 'PENDING':
      return t('indicator.say.due', { year });
    case 'MISSED':
      return t('indicator.say.wasDue', { year });
    case 'REGRESSED':
      return t('indicator.say.lost');
    default:
      return null;
  }
}
