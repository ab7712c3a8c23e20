import { Decimal, dec } from '../values/decimal.ts';
import { decimalOrNull, figure } from '../values/figure.ts';
import type {
  AssessLevelInput,
  ElementStage,
  LevelAssessment,
  StageFact,
} from './assess-level.types.ts';
import { type Step, asPoints, movementOf, stepOf } from './movement.ts';

/** The last step of the ladder of a law. */
export const STAGES = 5;

/** The level of a law: a matrix of elements, each with its stage on the ladder. Source: methods.md 1.4, MILESTONE. */
export function assessLaw(input: AssessLevelInput): LevelAssessment {
  const stages = input.stages ?? STAGES;
  const elements = input.elements ?? [];
  const nothing = { ...NOTHING_KNOWN, total: elements.length };
  if (elements.length === 0) return { ...nothing, reason: 'NO_ELEMENTS' };
  if (elements.some(({ facts }) => facts.some((fact) => !isOnLadder(fact, stages)))) {
    return { ...nothing, reason: 'INVALID_STAGE' };
  }
  const states = elements.map(({ code, facts }) => ({
    code,
    now: newestFact(facts, input.asOf),
    then: newestFact(facts, Math.min(input.since, input.asOf)),
  }));
  const known = states.flatMap(({ now, then }) => (now === null ? [] : [{ now, then }]));
  const listed = states.map(({ code, now }): ElementStage => ({
    code,
    stage: now?.stage.toNumber() ?? null,
    date: now?.date ?? null,
    basis: now?.basis ?? null,
  }));
  if (known.length === 0) return { ...nothing, reason: 'NO_DATA', elements: listed };

  const reached = Decimal.sum(...known.map(({ now }) => now.stage));
  const unknown = dec(elements.length - known.length).div(elements.length);
  const low = reached.div(stages * elements.length);
  const differences = known.flatMap(({ now, then }) =>
    then === null ? [] : [now.stage.minus(then.stage)],
  );
  const steps = known.map(({ now, then }): Step => {
    if (then !== null) return stepOf(now.stage.minus(then.stage));
    return now.stage.isZero() ? null : 'FORWARD';
  });
  const mean =
    differences.length === 0 ? null : Decimal.sum(...differences).div(differences.length);
  return {
    level: figure(reached.div(stages * known.length)),
    low: figure(low),
    high: figure(low.plus(unknown)),
    known: known.length,
    total: elements.length,
    movement: movementOf({
      forward: steps.includes('FORWARD'),
      none: steps.includes('NONE'),
      back: steps.includes('BACK'),
    }),
    points: figure(mean === null ? null : asPoints(mean.div(stages)), 1),
    reason: null,
    flags: known.some(({ now }) => now.basis === 'MEDIA') ? ['MEDIA'] : [],
    elements: listed,
  };
}

const NOTHING_KNOWN = {
  level: null,
  low: 0,
  high: 1,
  known: 0,
  movement: 'UNKNOWN',
  points: null,
  flags: [],
  elements: [],
} satisfies Partial<LevelAssessment>;

function isOnLadder({ stage }: StageFact, stages: number): boolean {
  const step = decimalOrNull(stage);
  return (
    step === null || (step.isInteger() && !step.isNegative() && step.lessThanOrEqualTo(stages))
  );
}

/**
 * The newest fact dated up to a year, or null if there is none or if it says that nothing is proven any more.
 * Dates compare as text; of equal dates the later in the list counts.
 */
function newestFact(facts: readonly StageFact[], year: number) {
  let newest: StageFact | null = null;
  for (const fact of facts) {
    if (Number(fact.date.slice(0, 4)) > year) continue;
    if (newest === null || fact.date >= newest.date) newest = fact;
  }
  const stage = decimalOrNull(newest?.stage);
  return newest === null || stage === null
    ? null
    : { stage, date: newest.date, basis: newest.basis };
}
