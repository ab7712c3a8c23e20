import { METHOD_VERSION } from '@qadam/domain';
import { type Curve, observed, targetOf } from '../../charts/curve.ts';
import type { Compared, ComparedSeries, CompareView } from './view.ts';
import { inShares } from '../../charts/share.ts';

/** A reason why drawings beside each other may not be comparable. */
export type Caution =
  | { kind: 'UNITS' }
  | { kind: 'METHOD'; version: string }
  | { kind: 'BREAK'; code: string; area: string; year: number };

/**
 * What a reader has to know before comparing: values in different units, a series with a break within the years drawn,
 * or, on the scale of progress, a release that was assessed by another version of the method.
 */
export function cautions(
  drawn: readonly { compared: Compared; curves: readonly Curve[] }[],
  view: Pick<CompareView, 'scale'>,
  methodVersion: string,
): Caution[] {
  const units = new Set(
    drawn.map(({ compared: { indicator } }) => `${indicator.kind} ${indicator.unit}`),
  );
  const broken = drawn.flatMap(({ compared, curves }) =>
    curves.flatMap((curve) =>
      breaksOf(curve).map((year): Caution => ({
        kind: 'BREAK',
        code: compared.indicator.code,
        area: curve.area,
        year: year + (curve.since ?? 0),
      })),
    ),
  );
  if (view.scale === 'value') return units.size > 1 ? [{ kind: 'UNITS' }, ...broken] : broken;
  return methodVersion === METHOD_VERSION
    ? broken
    : [{ kind: 'METHOD', version: methodVersion }, ...broken];
}

export const knownOf = ({ observed }: Curve) =>
  observed.filter(({ value, hidden }) => value !== null || hidden);

/** The years of breaks: recorded ones, and values marked as the first of a new series, unless there is nothing before them. */
function breaksOf(curve: Curve): number[] {
  const known = knownOf(curve);
  const first = known[0]?.year ?? Infinity;
  const marked = known.filter(({ status }) => status === 'B').map(({ year }) => year);
  return [...new Set([...curve.breaks, ...marked])]
    .filter((year) => year > first)
    .sort((a, b) => a - b);
}

type Seen = Pick<CompareView, 'align' | 'scale' | 'years'>;

/**
 * A series as it is drawn: its values or its progress, by calendar years or by years since its baseline. Null if that
 * cannot be drawn: without a baseline there is no year 0, without published shares no progress.
 */
export function comparedCurve(series: ComparedSeries, view: Seen): Curve | null {
  const { target, cell } = series;
  const zero = target?.baselineYear ?? null;
  const progress = view.scale === 'progress';
  if (view.align === 'baseline' && zero === null) return null;
  if (progress && series.points.every((point) => point.progress === null)) return null;
  const since = view.align === 'baseline' && zero !== null ? zero : 0;
  const first = (progress || since > 0) && zero !== null ? zero : -Infinity;
  const within = ({ year }: { year: number }) =>
    year >= Math.max(first, view.years?.from ?? -Infinity) && year <= (view.years?.to ?? Infinity);
  const goal = targetOf(target);
  const level =
    goal !== null && within(goal)
      ? { year: goal.year - since, value: progress ? '100' : goal.value }
      : null;
  const seen = series.points.filter(within).map(observed);
  const shares = new Map(series.points.map((point) => [point.year, point.progress]));
  return {
    area: cell.area,
    reference: target?.reference === true,
    ...(since > 0 ? { since } : {}),
    observed: (progress ? inShares(seen, (year) => shares.get(year) ?? null) : seen).map(
      (point) => ({ ...point, year: point.year - since }),
    ),
    path: level === null ? [] : [level],
    target: level,
    baseline: null,
    fan: null,
    breaks: series.breaks.filter(within).map(({ year }) => year - since),
  };
}

/** The first and the last year of the drawings: the same for all that are beside each other. */
export function spanOf(curves: readonly Curve[], view: Seen, asOf: number) {
  if (view.years !== null && view.align === 'calendar') return view.years;
  const years = curves.flatMap(({ observed, target }) => [
    ...observed.map(({ year }) => year),
    ...(target === null ? [] : [target.year]),
  ]);
  if (view.align === 'baseline') return { from: 0, to: Math.max(5, ...years) };
  return { from: Math.min(asOf - 5, ...years), to: Math.max(asOf, ...years) };
}
