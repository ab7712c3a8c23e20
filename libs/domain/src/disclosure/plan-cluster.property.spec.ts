import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { countCandidates, type SumProblem } from '../testing/brute-force-audit.ts';
import type { ClusterCell, ClusterMember, ClusterRelease } from './cluster.types.ts';
import { planCluster } from './plan-cluster.ts';

/**
 * Cases (A), the share of them that went to court (B, of A) and how many there are for each 100 people (C, counts A), for all
 * and by age, in two releases. A reader of both tries whole numbers.
 */
const K = 5;
const PLACES = ['_T', 'A', 'B', 'C'] as const;
const keyOf = (place: string) => `KGZ|_T|${place}|_T|_T|_T`;

type Counts = Readonly<Record<(typeof PLACES)[number], number>>;
interface Year {
  cases: Counts;
  court: Counts;
  /** The population, which is public; so small that a rate gives the count away, or so large that it does not. */
  people: Counts;
  /** Are the cases reported together with that rate? */
  counted: boolean;
}

const count = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 5, max: 40 }));
const total = ([A, B, C]: readonly [number, number, number]): Counts => ({
  _T: A + B + C,
  ...{ A, B, C },
});
/** How many of all: a few, all but a few, or any percentage. */
const part = fc.oneof(
  fc.nat(4).map((few) => (all: number) => Math.min(few, all)),
  fc.nat(4).map((few) => (all: number) => Math.max(all - few, 0)),
  fc.nat(100).map((percent) => (all: number) => Math.round((all * percent) / 100)),
);
const year: fc.Arbitrary<Year> = fc
  .tuple(
    fc.tuple(count, count, count),
    fc.tuple(part, part, part),
    fc.constantFrom(90, 250, 400, 700),
    fc.boolean(),
  )
  .map(([[a, b, c], [ofA, ofB, ofC], people, counted]) => ({
    counted,
    cases: total([a, b, c]),
    court: total([ofA(a), ofB(b), ofC(c)]),
    people: total([people, people, people]),
  }));

const percent = (part: number, of: number, decimals: number) =>
  ((100 * part) / of).toFixed(decimals);

function members(
  { cases, court, people, counted }: Year,
  previous: readonly (readonly ClusterRelease[])[],
) {
  const common = {
    multiplier: '100',
    threshold: { base: K, detailed: 10 },
    sensitive: false,
    numeratorOf: null,
    denominatorOf: null,
    withdrawn: [],
    steps: [],
    hiddenBefore: [],
  };
  const cells = (of: (place: (typeof PLACES)[number]) => Omit<ClusterCell, 'key'>) =>
    PLACES.map((place) => ({ key: keyOf(place), ...of(place) }));
  const a: Omit<ClusterMember, 'previous'> = {
    ...common,
    ...{ code: 'A', unit: 'NUMBER', decimals: 0, sensitive: true },
    cells: cells((place) => {
      const value = String(cases[place]);
      return { value, count: value, denominator: null, population: null };
    }),
  };
  const b: Omit<ClusterMember, 'previous'> = {
    ...common,
    ...{ code: 'B', unit: 'PT', decimals: 1, denominatorOf: 'A' },
    cells: cells((place) => ({
      value: cases[place] === 0 ? null : percent(court[place], cases[place], 1),
      count: String(court[place]),
      denominator: String(cases[place]),
      population: null,
    })),
  };
  const c: Omit<ClusterMember, 'previous'> = {
    ...common,
    ...{ code: 'C', unit: 'PER_100', decimals: 0, numeratorOf: 'A', denominatorOf: 'PEOPLE' },
    cells: cells((place) => ({
      value: percent(cases[place], people[place], 0),
      count: counted ? String(cases[place]) : null,
      denominator: counted ? String(people[place]) : null,
      population: String(people[place]),
    })),
  };
  return [a, b, c].map((one, i) => ({ ...one, previous: previous[i] ?? [] }));
}

interface Published {
  year: Year;
  members: ClusterMember[];
  plans: ReturnType<typeof planCluster>['members'];
}

function publish(year: Year, before: Published | null): Published | null {
  const previous = (before?.plans ?? []).map((plan) =>
    plan.held ? [{ ...plan.held, release: '1' }] : [],
  );
  const of = members(year, previous);
  const input = { areas: ['KGZ'], group: null, regions: {}, annual: true };
  const plan = planCluster({ ...input, members: of });
  return plan.outcome === 'PLANNED' && plan.problems.length === 0
    ? { year, members: of, plans: plan.members }
    : null;
}

