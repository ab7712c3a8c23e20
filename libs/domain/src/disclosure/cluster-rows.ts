import { auditReleases, unsafeSince } from './audit-releases.ts';
import { boundsInReleases } from './bounds-in-releases.ts';
import { CellIndex } from './cell-index.ts';
import { codesIn, faceOfKey, joined } from './cluster-tables.ts';
import type {
  ClusterCell,
  ClusterMember,
  HeldCount,
  HiddenRow,
  MemberPlan,
  ImpliedCount,
} from './cluster.types.ts';
import type { ClusterDraft } from './cluster-draft.ts';
import { impliedDenominator, impliedNumerator } from './printed-rate.ts';
import { faceId, type StoredRelease, type ImpliedBounds } from './release-table.ts';
import { type CountPart, SharedCounts } from './shared-counts.ts';
import { isSmall } from './count.ts';
import { areaOf, thresholdOf } from './threshold.ts';
import { unplannedRates } from './unplanned-rates.ts';

/** A figure whose count is hidden and whose rate may still be shown. */
interface Printable {
  readonly member: ClusterMember;
  readonly told: ImpliedCount;
  /** The key of the hidden count, with the name of the count in front. */
  readonly key: string;
}

type Candidate = (told: StoredRelease['told']) => StoredRelease;

/** Works out from the plan of the counts what each member shows and hides. Source: methods.md 2.7. */
export function clusterRows(draft: ClusterDraft, candidate: Candidate) {
  const hidden = new Set(draft.plan.hidden);
  const nameOf = (member: ClusterMember, part: CountPart) =>
    draft.tables.parts.find((one) => one.member === member && one.part === part)?.name;
  const isHidden = (member: ClusterMember, part: CountPart, key: string) => {
    const name = nameOf(member, part);
    return name !== undefined && hidden.has(joined(name, key));
  };
  const printed = printedRates(draft, candidate, { isHidden, nameOf });
  return {
    told: Object.fromEntries(printed.map(({ key, told }) => [key, boundsOf(told)])),
    of: (member: ClusterMember): MemberPlan => {
      const told = printed.filter((one) => one.member === member).map((one) => one.told);
      return memberPlan(draft, member, told, (part, key) => isHidden(member, part, key));
    },
  };
}

const boundsOf = ({ low, high }: ImpliedBounds): ImpliedBounds => ({ low, high });

interface Parts {
  isHidden: (member: ClusterMember, part: CountPart, key: string) => boolean;
  nameOf: (member: ClusterMember, part: CountPart) => string | undefined;
}

/**
 * The rates that are shown beside a hidden count: each leaves the count k candidates within the bounds of the plan, and all
 * rates together give no protected count away. A share whose numerator is hidden is not shown.
 */
function printedRates(draft: ClusterDraft, candidate: Candidate, parts: Parts): Printable[] {
  const { input, frame, tables } = draft;
  const possible = input.members.flatMap((member) => printable(draft, member, parts));
  if (draft.unchanged) {
    // the counts have not changed, but a rate may now be printed differently: it is shown only if it tells the same as before
    const asBefore = ({ member, told }: Printable) =>
      member.previous.at(-1)?.told.some((one) => isSameTold(one, told)) === true;
    return possible.filter(asBefore);
  }
  if (possible.length === 0) return [];
  const releases = (told: StoredRelease['told']) => [...tables.previous, candidate(told)];
  const bounds = boundsInReleases({ ...frame, releases: releases({}) });
  // of two rates of one count only the first is shown, because each narrows the count down
  const first = [...new Map(possible.toReversed().map((one) => [one.key, one])).values()];
  const wide = first.reverse().filter(({ key, told }) => {
    const interval = bounds(key);
    const high = Math.min(told.high ?? Infinity, Math.floor(interval?.hi ?? Infinity));
    const low = Math.max(told.low, Math.ceil(interval?.lo ?? 0));
    return interval !== null && high - low + 1 >= thresholdOf(told.key, frame.threshold);
  });
  const auditWith = (list: readonly Printable[]) => {
    const told = Object.fromEntries(list.map((one) => [one.key, boundsOf(one.told)]));
    return auditReleases({ ...frame, releases: releases(told) });
  };
  const without = auditWith([]);
  const isSafe = (list: readonly Printable[]) => unsafeSince(without, auditWith(list)).length === 0;
  if (isSafe(wide)) return wide;
  return wide.reduce<Printable[]>(
    (safe, one) => (isSafe([...safe, one]) ? [...safe, one] : safe),
    [],
  );
}

function isSameTold(a: ImpliedCount, b: ImpliedCount): boolean {
  return a.key === b.key && a.part === b.part && a.low === b.low && a.high === b.high;
}

