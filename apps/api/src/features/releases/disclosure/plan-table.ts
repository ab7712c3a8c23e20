import {
  auditReleases,
  mayPublishPercentage,
  planRelease,
  rateDisclosure,
  thresholdOf,
  type ReleaseFrame,
  type ReleasePlan,
} from '@qadam/domain';
import type { FrameArea } from './areas.ts';
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
  /** Published population of an area in this year, for rates without their parts. */
  population: (area: string) => string | undefined;
}

export interface TablePlan {
  plan: ReleasePlan;
  /** Hidden beside the plan: a share or rate that gives a count away, or gave it away before. */
  ratioHidden: string[];
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
  const frame = {
    ...frameOf(input.areas, indicator.threshold, keys),
    withdrawn: input.withdrawn,
  };
  const last = previous.at(-1);
  const unchanged =
    last !== undefined && same(last.cells, counts) && same(last.threshold, indicator.threshold);
  const plan = unchanged
    ? keptPlan(last, counts)
    : planRelease({ ...frame, cells: counts, previous, annual: input.annual });
  if (plan.outcome !== 'PLANNED') return { plan, ratioHidden: [], unchanged, unsafe: [] };
  const hidden = new Set(plan.hidden);
  const sticky = new Set(previous.flatMap(({ ratioHidden }) => ratioHidden));
  const ratioHidden = cells
    .filter((cell) => !hidden.has(cell.key) && (sticky.has(cell.key) || ratioTells(input, cell)))
    .map(({ key }) => key);
  const candidate = {
    release: 'candidate',
    cells: counts,
    hidden: plan.hidden,
    withheld: plan.withheld,
  };
  const unsafe = unchanged ? [] : newlyUnsafe(frame, previous, candidate);
  return { plan, ratioHidden, unchanged, unsafe };
}

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
  const people = denominator ?? population(key.split('|')[0] ?? '');
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
