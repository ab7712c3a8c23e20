import type { IndicatorSeries } from './indicator-data.ts';
import { onlyBaseline, perYear, whenReached, type TextContext } from './target-sentence.ts';

export type FactKey = 'pace' | 'required' | 'actual' | 'reached' | 'pathGap';
export interface Fact {
  key: FactKey;
  value: string;
}

/** Required against actual, side by side: what the status judges (pace since the baseline) and what the recent past shows. */
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
  // context is described and not compared with a target
  if (!scored) return facts;
  const when = whenReached(t, projection);
  if (when !== null) facts.push({ key: 'reached', value: when });
  // at the baseline every value is on the path
  if (projection.pathGap !== null && !onlyBaseline(series))
    facts.push({ key: 'pathGap', value: gapWords(context, projection.pathGap) });
  return facts;
}

/** The pace as words; thresholds of the status where they exist, so that word and status never contradict each other. */
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
