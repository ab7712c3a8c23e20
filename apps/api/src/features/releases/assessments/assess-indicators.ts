import type { EntityManager } from '@mikro-orm/postgresql';
import { benchmarkGap, project } from '@qadam/domain';
import { sql } from 'kysely';
import { actionRows } from '../../../assessments/action-rows.ts';
import { json } from '../../../database/db.ts';
import { type AssessmentRow, exactText } from '../../../assessments/assessment-row.ts';
import { inTurns, judgedRow } from '../../../assessments/judged.ts';
import type { BenchmarkKind } from '../../../graphql/enums.ts';
import { fill } from '../stage.ts';
import {
  type IndicatorFacts,
  type Population,
  readActionFacts,
  readAreas,
  readIndicatorFacts,
} from './assessment-facts.ts';

/** How many rows are written at once: making their text keeps other requests waiting. */
const PIECE = 2000;

/** Levels and paces are computed from the candidate after disclosure control, so that no hidden figure can be inferred from them. */
export async function stageAssessments(em: EntityManager, asOfYear: number): Promise<void> {
  const facts = await readIndicatorFacts(em, asOfYear);
  const indicators = await inTurns(facts, (one) => assessIndicatorRow(one, asOfYear));
  const actions = actionRows(indicators, await readActionFacts(em), await readAreas(em));
  const rows = [...indicators, ...actions].map(({ latestYear, latestValue, ...row }) => ({
    ...row,
    latest_year: latestYear,
    latest_value: latestValue,
  }));
  for (let from = 0; from < rows.length; from += PIECE) {
    const piece = json(rows.slice(from, from + PIECE));
    await fill(
      em,
      'assessment',
      sql<(typeof rows)[number]>`jsonb_populate_recordset(null::publication.assessment, ${piece})`,
    );
  }
}

/** Level, pace, projection and benchmark gaps of one indicator in one area. Source: methods.md 1.2, 1.4, 1.6, 1.8. */
function assessIndicatorRow(facts: IndicatorFacts, asOfYear: number): AssessmentRow {
  const row = judgedRow(facts, asOfYear);
  return {
    ...row,
    detail: {
      ...row.detail,
      projection: projection(facts, asOfYear),
      benchmarkGaps: facts.benchmarks.map((benchmark) => gap(facts, benchmark)),
    },
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
    latestValue: exactText(p.latestValue),
    requiredPerYear: exactText(p.requiredPerYear),
    actualPerYear: exactText(p.actualPerYear),
    ratio: exactText(p.ratio),
    points: p.points,
    fromYear: p.fromYear,
    year: p.projection?.year ?? null,
    low: exactText(p.projection?.low),
    central: exactText(p.projection?.central),
    high: exactText(p.projection?.high),
    reachedLow: reached(p.yearReached?.low),
    reachedCentral: reached(p.yearReached?.central),
    reachedHigh: reached(p.yearReached?.high),
    pathGap: exactText(p.pathGap),
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
  const isShare = benchmark.kind === 'SHARE';
  const inPercent = isShare && latest?.units === null;
  const population = isShare ? wholeOf(latest) : nearest(benchmark.populations, latest?.year);
  const g = benchmarkGap({
    benchmark,
    population,
    reported: latest
      ? { ...reportedAs(facts, benchmark.kind, latest), year: latest.year, status: latest.status }
      : null,
  });
  return {
    benchmark: benchmark.id,
    needed: exactText(g.needed),
    reported: exactText(g.reported),
    shortBy: exactText(g.shortBy),
    share: exactText(g.share),
    met: g.met,
    approximate: g.approximate,
    reason: g.reason,
    inPercent,
    population: isShare ? null : (population?.value ?? null),
    populationYear: isShare ? null : (population?.year ?? null),
  };
}

type Observed = IndicatorFacts['observations'][number];

/** The units if the return gave them, otherwise the rate as published, with the number of people it counts per. */
function reportedAs(facts: IndicatorFacts, kind: BenchmarkKind, { value, units }: Observed) {
  if (units !== null) return { units };
  return kind === 'SHARE' ? { units: value } : { rate: value, per: facts.multiplier };
}

/** What a share is of: all districts, all centres; a hundred if only the percentage is known. */
function wholeOf(latest: Observed | undefined): Population | null {
  const whole = latest?.units == null ? '100' : latest.whole;
  return latest && whole !== null ? { year: latest.year, value: whole } : null;
}

/** The newest population that is not later than the figure, else the newest of all. */
function nearest(populations: readonly Population[], year: number | undefined): Population | null {
  const sorted = [...populations].sort((a, b) => a.year - b.year);
  return (
    sorted.findLast((population) => year === undefined || population.year <= year) ??
    sorted.at(-1) ??
    null
  );
}
