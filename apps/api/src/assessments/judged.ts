import { assessIndicator, withoutPlan } from '@qadam/domain';
import { exact, type AssessmentRow } from './assessment-row.ts';
import type { JudgedFacts } from './facts.ts';

const NOT_JUDGED = {
  progress: null,
  pace: null,
  expectedShare: null,
  expectedValue: null,
  latestYear: null,
  flags: [],
};

/** The status of one indicator in one area as of a year, from public figures only. Source: methods.md 1.2. */
export function judgedRow(facts: JudgedFacts, asOfYear: number): AssessmentRow {
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
    },
  };
}

function judged(facts: JudgedFacts, asOfYear: number) {
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

function unjudged({ observations }: JudgedFacts, word: 'NO_TARGET' | 'NOT_APPLICABLE') {
  const { status, latest } = withoutPlan(observations, word);
  return { ...NOT_JUDGED, status, latestYear: latest?.year ?? null };
}