/** What a reader of these releases knows, and what is unknown; an unknown count is named by its cell and its value. */
function problemOf(releases: readonly Published[]): SumProblem {
  const known = new Map<string, number>();
  const unknowns = new Map<string, number>();
  const sums: [string, string[]][] = [];
  const rates: NonNullable<SumProblem['rates']>[number][] = [];
  const hiddenBefore = new Set<string>();
  for (const { year, members, plans } of releases) {
    const hiddenNow = new Set<string>();
    const headsOf = (place: (typeof PLACES)[number]) => `people ${String(year.people[place])}`;
    const name = (of: 'cases' | 'court', place: string) =>
      `${of} ${place}=${String(year[of][place as 'A'])}`;
    const meet = (of: 'cases' | 'court', place: string) => {
      const node = name(of, place);
      const value = year[of][place as 'A'];
      hiddenNow.add(`${of} ${place}`);
      const least = value === 0 || hiddenBefore.has(`${of} ${place}`) ? 0 : 1;
      unknowns.set(node, Math.max(unknowns.get(node) ?? 0, least));
    };
    for (const place of PLACES) {
      meet('cases', place);
      meet('court', place);
      const others = `not ${name('court', place)} of ${name('cases', place)}`;
      unknowns.set(others, 0);
      sums.push([name('cases', place), [name('court', place), others]]);
    }
    for (const side of ['cases', 'court'] as const)
      sums.push([name(side, '_T'), ['A', 'B', 'C'].map((place) => name(side, place))]);
    for (const [i, { hidden, partless, withheld }] of plans.entries()) {
      const member = members[i];
      if (withheld.length > 0 || member === undefined) continue;
      const gone = new Set(hidden.map(({ key }) => key));
      for (const place of PLACES) {
        const cell = member.cells.find(({ key }) => key === keyOf(place));
        if (cell === undefined || gone.has(cell.key)) continue;
        if (!partless.includes(cell.key) && cell.count !== null) {
          known.set(name(member.code === 'B' ? 'court' : 'cases', place), Number(cell.count));
          if (member.code === 'B') known.set(name('cases', place), Number(cell.denominator));
        }
        if (member.code === 'A' || cell.value === null) continue;
        if (member.code === 'C') known.set(headsOf(place), year.people[place]);
        rates.push({
          numerator: name(member.code === 'B' ? 'court' : 'cases', place),
          denominator: member.code === 'B' ? name('cases', place) : headsOf(place),
          ...{ multiplier: 100, decimals: member.decimals, printed: Number(cell.value) },
        });
      }
    }
    for (const place of hiddenNow) hiddenBefore.add(place);
  }
  // a value is taken as known if a value close to it was shown
  for (const [node] of unknowns) {
    const [of = '', value = ''] = node.split('=');
    const near = [...known].some(
      ([other, shown]) =>
        other.startsWith(`${of}=`) && Number(value) >= K && Math.abs(shown - Number(value)) < K,
    );
    if (!of.startsWith('not') && near) known.set(node, Number(value));
  }
  for (const node of known.keys()) unknowns.delete(node);
  return { known, unknowns, sums, rates };
}

function tooFew(releases: readonly Published[]): string[] {
  const problem = problemOf(releases);
  return releases.flatMap(({ year }) =>
    (['cases', 'court'] as const).flatMap((of) =>
      PLACES.flatMap((place) => {
        const value = year[of][place];
        const node = `${of} ${place}=${String(value)}`;
        if (value === 0 || value >= K) return [];
        const candidates = problem.known.has(node) ? 1 : countCandidates(problem, node, K);
        return candidates < K ? [`${node}: ${String(candidates)}`] : [];
      }),
    ),
  );
}

test('of no small count fewer candidates are left than the threshold, over all indicators and releases', () => {
  fc.assert(
    fc.property(year, year, fc.boolean(), (first, other, revised) => {
      const one = publish(first, null);
      if (one === null) return;
      const two = publish(revised ? other : first, one);
      expect(tooFew([one, ...(two ? [two] : [])])).toEqual([]);
    }),
    { numRuns: 150 },
  );
});
