import {
  type ClusterMember,
  type ClusterPlan,
  planCluster,
  strictestThreshold,
  thresholdOf,
} from '@qadam/domain';
import type { FrameArea } from './frame.ts';
import type { MeasuredIndicator } from '../../framework/shared-counts.ts';
import type { MemberFacts } from './cluster-facts.ts';
import { inFaces, type KnownYear, shownBefore, yearsToHide } from './cumulative-steps.ts';

/** All years of the indicators that share counts, as plain data. */
export interface ClusterFacts {
  indicators: MeasuredIndicator[];
  areas: FrameArea[];
  annual: boolean;
  years: { year: number; facts: Record<string, MemberFacts> }[];
}

export interface PlannedYear {
  year: number;
  plan: ClusterPlan;
}

/** Plans every year that is reported. If steps of a cumulative series give a count away, they are hidden and their years are planned again, until no step does. */
export function planTables(cluster: ClusterFacts): PlannedYear[] {
  const steps = new Map<string, string[]>();
  const reported = cluster.years.filter(({ facts }) =>
    Object.values(facts).some(({ cells }) => cells.length > 0),
  );
  const planned = new Map(reported.map(({ year }) => [year, planYear(cluster, year, steps)]));
  const cumulative = cumulativeSeries(cluster);
  for (;;) {
    const disclosive = disclosiveSteps(cluster, cumulative, planned);
    if (disclosive.length === 0) break;
    for (const { year, code, key } of disclosive) {
      const place = stepsAt(code, year);
      steps.set(place, [...(steps.get(place) ?? []), key]);
    }
    for (const year of new Set(disclosive.map((one) => one.year)))
      planned.set(year, planYear(cluster, year, steps));
  }
  return [...planned].map(([year, plan]) => ({ year, plan }));
}

const stepsAt = (code: string, year: number) => `${code} ${String(year)}`;

const NOTHING: MemberFacts = { cells: [], previous: [], withdrawn: [], hiddenBefore: [] };

const factsOf = ({ years }: ClusterFacts, year: number, code: string): MemberFacts =>
  years.find((one) => one.year === year)?.facts[code] ?? NOTHING;

function planYear(cluster: ClusterFacts, year: number, steps: ReadonlyMap<string, string[]>) {
  const countries = cluster.areas.filter(({ kind }) => kind === 'COUNTRY');
  return planCluster({
    areas: countries.map(({ code }) => code),
    group: cluster.areas.find(({ kind }) => kind === 'GROUP')?.code ?? null,
    regions: Object.fromEntries(countries.map(({ code, regions }) => [code, regions])),
    annual: cluster.annual,
    members: cluster.indicators.map((indicator): ClusterMember => ({
      ...indicator,
      ...factsOf(cluster, year, indicator.code),
      steps: steps.get(stepsAt(indicator.code, year)) ?? [],
    })),
  });
}

/** What releases have shown of each cumulative indicator: by year and key. */
const cumulativeSeries = ({ indicators, years }: ClusterFacts) =>
  indicators
    .filter(({ valueType }) => valueType === 'CUMULATIVE')
    .map(({ code }) => ({
      code,
      years: years.map(({ year, facts }) => ({
        year,
        before: shownBefore(facts[code]?.previous ?? []),
      })),
    }));

/** Figures to hide for the steps that lead to or from them. */
function disclosiveSteps(
  cluster: ClusterFacts,
  cumulative: ReturnType<typeof cumulativeSeries>,
  planned: ReadonlyMap<number, ClusterPlan>,
) {
  const threshold = strictestThreshold(cluster.indicators);
  return cumulative.flatMap(({ code, years }) => {
    const series = new Map<string, KnownYear[]>();
    for (const { year, before } of years) {
      const now = shownNow(cluster, code, year, planned.get(year));
      for (const key of new Set([...now.keys(), ...before.keys()])) {
        const known = { year, now: now.get(key) ?? null, was: before.get(key) ?? null };
        series.set(key, [...(series.get(key) ?? []), known]);
      }
    }
    return [...series].flatMap(([key, known]) =>
      yearsToHide(known, thresholdOf(key, threshold)).map((year) => ({ code, year, key })),
    );
  });
}

/** The counts of a year that the plan leaves visible, by key; none if the year is held or not reported. */
function shownNow(cluster: ClusterFacts, code: string, year: number, plan?: ClusterPlan) {
  const member = plan?.members.find((one) => one.code === code);
  if (member === undefined) return new Map<string, string>();
  const hidden = new Set([...member.hidden.map(({ key }) => key), ...member.partless]);
  const isLeftOut = inFaces(member.withheld);
  return new Map(
    factsOf(cluster, year, code).cells.flatMap(({ key, count }) =>
      count === null || hidden.has(key) || isLeftOut(key) ? [] : [[key, count]],
    ),
  );
}
