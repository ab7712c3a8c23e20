import { auditReleases, unsafeSince } from './audit-releases.ts';
import type { ClusterDraft } from './cluster-draft.ts';
import { clusterTables, faceOfKey, joined, type ClusterTables } from './cluster-tables.ts';
import { clusterRows } from './cluster-rows.ts';
import type { ClusterInput, ClusterMember, ClusterPlan, ClusterRelease } from './cluster.types.ts';
import { parseCount } from './count.ts';
import { planRelease, type HeldReason, type ReleasePlan } from './plan-release.ts';
import { isDisclosiveRate } from './printed-rate.ts';
import type { ReleaseFrame } from './release-frame.ts';
import type { StoredRelease } from './release-table.ts';
import { strictestThreshold, thresholdOf } from './threshold.ts';
import { unplannedRates, type UnplannedRate } from './unplanned-rates.ts';

/**
 * Decides what is published of one year of all indicators that share counts. A count that several of them carry is one cell of
 * one table, which `planRelease` plans over all earlier releases, by the strictest threshold among them. Where a count is
 * hidden, no indicator shows it, and its rate is shown only where that leaves k candidates.
 *
 * Throws RangeError if an earlier release holds a value that is not a count, or contradicts itself.
 * Source: methods.md 2.7.
 */
export function planCluster(input: ClusterInput): ClusterPlan {
  const tables = clusterTables(input);
  const threshold = strictestThreshold(input.members);
  const disclosive = new Map(
    input.members.map((member) => [member.code, disclosiveKeys(member, tables, threshold)]),
  );
  const keys = input.members.flatMap(({ cells, previous }) => [
    ...cells.map(({ key }) => key),
    ...previous.flatMap(({ counts }) => counts.map(({ key }) => key)),
  ]);
  const { areas, group } = input;
  const frame: ReleaseFrame = {
    areas,
    regionalTotal: group !== null && keys.some((key) => key.startsWith(`${group}|`)) ? group : null,
    codes: {},
    counts: tables.counts,
    shares: tables.shares,
    threshold,
    withdrawn: guardedKeys(tables, disclosive),
  };
  const kept = keptPlan(tables, frame);
  const plan = kept ?? planDisputed(tables, frame, input.annual);
  return settled({ input, frame, tables, disclosive, plan, unchanged: kept !== null });
}

/**
 * Keys of steps, shares and rates that give a count away, now or in an earlier release: what was hidden for this stays hidden.
 * So does a rate whose count nobody reports, whatever it was hidden for.
 */
function disclosiveKeys(
  member: ClusterMember,
  tables: ClusterTables,
  threshold: ReleaseFrame['threshold'],
): ReadonlySet<string> {
  const { parts, cells } = tables;
  const sticky = member.previous.flatMap(({ counts }) =>
    counts.flatMap(({ key, part, hiding }) =>
      part === 'COUNT' && hiding === 'RATIO' ? [key] : [],
    ),
  );
  const unplanned = unplannedRates(tables, member);
  const guarded = new Set(unplanned.map(({ key }) => key));
  const of = parts.find((one) => one.member === member && one.part === 'DENOMINATOR');
  const rates = member.cells.filter((cell) => {
    const denominator = cell.denominator ?? (of && cells[joined(of.name, cell.key)]) ?? null;
    const sensitive = member.sensitive || guarded.has(cell.key);
    const weighed = { ...cell, denominator };
    return isDisclosiveRate({ ...member, sensitive }, weighed, thresholdOf(cell.key, threshold));
  });
  const again = unplanned.length === 0 ? [] : hiddenAgain(member, tables, unplanned);
  return new Set([...member.steps, ...sticky, ...again, ...rates.map(({ key }) => key)]);
}

/** Those of the rates that an earlier release hid, or whose count it hid. */
function hiddenAgain(
  { hiddenBefore }: ClusterMember,
  { previous }: ClusterTables,
  rates: readonly UnplannedRate[],
): string[] {
  const figures = new Set(hiddenBefore);
  const counts = new Set(previous.flatMap(({ hidden }) => hidden));
  return rates
    .filter(({ key, counted }) => figures.has(key) || counts.has(counted))
    .map(({ key }) => key);
}

/** Cells guarded whatever their value: withdrawn ones, and counts given away by a share, rate or step, which need cover too. */
function guardedKeys(
  { parts, cells }: ClusterTables,
  disclosive: ReadonlyMap<string, ReadonlySet<string>>,
): string[] {
  const keys = parts
    .filter(({ part }) => part === 'COUNT')
    .flatMap(({ member, name }) =>
      [...member.withdrawn, ...(disclosive.get(member.code) ?? [])].map((key) => joined(name, key)),
    );
  return [...new Set(keys)].filter((key) => key in cells);
}

/** Where two indicators report one count with different values, plans again until both or neither are hidden. */
function planDisputed(tables: ClusterTables, frame: ReleaseFrame, annual: boolean): ReleasePlan {
  const { cells, previous, disputed } = tables;
  const guarded = new Set(frame.withdrawn);
  for (;;) {
    const plan = planRelease({ ...frame, withdrawn: [...guarded], cells, previous, annual });
    const hidden = new Set(plan.hidden);
    const more = disputed.flatMap(([one, other]) =>
      plan.hidden.flatMap((key) => [moved(key, one, other), moved(key, other, one)]),
    );
    const open = more.filter((key) => key in cells && !hidden.has(key) && !guarded.has(key));
    if (plan.outcome !== 'PLANNED' || open.length === 0) return plan;
    for (const key of open) guarded.add(key);
  }
}

