import {
  type ClusterCell,
  type ClusterMember,
  type ClusterPlan,
  cumulativeDisclosure,
  planCluster,
  strictestThreshold,
  thresholdOf,
} from '@qadam/domain';
import type { FrameArea } from './frame.ts';
import type { MeasuredIndicator } from '../../framework/shared-counts.ts';
import type { MemberFacts } from './cluster-facts.ts';

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

/** Plans every year. If steps of a cumulative series give a count away, they are hidden and their years are planned again, until no step does. */
export function planTables(cluster: ClusterFacts): PlannedYear[] {
  const steps = new Map<string, string[]>();
  const planned = new Map(cluster.years.map(({ year }) => [year, planYear(cluster, year, steps)]));
  for (;;) {
    const disclosive = disclosiveSteps(cluster, planned);
    if (disclosive.length === 0) break;
    for (const { year, code, keys } of disclosive) {
      const place = `${code} ${String(year)}`;
      steps.set(place, [...(steps.get(place) ?? []), ...keys]);
    }
    for (const year of new Set(disclosive.map((one) => one.year)))
      planned.set(year, planYear(cluster, year, steps));
  }
  return [...planned].map(([year, plan]) => ({ year, plan }));
}

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
      steps: steps.get(`${indicator.code} ${String(year)}`) ?? [],
    })),
  });
}

function disclosiveSteps(cluster: ClusterFacts, planned: ReadonlyMap<number, ClusterPlan>) {
  const cumulative = cluster.indicators.filter(({ valueType }) => valueType === 'CUMULATIVE');
  const threshold = strictestThreshold(cluster.indicators);
  return cumulative.flatMap(({ code }) => {
    const shown = new Map(
      [...planned].map(([year, { members }]) => {
        const plan = members.find((one) => one.code === code);
        const hidden = new Set([
          ...(plan?.hidden ?? []).map(({ key }) => key),
          ...(plan?.partless ?? []),
        ]);
        const { cells } = factsOf(cluster, year, code);
        return [year, plan ? cells.filter(({ key }) => !hidden.has(key)) : []] as const;
      }),
    );
    const disclosive = hideCumulativeSteps(shown, (key) => thresholdOf(key, threshold));
    return [...disclosive].map(([year, keys]) => ({ year, code, keys }));
  });
}

/**
 * Keys to hide by year, so that no step of a cumulative series between two shown years gives a small count away. The later year is hidden each time,
 * until no step does. `shown` holds the cells that the plans leave visible. Source: methods.md 2.5.
 */
function hideCumulativeSteps(
  shown: ReadonlyMap<number, readonly ClusterCell[]>,
  thresholdOf: (key: string) => number,
): Map<number, string[]> {
  const hidden = new Map<number, string[]>();
  const cells = [...shown].flatMap(([year, list]) =>
    list.map(({ key, count }) => ({ key, year, value: count })),
  );
  for (const [key, series] of Map.groupBy(cells, (cell) => cell.key)) {
    let rest = series;
    for (;;) {
      const [first] = cumulativeDisclosure({
        series: rest,
        threshold: thresholdOf(key),
      }).disclosive;
      if (first === undefined) break;
      rest = rest.filter(({ year }) => year !== first.year);
      hidden.set(first.year, [...(hidden.get(first.year) ?? []), key]);
    }
  }
  return hidden;
}
