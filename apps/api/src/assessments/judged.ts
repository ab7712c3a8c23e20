import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  assessIndicator,
  assessLevel,
  lawFacts,
  type LevelAssessment,
  type LevelReason,
  levelWord,
  markFlags,
  SINCE_YEAR,
  type Status,
  withoutPlan,
} from '@qadam/domain';
import { exactText, type AssessmentRow } from './assessment-row.ts';
import type { JudgedFacts } from './facts.ts';

/** Why there is no level: a reason given by the rule, or one that is found before the rule runs. */
export type NoLevelReason = LevelReason | 'CONTEXT' | 'NOT_APPLICABLE';

type Level = Omit<LevelAssessment, 'reason'> & { reason: NoLevelReason | null };

/** How many are judged at once: that takes some 25 ms. */
const SLICE = 250;

/** Judges any number of indicators, one after another, so that other requests have their turn in between. */
export async function inTurns<Facts>(
  all: readonly Facts[],
  judge: (facts: Facts) => AssessmentRow,
): Promise<AssessmentRow[]> {
  const rows: AssessmentRow[] = [];
  for (const [at, facts] of all.entries()) {
    if (at > 0 && at % SLICE === 0) await nextTurn();
    rows.push(judge(facts));
  }
  return rows;
}

/** How far one indicator is in one area as of a year, and at what pace, from public figures only. Source: methods.md 1.2, 1.4. */
export function judgedRow(facts: JudgedFacts, asOfYear: number): AssessmentRow {
  const level = levelOf(facts, asOfYear);
  const pace = paceOf(facts, asOfYear);
  const { known, total, movement } = level;
  const { status, latestYear } = pace;
  const latest = facts.observations.find(({ year }) => year === latestYear);
  return {
    kind: 'INDICATOR',
    subject: facts.indicator,
    area: facts.area,
    word: levelWord(level.level, total === 0 ? 0 : known / total),
    level: exactText(level.level),
    low: String(level.low),
    high: String(level.high),
    ...{ known, total, movement, status, latestYear },
    points: exactText(level.points),
    progress: exactText(pace.progress),
    pace: exactText(pace.pace),
    // the text of the published value, not a number that went through a computation
    latestValue: latest?.value ?? null,
    detail: {
      reason: level.reason,
      flags: level.flags,
      expectedShare: exactText(pace.expectedShare),
      expectedValue: exactText(pace.expectedValue),
      paceFlags: pace.flags,
      elements: level.elements ?? [],
    },
  };
}

/** Decided by the last observation. */
const isNotApplicable = ({ observations }: JudgedFacts): boolean =>
  observations.at(-1)?.missingReason === 'NOT_APPLICABLE';

function levelOf(facts: JudgedFacts, asOfYear: number): Level {
  const { plan } = facts;
  const elements = facts.elements.filter(({ counts }) => counts);
  const total = facts.kind === 'MILESTONE' ? elements.length : 1;
  if (isNotApplicable(facts)) return noLevel('NOT_APPLICABLE', total);
  if (facts.contextOnly) return noLevel('CONTEXT', total);
  if (plan?.baselineHidden) return noLevel('SUPPRESSED', total);
  const target = plan?.points.at(-1);
  return assessLevel({
    ...facts,
    ...plan,
    asOf: asOfYear,
    since: SINCE_YEAR,
    elements: elements.map(({ code, observations }) => ({ code, facts: lawFacts(observations) })),
    targetValue: target?.value ?? null,
  });
}

function noLevel(reason: NoLevelReason, total: number): Level {
  return {
    level: null,
    low: 0,
    high: 1,
    known: 0,
    total,
    movement: 'UNKNOWN',
    points: null,
    reason,
    flags: [],
  };
}

type Pace = Omit<ReturnType<typeof assessIndicator>, 'status' | 'latestValue' | 'flags'> & {
  status: Status | null;
  flags: string[];
};

const NO_PACE: Pace = {
  status: null,
  progress: null,
  pace: null,
  expectedShare: null,
  expectedValue: null,
  latestYear: null,
  flags: [],
};

function paceOf(facts: JudgedFacts, asOfYear: number): Pace {
  const { plan, kind } = facts;
  if (kind !== 'NUMERIC') return { ...shown(facts, 'NO_TARGET'), status: null };
  if (isNotApplicable(facts)) return { ...NO_PACE, status: 'NOT_APPLICABLE' };
  if (facts.contextOnly) return shown(facts, 'NOT_APPLICABLE');
  if (plan?.baselineHidden) return { ...NO_PACE, status: 'SUPPRESSED' };
  const target = plan?.points.at(-1);
  // a number without a plan has no target
  if (plan === null || target === undefined) return shown(facts, 'NO_TARGET');
  const { status, ...rest } = assessIndicator({
    ...facts,
    ...plan,
    targetYear: target.year,
    targetValue: target.value,
    milestones: plan.points.slice(0, -1),
    asOf: asOfYear,
  });
  return { ...rest, status: status === 'BY_LEVEL' ? null : status };
}

/** The pace if there is none to compute: its status word, with the latest known value. */
function shown({ observations }: JudgedFacts, word: 'NO_TARGET' | 'NOT_APPLICABLE'): Pace {
  const { status, latest } = withoutPlan(observations, word);
  return {
    ...NO_PACE,
    status,
    latestYear: latest?.year ?? null,
    flags: latest === null ? [] : markFlags(latest),
  };
}