function moved(key: string, from: string, to: string): string {
  return key.startsWith(`${from}|`) ? `${to}${key.slice(from.length)}` : '';
}

/** The plan of the release before, if every count and threshold is as it was then; null if anything differs. */
function keptPlan(
  { parts, cells }: ClusterTables,
  { threshold, withdrawn }: ReleaseFrame,
): ReleasePlan | null {
  const hidden = new Map<string, boolean>();
  for (const { member, part, name, cells: counts } of parts) {
    const last = member.previous.at(-1);
    if (last === undefined && counts.size === 0) continue;
    if (last === undefined || !isSame(last.threshold, threshold)) return null;
    const held = last.counts.filter((count) => count.part === part);
    if (held.length !== counts.size) return null;
    for (const { key, value, hiding } of held) {
      const now = counts.get(key);
      if (now === undefined || parseCount(value) !== parseCount(now)) return null;
      const known = hidden.get(joined(name, key));
      if (known !== undefined && known !== (hiding !== null)) return null;
      hidden.set(joined(name, key), hiding !== null);
    }
  }
  if ((withdrawn ?? []).some((key) => hidden.get(key) !== true)) return null;
  const withheld = parts.flatMap(({ member, name, cells: counts }) =>
    (member.previous.at(-1)?.withheld ?? [])
      .filter(({ count }) => (count ?? name) === name)
      .filter(({ area, face }) => [...counts.keys()].some((key) => isIn(key, area, face)))
      .map(({ area, face }) => ({ count: name, area, face, reason: 'INCOMPLETE' as const })),
  );
  return {
    outcome: 'PLANNED',
    hidden: Object.keys(cells).filter((key) => hidden.get(key) === true),
    withheld,
    primary: [],
    alreadyPublic: [],
    problems: [],
    reasons: [],
  };
}

function isIn(key: string, area: string, face: string): boolean {
  const place = faceOfKey(key);
  return place.area === area && place.face === face;
}

function isSame(a: ClusterRelease['threshold'], b: ClusterRelease['threshold']): boolean {
  return a.base === b.base && a.detailed === b.detailed;
}

function settled(draft: ClusterDraft): ClusterPlan {
  const { input, plan, tables } = draft;
  const invalid = plan.outcome === 'INVALID' ? plan.problems : [];
  const problems = invalid.map(({ code, ...where }) => ({
    code,
    ...('cell' in where
      ? faultyIn(tables, where.cell)
      : placeOf(joined(where.count ?? '', where.area))),
  }));
  if (plan.outcome !== 'PLANNED') {
    const reasons = plan.outcome === 'INVALID' ? ['INVALID'] : plan.reasons.map(reasonText);
    return { outcome: plan.outcome, members: [], reasons, problems };
  }
  const candidate = (told: StoredRelease['told']): StoredRelease => ({
    release: 'candidate',
    cells: tables.cells,
    hidden: plan.hidden,
    withheld: plan.withheld,
    told,
  });
  const rows = clusterRows(draft, candidate);
  const unsafe = draft.unchanged ? [] : newlyUnsafe(draft, candidate(rows.told));
  return {
    outcome: 'PLANNED',
    members: input.members.map((member) => rows.of(member)),
    reasons: [],
    problems: unsafe.map((cell) => ({ code: 'UNSAFE', ...placeOf(cell) })),
  };
}

/** Small counts that all releases together would give away, but the earlier ones alone do not. */
function newlyUnsafe(
  { frame, tables: { previous }, plan }: ClusterDraft,
  candidate: StoredRelease,
): string[] {
  const before = auditReleases({ ...frame, releases: previous });
  const after = auditReleases({ ...frame, releases: [...previous, candidate] });
  const gone = new Set(plan.alreadyPublic);
  return unsafeSince(before, after).flatMap(({ cell }) => (gone.has(cell) ? [] : [cell]));
}

function placeOf(joinedKey: string): { indicator: string; cell: string } {
  const end = joinedKey.indexOf('|');
  return { indicator: joinedKey.slice(0, end), cell: joinedKey.slice(end + 1) };
}

/** The place of a value that is no count, with the indicator that reports it, whatever name the count is planned by. */
function faultyIn({ parts }: ClusterTables, joinedKey: string) {
  const { cell, indicator } = placeOf(joinedKey);
  const isFaulty = ({ name, cells }: ClusterTables['parts'][number]) =>
    name === indicator && parseCount(cells.get(cell) ?? 0) === null;
  return { cell, indicator: parts.find(isFaulty)?.member.code ?? indicator };
}

function reasonText(reason: HeldReason): string {
  const { code, ...where } = reason;
  const parts = 'cell' in where ? [where.cell] : [where.count, where.area, where.face];
  return [code, ...parts].filter((part) => part != null).join(' ');
}
