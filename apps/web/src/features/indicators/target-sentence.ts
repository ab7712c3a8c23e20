import type { TFunction } from 'i18next';
import { chartText } from '../../charts/use-chart-text.ts';
import { targetOf } from '../../charts/curve.ts';
import { upperFirst } from '../../ui/first-letter.ts';
import type { Format } from '../../ui/use-format.ts';
import {
  type IndicatorAssessment,
  type IndicatorFacts,
  type IndicatorSeries,
  newestOf,
} from './indicator-data.ts';

type Projection = IndicatorAssessment['projection'];
export interface TextContext {
  t: TFunction;
  format: Format;
  indicator: IndicatorFacts;
  /** False for context, which has no status: its figures are described, not assessed. */
  scored: boolean;
}

/** A change per year: "+3.9 points" for shares, "+0.4" otherwise. */
function perYear({ t, format, indicator }: TextContext, change: string): string {
  const text = format.signed(change, Math.max(1, indicator.decimals));
  return indicator.unit === 'PT' ? t('indicator.points', { change: text }) : text;
}

/** When the target is reached at the recent pace: a year with its range, or "not within 50 years". */
function whenReached(
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

/** A target, with no more digits than were set for it: 50%, yes. */
export function targetText({ t, format, indicator }: TextContext, value: string): string {
  return chartText(t, format, indicator).planned(value);
}

/** The target alone, if no value was reported that could be compared with it. */
function targetClause(context: TextContext, { target }: IndicatorSeries): string | null {
  if (!context.scored) return null;
  const goal = targetOf(target);
  if (goal === null) return null;
  return context.t('indicator.say.targetOnly', {
    target: targetText(context, goal.value),
    year: goal.year,
  });
}

/** Is the baseline the only value? Nothing has moved yet, and the status "no data" beside a value has to be explained. */
const onlyBaseline = ({ assessment, values }: IndicatorSeries): boolean =>
  assessment?.status === 'NO_DATA' && values.some(({ value }) => value !== null);

/**
 * What the target requires of one area, and where the recent pace leads, as a sentence for a place that shows country
 * and value already. If there is no pace, the reason is given in words.
 */
export function targetSentence(context: TextContext, series: IndicatorSeries): string | null {
  const latest = newestOf(series);
  const rest =
    latest?.obsStatus === 'Q'
      ? null
      : latest
        ? clause(context, series)
        : targetClause(context, series);
  return rest === null ? null : `${upperFirst(rest)}.`;
}

function clause(context: TextContext, series: IndicatorSeries): string | null {
  const rest = furtherClause(context, series);
  if (!onlyBaseline(series)) return rest;
  const since = context.t('indicator.say.sinceBaseline');
  return rest === null ? since : `${since}; ${rest}`;
}

function furtherClause(context: TextContext, series: IndicatorSeries): string | null {
  const { t, indicator } = context;
  const goal = targetOf(series.target);
  const projection = series.assessment?.projection;
  // a law or a yes/no question has no pace, and what is never scored is not compared with a target
  if (!context.scored || indicator.kind !== 'NUMERIC') return null;
  if (!projection || projection.reason === 'NO_DIRECTION') return null;
  if (projection.reason === 'NO_TARGET' || goal === null) return t('indicator.say.noTarget');
  const words = { target: targetText(context, goal.value), year: goal.year };
  switch (projection.reason) {
    case 'TARGET_MET':
      return t('indicator.say.met', words);
    case 'AFTER_DEADLINE':
      return t('indicator.say.afterDeadline', words);
    case 'INVALID_CONFIG':
      return t('indicator.say.check');
  }
  const { requiredPerYear, fromYear: from, latestYear: to } = projection;
  if (requiredPerYear === null)
    return projection.reason === 'BREAK'
      ? t('indicator.say.rebase')
      : targetClause(context, series);
  const needs = t('indicator.say.needs', { ...words, required: perYear(context, requiredPerYear) });
  if (projection.reason === 'BREAK') return t('indicator.say.tooFewAfterBreak', { needs });
  if (projection.reason === 'FEWER_THAN_3_POINTS') return t('indicator.say.tooFew', { needs });
  const when = whenReached(t, projection);
  const actual = projection.actualPerYear;
  if (when === null || actual === null) return needs;
  return t('indicator.say.had', { needs, actual: perYear(context, actual), from, to, when });
}

type FactKey = 'pace' | 'required' | 'actual' | 'reached' | 'pathGap';
export interface Fact {
  key: FactKey;
  value: string;
}

/** Required and actual pace side by side: what the status judges (the pace since the baseline) and what the recent years show. */
export function paceFacts(context: TextContext, series: IndicatorSeries): Fact[] {
  const { assessment } = series;
  if (assessment === null || context.indicator.kind !== 'NUMERIC') return [];
  const { t, scored } = context;
  const { projection, pace } = assessment;
  const facts: Fact[] = [];
  if (pace !== null && scored) facts.push({ key: 'pace', value: paceWords(context, pace) });
  if (scored && projection.requiredPerYear !== null && projection.reason !== 'TARGET_MET')
    facts.push({ key: 'required', value: perYear(context, projection.requiredPerYear) });
  if (projection.actualPerYear !== null) {
    const change = perYear(context, projection.actualPerYear);
    const count = projection.points;
    facts.push({
      key: 'actual',
      value: t('indicator.actual', {
        change,
        from: projection.fromYear,
        to: projection.latestYear,
        count,
      }),
    });
  }
  // context is described, but not compared with a target
  if (!scored) return facts;
  const when = whenReached(t, projection);
  if (when !== null) facts.push({ key: 'reached', value: when });
  // with the baseline as the only value, it is on the path by definition
  if (projection.pathGap !== null && !onlyBaseline(series))
    facts.push({ key: 'pathGap', value: gapWords(context, projection.pathGap) });
  return facts;
}

/** The pace in words. Where the status has thresholds the words use the same ones, so that word and status never contradict each other. */
function paceWords({ t, format }: TextContext, pace: string): string {
  const ratio = Number(pace); // chooses a word, is never printed
  const word =
    ratio < 0
      ? 'away'
      : ratio === 0
        ? 'none'
        : ratio < 0.3
          ? 'far'
          : ratio < 0.6
            ? 'half'
            : ratio < 0.95
              ? 'slower'
              : ratio < 1.1
                ? 'enough'
                : ratio < 1.9
                  ? 'faster'
                  : 'twice';
  return t(`indicator.pace.${word}`, { times: format.number(pace, 2) });
}

function gapWords({ t, format, indicator }: TextContext, gap: string): string {
  const size = gap.replace('-', '');
  if (!/[1-9]/.test(size)) return t('indicator.gap.none');
  const shown = format.number(size, Math.max(1, indicator.decimals));
  const amount = indicator.unit === 'PT' ? t('indicator.points', { change: shown }) : shown;
  return t(gap.startsWith('-') ? 'indicator.gap.behind' : 'indicator.gap.ahead', { amount });
}

const flags = [
  'STALE',
  'PROVISIONAL',
  'ESTIMATED',
  'LOW_RELIABILITY',
  'BREAK_IN_SERIES',
  'CLAMPED',
  'OVERSHOOT',
  'AWAITING_FINAL_DATA',
  'TARGET_ALREADY_MET_AT_BASELINE',
] as const;

/** The flags that change how a figure has to be read, each once. */
export function flagWords(raised: readonly string[]): (typeof flags)[number][] {
  return flags.filter((flag) => raised.includes(flag));
}
