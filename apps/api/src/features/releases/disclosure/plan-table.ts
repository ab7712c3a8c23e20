import {
  auditReleases,
  mayPublishPercentage,
  planRelease,
  rateDisclosure,
  thresholdOf,
  type PlanReleaseInput,
  type ReleaseFrame,
  type ReleasePlan,
} from '@qadam/domain';
import type { FrameArea } from './areas.ts';
import { areaFaceOf } from './cell-key.ts';
import { frameOf } from './frame.ts';
import type { StoredTable } from './released-counts.ts';
import type { SensitiveCell, SensitiveIndicator } from './sensitive-table.ts';

export interface PlanTableInput {
  indicator: SensitiveIndicator;
  areas: FrameArea[];
  cells: readonly SensitiveCell[];
  previous: readonly StoredTable[];
  annual: boolean;
  /** Keys withdrawn for somebody's safety: guarded like small counts. */
  withdrawn: readonly string[];
  /** Steps of a cumulative series that would tell: guarded like small counts too. */
  steps: readonly string[];
  /** Published population of the cells' people in this year, for rates without their parts. */
  population: Readonly<Record<string, string>>;
}

export interface TablePlan {
  plan: ReleasePlan;
  /** Hidden because a share, a rate or a step gives a count away, or gave it away before. */
  ratioHidden: string[];
  /** Hidden beside rates whose counts nobody says, so that no plan can weigh their cover. */
  besideRates: string[];
  /** The same counts and thresholds as in the release before: decided as then. */
  unchanged: boolean;
  /** Small counts that the releases together, but not the earlier ones alone, would give away. */
  unsafe: string[];
}

/** Disclosure control of one sensitive indicator and year. Source: methods.md 2.5, 2.6. */
export function planTable(input: PlanTableInput): TablePlan {
  const { indicator, cells, previous } = input;
  const counts = Object.fromEntries(
    cells.flatMap(({ key, count }) => (count === null ? [] : [[key, count]])),
  );
  const keys = [...Object.keys(counts), ...previous.flatMap(({ cells }) => Object.keys(cells))];
  const sticky = new Set(previous.flatMap(({ ratioHidden }) => ratioHidden));
  const telling = new Set([
    ...input.steps,
    ...cells
      .filter((cell) => sticky.has(cell.key) || ratioTells(input, cell))
      .map(({ key }) => key),
  ]);
  // what a share or rate would tell needs a cover of its own: 40 of 42 is all of 90 of 102 but 50 of 60
  const frame = {
    ...frameOf(input.areas, indicator.threshold, keys),
    withdrawn: [...input.withdrawn, ...[...telling].filter((key) => key in counts)],
  };
  const last = previous.at(-1);
  const unchanged =
    last !== undefined &&
    same(last.cells, counts) &&
    same(last.threshold, indicator.threshold) &&
    frame.withdrawn.every((key) => last.hidden.includes(key) || !(key in counts));
  const plan = unchanged
    ? keptPlan(last, counts)
    : planWithComplements(
        { ...frame, cells: counts, previous, annual: input.annual },
        cells,
        indicator,
      );
  const ratioHidden = [...telling];
  const besideRates = besideUncounted(input.areas, cells, telling);
  if (plan.outcome !== 'PLANNED')
    return { plan, ratioHidden: [], besideRates: [], unchanged, unsafe: [] };
  const candidate = {
    release: 'candidate',
    cells: counts,
    hidden: plan.hidden,
    withheld: plan.withheld,
  };
  const gone = new Set(plan.alreadyPublic);
  const unsafe = unchanged
    ? []
    : newlyUnsafe(frame, previous, candidate).filter((cell) => !gone.has(cell));
  return { plan, ratioHidden, besideRates, unchanged, unsafe };
}

/**
 * Beside a share stands its denominator, so the others (denominator − numerator) add up like a table of their own. Both are
 * planned, each with what the other hides, until neither hides more.
 */