function printable(
  { disclosive, tables }: ClusterDraft,
  member: ClusterMember,
  { isHidden, nameOf }: Parts,
): Printable[] {
  // a count that was withdrawn in one indicator is withdrawn in every indicator that shares it
  const withdrawn = new Set(
    tables.parts.flatMap((one) =>
      one.part === 'COUNT' ? one.member.withdrawn.map((key) => joined(one.name, key)) : [],
    ),
  );
  const isWithdrawn = (key: string) =>
    member.withdrawn.includes(key) ||
    (['COUNT', 'DENOMINATOR'] as const).some((part) => {
      const name = nameOf(member, part);
      return name !== undefined && withdrawn.has(joined(name, key));
    });
  return member.cells.flatMap((cell): Printable[] => {
    const { key, value, count, population } = cell;
    const isDisclosive = disclosive.get(member.code)?.has(key) === true || isWithdrawn(key);
    if (member.unit === 'NUMBER' || value === null || count === null || isDisclosive) return [];
    const hides = (part: CountPart) => isHidden(member, part, key);
    const part = hides('COUNT') ? 'COUNT' : 'DENOMINATOR';
    if (!hides(part) || (hides('COUNT') && (hides('DENOMINATOR') || member.unit === 'PT')))
      return [];
    const denominator = cell.denominator ?? population;
    if (denominator === null || Number(denominator) === 0) return [];
    const told =
      part === 'COUNT'
        ? impliedNumerator(member, value, { numerator: Number(count), denominator })
        : impliedDenominator(member, value, { numerator: count, denominator: Number(denominator) });
    const name = nameOf(member, part);
    if (told === null || name === undefined) return [];
    return [{ member, told: { key, part, ...told }, key: joined(name, key) }];
  });
}

function memberPlan(
  draft: ClusterDraft,
  member: ClusterMember,
  told: readonly ImpliedCount[],
  isHidden: (part: CountPart, key: string) => boolean,
): MemberPlan {
  const withheld = withheldOf(draft, member);
  const disclosive = draft.disclosive.get(member.code) ?? new Set<string>();
  const partless = new Set(told.map(({ key }) => key));
  const isGone = (key: string) =>
    (['COUNT', 'DENOMINATOR'] as const).some((part) => isHidden(part, key));
  const totalsLeftOut = leftOutTotals(draft, member);
  const isSecret = (key: string) =>
    (member.sensitive && disclosive.has(key)) ||
    isGone(key) ||
    member.withdrawn.includes(key) ||
    totalsLeftOut.has(key);
  const beside = new Set(hiddenWithUncounted(draft, member, isSecret));
  const hidden = inOrder(draft, member).flatMap((cell): HiddenRow[] => {
    const { key } = cell;
    const isDisclosive = disclosive.has(key) || beside.has(key);
    if (!isDisclosive && (!isGone(key) || partless.has(key))) return [];
    const small = isSmallRow(draft, cell, (part) => isHidden(part, key));
    const primary = disclosive.has(key) || small || member.withdrawn.includes(key);
    return [
      { key, primary, why: whyOf({ member, key, isDisclosive: isDisclosive && !small, primary }) },
    ];
  });
  return {
    code: member.code,
    hidden,
    partless: [...partless],
    secret: secretCounts(draft, member, isHidden),
    withheld,
    held: draft.unchanged
      ? null
      : {
          threshold: draft.frame.threshold,
          withheld: withheld.map(({ count, area, face }) => ({ count, area, face })),
          counts: heldCounts(draft, member, (key) => disclosive.has(key), isHidden),
          told,
        },
  };
}

/** The figures of a member in cell order, as the plan lists them. */
function inOrder(
  { frame, input }: ClusterDraft,
  { code, cells }: ClusterMember,
): readonly ClusterCell[] {
  const keys = cells.map(({ key }) => key);
  const cellIndex = new CellIndex({ ...frame, counts: { [code]: codesIn(keys, input.regions) } });
  const place = ({ key }: ClusterCell) => cellIndex.cell(joined(code, key));
  return [...cells].sort((a, b) => cellIndex.compare(place(a), place(b)));
}

function whyOf(row: {
  member: ClusterMember;
  key: string;
  isDisclosive: boolean;
  primary: boolean;
}): HiddenRow['why'] {
  if (row.member.withdrawn.includes(row.key)) return 'WITHDRAWN';
  if (row.isDisclosive) return 'RATE';
  return row.primary ? 'SMALL' : 'COVER';
}

function isSmallRow(
  { frame }: ClusterDraft,
  { key, count, denominator }: ClusterCell,
  isHidden: (part: CountPart) => boolean,
): boolean {
  const threshold = thresholdOf(key, frame.threshold);
  const small = (value: string | null) => value !== null && isSmall(Number(value), threshold);
  return (isHidden('COUNT') && small(count)) || (isHidden('DENOMINATOR') && small(denominator));
}

