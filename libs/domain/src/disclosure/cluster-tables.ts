import type { ClusterInput, ClusterMember, ClusterRelease } from './cluster.types.ts';
import { parseCount, toCount, type Count } from './count.ts';
import type { ReleaseCodes, ReleaseShare } from './release-frame.ts';
import { faceId, type StoredRelease, type ImpliedBounds } from './release-table.ts';
import { countName, SharedCounts, type CountPart } from './shared-counts.ts';
import { brokenDownBy, faceName } from './threshold.ts';

/** One of the two counts of a member, under the name it is planned by. */
export interface PlannedPart {
  readonly member: ClusterMember;
  readonly part: CountPart;
  readonly name: string;
  /** True counts of the candidate by key. */
  readonly cells: ReadonlyMap<string, string>;
}

/** The counts of a cluster as one table. */
export interface ClusterTables {
  readonly parts: readonly PlannedPart[];
  readonly counts: Readonly<Record<string, ReleaseCodes>>;
  readonly shares: readonly ReleaseShare[];
  readonly cells: Readonly<Record<string, string>>;
  readonly previous: readonly StoredRelease[];
  /** Pairs of counts that are linked as the same but reported with different values: they are hidden together. */
  readonly disputed: readonly (readonly [string, string])[];
  /** Codes of the members that are sensitive or count what a sensitive one counts. */
  readonly guarded: ReadonlySet<string>;
}

export const joined = (name: string, key: string): string => `${name}|${key}`;

/** Puts the counts of all members, of the candidate and of earlier releases, into one table. Source: methods.md 2.7. */
export function clusterTables(input: ClusterInput): ClusterTables {
  const shared = new SharedCounts(input.members);
  const disputed: [string, string][] = [];
  const cells: Record<string, string> = {};
  const parts = input.members
    .flatMap((member) => partsOf(member, shared, input.members))
    .map((part) => {
      const own = countName(part.member.code, part.part);
      const differs = [...part.cells].some(([key, value]) => {
        const known = cells[joined(part.name, key)];
        return known !== undefined && Number(known) !== Number(value);
      });
      if (differs) disputed.push([part.name, own]);
      const planned = differs ? { ...part, name: own } : part;
      for (const [key, value] of planned.cells) cells[joined(planned.name, key)] ??= value;
      return planned;
    });
  const previous = releasesOf(parts);
  const guarded = guardedCodes(input.members, shared);
  return { parts, ...frameOfParts(input, parts, previous), cells, previous, disputed, guarded };
}

function guardedCodes(members: readonly ClusterMember[], shared: SharedCounts): Set<string> {
  const sensitive = members.filter((member) => member.sensitive);
  const names = new Set(sensitive.flatMap(({ code }) => shared.namesOf(code)));
  const counting = members.filter(({ code }) => names.has(shared.namesOf(code)[0]));
  return new Set(counting.map(({ code }) => code));
}

/** A denominator is planned if it belongs to a share or is shared; a population is public and needs no plan. */
function partsOf(
  member: ClusterMember,
  shared: SharedCounts,
  members: readonly ClusterMember[],
): PlannedPart[] {
  const links = members.flatMap(({ numeratorOf, denominatorOf }) => [numeratorOf, denominatorOf]);
  return (['COUNT', 'DENOMINATOR'] as const).flatMap((part): PlannedPart[] => {
    const own = countName(member.code, part);
    const isPublic = part === 'DENOMINATOR' && isPopulation(member, shared);
    const isShared = shared.canonical(own) !== own || links.includes(own);
    if (isPublic || (part === 'DENOMINATOR' && member.unit !== 'PT' && !isShared)) return [];
    const given = member.cells.flatMap(({ key, count, denominator }) => {
      const value = part === 'COUNT' ? count : denominator;
      return value === null ? [] : [[key, value] as const];
    });
    // what guards others must be counts, every one of them, or the release stops; hours, money and half posts are not planned
    const guards =
      member.sensitive || isShared || (member.unit === 'PT' && !isPopulation(member, shared));
    if (!guards && given.some(([, value]) => parseCount(value) === null)) return [];
    return [{ member, part, name: shared.canonical(own), cells: new Map(given) }];
  });
}

function isPopulation({ denominatorOf }: ClusterMember, shared: SharedCounts): boolean {
  return denominatorOf !== null && !shared.isCount(denominatorOf);
}