function planWithComplements(
  input: PlanReleaseInput,
  cells: readonly SensitiveCell[],
  { unit }: SensitiveIndicator,
): ReleasePlan {
  const others = unit === 'PT' ? complementsOf(cells) : [];
  let guarded = input.withdrawn ?? [];
  for (;;) {
    const plan = planRelease({ ...input, withdrawn: guarded });
    if (plan.outcome !== 'PLANNED' || others.length === 0) return plan;
    const withheld = new Set(plan.withheld.map(({ area, face }) => `${area} ${face}`));
    const standing = Object.fromEntries(others.filter(([key]) => !withheld.has(areaFaceOf(key))));
    const hidden = plan.hidden.filter((key) => key in standing);
    const beside = planRelease({ ...input, cells: standing, previous: [], withdrawn: hidden });
    const known = new Set([...plan.hidden, ...guarded]);
    const more = beside.hidden.filter((key) => !known.has(key));
    if (more.length === 0) return plan;
    guarded = [...guarded, ...more];
  }
}

function complementsOf(cells: readonly SensitiveCell[]): [key: string, others: string][] {
  return cells.flatMap(({ key, count, denominator }) =>
    count === null || denominator === null
      ? []
      : [[key, String(Number(denominator) - Number(count))]],
  );
}

/** No parts of that area nor of the group: a rate of a part is the whole's, less the others' by their population. */
function besideUncounted(
  areas: readonly FrameArea[],
  cells: readonly SensitiveCell[],
  telling: ReadonlySet<string>,
): string[] {
  const uncounted = cells.filter(({ count }) => count === null);
  const told = new Set(
    uncounted.filter(({ key }) => telling.has(key)).map(({ key }) => areaOf(key)),
  );
  if (told.size > 0) for (const { code, kind } of areas) if (kind === 'GROUP') told.add(code);
  return uncounted
    .map(({ key }) => key)
    .filter((key) => told.has(areaOf(key)) && !telling.has(key) && isPart(key));
}

const areaOf = (key: string): string => key.split('|')[0] ?? '';
const isPart = (key: string): boolean =>
  key
    .split('|')
    .slice(1)
    .some((code) => code !== '_T');

function newlyUnsafe(
  frame: ReleaseFrame,
  previous: readonly StoredTable[],
  candidate: StoredCandidate,
): string[] {
  const line = ({ release, cell, why }: { release: string; cell: string; why: string }) =>
    `${release} ${cell} ${why}`;
  const before = new Set(auditReleases({ ...frame, releases: previous }).unsafe.map(line));
  const after = auditReleases({ ...frame, releases: [...previous, candidate] }).unsafe;
  return after.filter((unsafe) => !before.has(line(unsafe))).map(({ cell }) => cell);
}

type StoredCandidate = Pick<StoredTable, 'release' | 'cells' | 'hidden' | 'withheld'>;

function keptPlan(last: StoredTable, counts: Record<string, string>): ReleasePlan {
  const withheld = (last.withheld ?? []).map((face) => ({
    ...face,
    reason: 'INCOMPLETE' as const,
  }));
  const hidden = last.hidden.filter((key) => key in counts);
  return {
    outcome: 'PLANNED',
    hidden,
    withheld,
    primary: [],
    alreadyPublic: [],
    problems: [],
    reasons: [],
  };
}

/** Does the printed share or rate itself give a small count away? Unknown counts are not risked. */
function ratioTells({ indicator, population }: PlanTableInput, cell: SensitiveCell): boolean {
  const { value, count, denominator, key } = cell;
  if (indicator.unit === 'NUMBER' || value === null) return false;
  const threshold = thresholdOf(key, indicator.threshold);
  if (indicator.unit === 'PT') {
    if (count === null || denominator === null) return true;
    return !mayPublishPercentage({
      numerator: count,
      denominator,
      numeratorHidden: false,
      threshold,
    }).publish;
  }
  const people = denominator ?? population[key];
  if (people === undefined) return count === null;
  const { multiplier, decimals } = indicator;
  return (
    count === null &&
    rateDisclosure({ rate: value, decimals, denominator: people, multiplier, threshold }).disclosive
  );
}

function same(a: object, b: object): boolean {
  const text = (value: object) =>
    JSON.stringify(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1)));
  return text(a) === text(b);
}
