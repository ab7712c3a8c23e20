import { assessIndicator, benchmarkGap, project } from '@qadam/domain';
import type { IndicatorFacts, Population } from './assessment-facts.ts';
import { exact, type AssessmentRow } from './assessment-row.ts';

/** Status, projection and benchmark gaps of one indicator in one area. Source: methods.md 1.2, 1.6, 1.8. */
export function assessIndicatorRow(facts: IndicatorFacts, asOfYear: number): AssessmentRow {
  const result = judged(facts, asOfYear);
  const latest = facts.observations.find(({ year }) => year === result.latestYear);
  return {
    level: 'INDICATOR',
    subject: facts.indicator,
    area: facts.area,
    status: result.status,
    progress: exact(result.progress),
    pace: exact(result.pace),
    latest_year: result.latestYear,
    // The text of the published value itself, not a number that came back from a computation.
    latest_value: latest?.value ?? null,
    detail: {
      expectedShare: exact(result.expectedShare),
      expectedValue: exact(result.expectedValue),
      flags: result.flags,
      projection: projection(facts, asOfYear),
      benchmarkGaps: facts.benchmarks.map((benchmark) => gap(facts, benchmark)),
    },
  };
}

const NOT_JUDGED = {
  progress: null,
  pace: null,
  expectedShare: null,
  expectedValue: null,
  latestYear: null,
  flags: [],
};

function judged(facts: IndicatorFacts, asOfYear: number) {
  const { plan, kind, direction, observations, breaks } = facts;
  if (facts.notApplicable) return { ...NOT_JUDGED, status: 'NOT_APPLICABLE' as const };
  if (facts.contextOnly) return unjudged(facts, 'NOT_APPLICABLE');
  if (plan?.baselineHidden) return { ...NOT_JUDGED, status: 'SUPPRESSED' as const };
  const target = plan?.points.at(-1);
  // An indicator without a plan has no target, a yes/no question neither: nobody promised it.
  if (plan === null || target === undefined) return unjudged(facts, 'NO_TARGET');
  return assessIndicator({
    kind,
    direction,
    baselineYear: plan.baselineYear,
    baselineValue: plan.baselineValue,
    targetYear: target.year,
    targetValue: target.value,
    tolerance: plan.tolerance,
    milestones: plan.points.slice(0, -1),
    observations,
    breaks,
    asOf: asOfYear,
  });
}

function unjudged({ observations }: IndicatorFacts, status: 'NO_TARGET' | 'NOT_APPLICABLE') {
  const latest = observations.at(-1);
  if (latest?.status === 'Q') return { ...NOT_JUDGED, status: 'SUPPRESSED' as const };
  const known = observations.findLast(({ value }) => value !== null);
  return {
    ...NOT_JUDGED,
    status,
    latestYear: known?.year ?? null,
  };
}

function projection(facts: IndicatorFacts, asOfYear: number) {
  const { plan } = facts;
  const target = plan?.points.at(-1);
  const hidden = plan?.baselineHidden === true;
  const p = project({
    kind: facts.kind,
    direction: facts.direction,
    baseline: plan && !hidden ? { year: plan.baselineYear, value: plan.baselineValue } : null,
    target: plan && target && !hidden ? { ...target, tolerance: plan.tolerance } : null,
    path: plan && { kind: plan.path, points: plan.points.slice(0, -1) },
    observations: facts.observations,
    breaks: facts.breaks,
    asOf: asOfYear,
    decimals: facts.decimals,
    min: facts.min,
    max: facts.max,
  });
  return {
    reason: p.reason,
    latestYear: p.latestYear,
    latestValue: exact(p.latestValue),
    requiredPerYear: exact(p.requiredPerYear),
    actualPerYear: exact(p.actualPerYear),
    ratio: exact(p.ratio),
    points: p.points,
    fromYear: p.fromYear,
    year: p.projection?.year ?? null,
    low: exact(p.projection?.low),
    central: exact(p.projection?.central),
    high: exact(p.projection?.high),
    reachedLow: reached(p.yearReached?.low),
    reachedCentral: reached(p.yearReached?.central),
    reachedHigh: reached(p.yearReached?.high),
    pathGap: exact(p.pathGap),
    flags: p.flags,
  };
}

function reached(year: number | string | undefined): string | null {
  return year === undefined ? null : String(year);
}

function gap(facts: IndicatorFacts, benchmark: IndicatorFacts['benchmarks'][number]) {
  const latest = facts.observations.findLast(
    ({ value, status }) => value !== null || status === 'Q',
  );
  const population =
    benchmark.kind === 'SHARE'
      ? shareOfWhole(latest)
      : nearest(benchmark.populations, latest?.year);
  const g = benchmarkGap({
    benchmark,
    population,
    reported: latest
      ? { ...reportedAs(facts, benchmark.kind, latest), year: latest.year, status: latest.status }
      : null,
  });
  return {
    benchmark: benchmark.id,
    needed: exact(g.needed),
    reported: exact(g.reported),
    shortBy: exact(g.shortBy),
    share: exact(g.share),
    met: g.met,
    approximate: g.approximate,
    reason: g.reason,
    population: population?.value ?? null,
    populationYear: population?.year ?? null,
  };
}

type Observed = IndicatorFacts['observations'][number];

/** Units where the return gave them, else the rate as published, per what the indicator counts it. */
function reportedAs(facts: IndicatorFacts, kind: 'RATE' | 'SHARE', { value, units }: Observed) {
  if (units !== null) return { units };
  return kind === 'SHARE' ? { units: value } : { rate: value, per: facts.multiplier };
}

/** A share without its parts is a share of a hundred. */
function shareOfWhole(latest: Observed | undefined): Population | null {
  return latest ? { year: latest.year, value: '100' } : null;
}

/** The newest population not after the figure, else the newest there is. */
function nearest(populations: readonly Population[], year: number | undefined): Population | null {
  const sorted = [...populations].sort((a, b) => a.year - b.year);
  return (
    sorted.findLast((population) => year === undefined || population.year <= year) ??
    sorted.at(-1) ??
    null
  );
}
