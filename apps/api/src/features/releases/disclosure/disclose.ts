import type { EntityManager } from '@mikro-orm/postgresql';
import { readAreas } from './areas.ts';
import { besideSuppressed, spreadSuppressed } from './beside-suppressed.ts';
import {
  type MeasuredIndicator,
  memberFacts,
  type MemberFacts,
  readClusters,
} from './cluster-facts.ts';
import type { Disclosure } from './disclose.types.ts';
import { missingLinks } from './missing-links.ts';
import { type ClusterFacts, type PlannedYear, planTables } from './plan-tables.ts';
import { besideWithdrawn, withdrawnCells } from './withdrawn-cells.ts';

/** Decides for every cluster of indicators and year of the staged candidate. One cluster at a time: memory stays flat. */
export async function disclose(em: EntityManager, annual: boolean): Promise<Disclosure> {
  const clusters = await readClusters(em);
  await spreadSuppressed(em, clusters);
  const suppressed = await besideSuppressed(em);
  const result: Disclosure = {
    hidden: suppressed,
    partless: [],
    secret: [],
    held: [],
    withheld: [],
    problems: [],
    changed: [],
    missingLinks: [],
  };
  const areas = await readAreas(em);
  const beside = new Set(suppressed.map(cellId));
  for (const indicators of clusters) {
    const years = await readYears(em, indicators, beside);
    const facts: ClusterFacts = { indicators, areas, annual, years };
    for (const planned of planTables(facts)) collect(result, facts, planned);
  }
  const known = new Set(result.hidden.map(cellId));
  const withdrawn = await withdrawnCells(em);
  for (const cell of [...withdrawn, ...(await besideWithdrawn(em, areas))])
    if (!known.has(cellId(cell))) result.hidden.push(cell);
  result.missingLinks = await missingLinks(em, result);
  return result;
}

const cellId = ({ indicator, year, key }: { indicator: string; year: number; key: string }) =>
  `${indicator} ${String(year)} ${key}`;

/** Years of which the candidate holds figures of the cluster. */
async function readYears(
  em: EntityManager,
  indicators: readonly MeasuredIndicator[],
  beside: ReadonlySet<string>,
): Promise<ClusterFacts['years']> {
  const years = new Map<number, Record<string, MemberFacts>>();
  for (const indicator of indicators) {
    const { code } = indicator;
    for (const [year, facts] of await memberFacts(em, indicator)) {
      const cells = facts.cells.filter(
        ({ key }) => !beside.has(cellId({ indicator: code, year, key })),
      );
      years.set(year, { ...years.get(year), [code]: { ...facts, cells } });
    }
  }
  return [...years]
    .filter(([, facts]) => Object.values(facts).some(({ cells }) => cells.length > 0))
    .map(([year, facts]) => ({ year, facts }));
}

function collect(
  result: Disclosure,
  { indicators, years }: ClusterFacts,
  { year, plan }: PlannedYear,
) {
  for (const { code, indicator, cell } of plan.problems)
    result.problems.push({ code, indicator, year, cell });
  const facts = years.find((one) => one.year === year)?.facts ?? {};
  if (plan.outcome !== 'PLANNED') {
    const reported = indicators.filter(({ code }) => (facts[code]?.cells.length ?? 0) > 0);
    for (const { code } of reported)
      result.held.push({ indicator: code, year, reasons: [...plan.reasons] });
    return;
  }
  for (const member of plan.members) {
    const at = { indicator: member.code, year };
    for (const row of member.hidden) result.hidden.push({ ...at, ...row });
    for (const count of member.secret) result.secret.push({ ...at, ...count });
    for (const key of member.partless) result.partless.push({ ...at, key });
    const faces = new Map(member.withheld.map((one) => [`${one.area} ${one.face}`, one]));
    for (const { area, face, reason } of faces.values())
      result.withheld.push({ ...at, area, face, reason });
    if (member.held && (facts[member.code]?.cells.length ?? 0) > 0)
      result.changed.push({ ...at, ...member.held });
  }
}