function frameOfParts(
  { regions }: ClusterInput,
  parts: readonly PlannedPart[],
  previous: readonly StoredRelease[],
) {
  const keys = new Map<string, string[]>();
  const add = (name: string, key: string) => {
    const known = keys.get(name);
    if (known === undefined) keys.set(name, [key]);
    else known.push(key);
  };
  for (const { name, cells } of parts) for (const key of cells.keys()) add(name, key);
  for (const key of previous.flatMap(({ cells }) => Object.keys(cells))) {
    const end = key.indexOf('|');
    add(key.slice(0, end), key.slice(end + 1));
  }
  const shares = parts.flatMap(({ member, part, name }): ReleaseShare[] => {
    const denominator = parts.find((one) => one.member === member && one.part === 'DENOMINATOR');
    if (part !== 'COUNT' || member.unit !== 'PT' || denominator === undefined) return [];
    const others = `${member.code}:OTHERS`;
    return [{ numerator: name, denominator: denominator.name, others }];
  });
  const names = [
    ...new Set(parts.map(({ name }) => name)),
    ...keys.keys(),
    ...shares.map(({ others }) => others),
  ];
  const of = (name: string) => {
    const share = shares.find(({ others }) => others === name);
    return codesIn(keys.get(share?.denominator ?? name) ?? [], regions);
  };
  return { counts: Object.fromEntries(names.map((name) => [name, of(name)])), shares };
}

/** The codes that occur in these keys; but all regions of a country, because a face by region needs every one of them. */
export function codesIn(
  keys: readonly string[],
  regions: Readonly<Record<string, readonly string[]>>,
): ReleaseCodes {
  const parts = keys.map((key) => key.split('|'));
  const used = (position: number) =>
    [...new Set(parts.flatMap((part) => part[position] ?? []))]
      .filter((code) => code !== '_T')
      .sort();
  const withUnknown = (area: string) =>
    parts.some((part) => part[0] === area && part[4] === '_U') ? ['_U'] : [];
  return {
    sex: used(1),
    age: used(2),
    urb: used(3),
    region: Object.fromEntries(
      Object.entries(regions).map(([area, codes]) => [area, [...codes, ...withUnknown(area)]]),
    ),
    breakdown: used(5),
  };
}

interface Held {
  cells: Map<string, Count>;
  hidden: Set<string>;
  told: Map<string, ImpliedBounds>;
}

/**
 * Every earlier release with the counts it held of all members. Where two members held different values of the same count, or
 * one hid it and the other showed it, both are kept, in tables of their own: readers have seen both.
 */
function releasesOf(parts: readonly PlannedPart[]): StoredRelease[] {
  const releases = new Set(
    parts.flatMap(({ member }) => member.previous.map(({ release }) => Number(release))),
  );
  return [...releases]
    .sort((a, b) => a - b)
    .flatMap((release) => {
      const tables: Held[] = [];
      for (const part of parts) {
        const standing = part.member.previous.findLast((one) => Number(one.release) <= release);
        if (standing) addStanding(tables, part, standing);
      }
      return tables.map(({ cells, hidden, told }) => ({
        release: String(release),
        cells: Object.fromEntries(cells),
        hidden: [...hidden],
        told: Object.fromEntries(told),
      }));
    });
}

function addStanding(tables: Held[], { name, part }: PlannedPart, standing: ClusterRelease) {
  const of = standing.withheld.filter(({ count }) => (count ?? name) === name);
  const withheld = new Set(of.map(({ area, face }) => faceId({ area, face })));
  const told = standing.told.filter((one) => one.part === part);
  for (const count of standing.counts) {
    if (count.part !== part || withheld.has(faceId(faceOfKey(count.key)))) continue;
    const key = joined(name, count.key);
    const hides = count.hiding !== null;
    const fits = ({ cells, hidden }: Held) => {
      const known = cells.get(key);
      return known === undefined
        ? true
        : toCount(known) === toCount(count.value) && hidden.has(key) === hides;
    };
    let table = tables.find(fits);
    if (table === undefined)
      tables.push((table = { cells: new Map(), hidden: new Set(), told: new Map() }));
    table.cells.set(key, count.value);
    if (hides) table.hidden.add(key);
    const bounds = told.find((one) => one.key === count.key);
    if (bounds && hides) table.told.set(key, { low: bounds.low, high: bounds.high });
  }
}

/** The area and face of a key that has no name of a count in front. */
export function faceOfKey(key: string): { area: string; face: string } {
  const [area = '', ...codes] = key.split('|');
  return { area, face: faceName(brokenDownBy(codes)) };
}