function secretCounts(
  { tables }: ClusterDraft,
  member: ClusterMember,
  isHidden: (part: CountPart, key: string) => boolean,
): MemberPlan['secret'] {
  return tables.parts
    .filter((one) => one.member === member)
    .flatMap(({ part, cells }) => [...cells.keys()].map((key) => ({ key, part })))
    .filter(({ key, part }) => isHidden(part, key));
}

/** The counts of the candidate, in the form in which later releases are planned with them. */
function heldCounts(
  draft: ClusterDraft,
  member: ClusterMember,
  isDisclosive: (key: string) => boolean,
  isHidden: (part: CountPart, key: string) => boolean,
): HeldCount[] {
  return draft.tables.parts
    .filter((one) => one.member === member)
    .flatMap(({ part, cells }) =>
      [...cells].map(([key, value]): HeldCount => {
        const threshold = thresholdOf(key, draft.frame.threshold);
        const small = isHidden(part, key) && isSmall(Number(value), threshold);
        const isRatio = part === 'COUNT' && isDisclosive(key) && !small;
        return {
          key,
          part,
          value,
          hiding: isRatio ? 'RATIO' : isHidden(part, key) ? 'COUNT' : null,
        };
      }),
    );
}

/** Faces that the plan withholds from one of the member's counts; the member's figures of these faces are withheld too. */
function withheldOf({ plan, tables }: ClusterDraft, member: ClusterMember): MemberPlan['withheld'] {
  const tooDeep = plan.problems.flatMap((problem) =>
    'face' in problem ? [{ ...problem, reason: problem.code }] : [],
  );
  return tables.parts
    .filter((one) => one.member === member)
    .flatMap(({ name, part, cells }) => {
      // a rate that is reported without its count would give the count away too
      const uncounted = part === 'COUNT' ? uncountedKeys(member) : [];
      const own = new Set([...cells.keys(), ...uncounted].map((key) => faceId(faceOfKey(key))));
      return [...plan.withheld, ...tooDeep]
        .filter(({ count, area, face }) => count === name && own.has(faceId({ area, face })))
        .map(({ area, face, reason }) => ({ count: name, area, face, reason }));
    });
}

/**
 * Figures reported without their counts that are hidden because of others. In an area where one of them, or a whole of it, is
 * secret, these are all parts: by the populations, the rate of a part follows from the rates of the whole and of the other
 * parts; the group's parts go with them. Of a guarded count that nobody reports, these are all parts, and the group's figure
 * beside those of countries: no plan holds the sums in which they lie.
 */
function hiddenWithUncounted(
  draft: ClusterDraft,
  member: ClusterMember,
  isSecret: (key: string) => boolean,
): string[] {
  const { input, tables } = draft;
  const { group } = input;
  const uncounted = uncountedKeys(member);
  const unplanned = new Set(unplannedRates(tables, member).map(({ key }) => key));
  const isGroup = (key: string) => areaOf(key) === group;
  const hasCountries = countingWith(draft, member).some(({ cells }) =>
    cells.some(({ key }) => !isGroup(key)),
  );
  const told = new Set(uncounted.filter((key) => wholesOf(key).some(isSecret)).map(areaOf));
  if (told.size > 0 && group !== null) told.add(group);
  return uncounted.filter((key) => {
    const isPart = faceOfKey(key).face !== 'total';
    const isInSum = unplanned.has(key) && (isPart || (isGroup(key) && hasCountries));
    return isInSum || (isPart && told.has(areaOf(key)) && !isSecret(key));
  });
}

/** The members that count the same as this one, also as a denominator, and itself. */
function countingWith({ input }: ClusterDraft, { code }: ClusterMember): ClusterMember[] {
  const counts = new SharedCounts(input.members);
  const [name] = counts.namesOf(code);
  return input.members.filter((one) => counts.namesOf(one.code).includes(name));
}

const uncountedKeys = ({ cells }: ClusterMember): string[] =>
  cells.filter(({ count }) => count === null).map(({ key }) => key);

/** Keys of the totals that the plan withholds from the member's count. */
function leftOutTotals({ plan, tables }: ClusterDraft, member: ClusterMember): Set<string> {
  const name = tables.parts.find((one) => one.member === member && one.part === 'COUNT')?.name;
  return new Set(
    plan.withheld.flatMap(({ count, area, face }) =>
      count === name && face === 'total' ? [`${area}|_T|_T|_T|_T|_T`] : [],
    ),
  );
}

/** The cell itself and every cell that it is a part of, whether the member reports it or not. */
function wholesOf(key: string): string[] {
  const [area = '', ...codes] = key.split('|');
  return codes.reduce<string[]>(
    (heads, code) =>
      heads.flatMap((head) => [...new Set([code, '_T'])].map((one) => `${head}|${one}`)),
    [area],
  );
}
