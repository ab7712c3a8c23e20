import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { auditReleases } from './audit-releases.ts';
import { countCandidates, type SumProblem } from '../testing/brute-force-audit.ts';
import { planRelease, type ReleasePlan } from './plan-release.ts';
import type { StoredRelease } from './release-table.ts';

/** Two countries and their sum, by sex and by urbanisation: three faces, in two releases. */
const FRAME = {
  areas: ['KGZ', 'TJK'],
  regionalTotal: 'CA4',
  codes: { sex: ['F', 'M'], urb: ['U', 'R'] },
  threshold: { base: 5, detailed: 10 },
};
const K = FRAME.threshold.base;
const AREAS = ['KGZ', 'TJK', 'CA4'];
/** Sex and urbanisation of each cell of an area: the total, then the two faces. */
const TOTAL = '_T|_T|_T';
const SEXES = ['F|_T|_T', 'M|_T|_T'];
const URBS = ['_T|_T|U', '_T|_T|R'];
const key = (area: string, place: string) => `${area}|${place}|_T|_T`;

/** Every sum of a release, written out. */
const SUMS: SumProblem['sums'] = [
  ...AREAS.flatMap((area) =>
    [SEXES, URBS].map((places) => [key(area, TOTAL), places.map((p) => key(area, p))] as const),
  ),
  ...[TOTAL, ...SEXES, ...URBS].map(
    (place) => [key('CA4', place), FRAME.areas.map((area) => key(area, place))] as const,
  ),
];

type Cells = Readonly<Record<string, number>>;

const count = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 5, max: 30 }));

/** Four counts by country, sex × urbanisation, of which only the margins are published. */
const release: fc.Arbitrary<Cells> = fc
  .array(fc.tuple(count, count, count, count), { minLength: 2, maxLength: 2 })
  .map(([kgz = [0, 0, 0, 0], tjk = [0, 0, 0, 0]]) => {
    const region = kgz.map((value, i) => value + (tjk[i] ?? 0));
    const rows = [kgz, tjk, region].map(([fu = 0, fr = 0, mu = 0, mr = 0]) => [
      [TOTAL, fu + fr + mu + mr] as const,
      ...SEXES.map((place, i) => [place, i === 0 ? fu + fr : mu + mr] as const),
      ...URBS.map((place, i) => [place, i === 0 ? fu + mu : fr + mr] as const),
    ]);
    return Object.fromEntries(
      AREAS.flatMap((area, i) => (rows[i] ?? []).map(([place, v]) => [key(area, place), v])),
    );
  });

/** A second release: the same counts, or others. */
const history = fc.tuple(release, release, fc.boolean()).map(([first, other, revised]) => ({
  first,
  second: revised ? other : first,
}));

function store(name: string, cells: Cells, plan: ReleasePlan): StoredRelease {
  return { release: name, cells, hidden: plan.hidden, withheld: plan.withheld };
}

const isSmall = (value: number) => value > 0 && value < K;

/** What a reader of these releases knows, and what is unknown; an unknown is named by its cell and its value. */
function problemOf(releases: readonly { cells: Cells; plan: ReleasePlan }[]) {
  const unknowns = new Map<string, number>();
  const known = new Map<string, number>();
  const sums: [string, string[]][] = [];
  const seen = (cell: string, value: number) =>
    releases.some(({ cells, plan }) => {
      const shown = cells[cell];
      if (shown === undefined || plan.hidden.includes(cell)) return false;
      return shown === value || (!isSmall(value) && Math.abs(shown - value) < K);
    });
  releases.forEach(({ cells, plan }, i) => {
    const name = (cell: string) => `${cell}=${String(cells[cell])}`;
    for (const [cell, value] of Object.entries(cells)) {
      if (!plan.hidden.includes(cell) || seen(cell, value)) known.set(name(cell), value);
      else {
        const sticky = releases.slice(0, i).some((earlier) => earlier.plan.hidden.includes(cell));
        unknowns.set(name(cell), Math.max(unknowns.get(name(cell)) ?? 0, sticky ? 0 : 1));
      }
    }
    for (const [total, members] of SUMS) sums.push([name(total), members.map(name)]);
  });
  return { unknowns, known, sums };
}

/** Plans both releases; null unless both are planned without withholding a face. */
function planBoth({ first, second }: { first: Cells; second: Cells }) {
  const one = planRelease({ ...FRAME, cells: first });
  const previous = [store('1', first, one)];
  const two = planRelease({ ...FRAME, cells: second, previous, annual: true });
  const isWhole = [one, two].every((p) => p.outcome === 'PLANNED' && p.withheld.length === 0);
  return isWhole ? { one, two, previous } : null;
}

describe('releases over faces, areas and time', () => {
  test('a reader who tries every whole number keeps five candidates for each hidden small count', () => {
    fc.assert(
      fc.property(history, (cells) => {
        const plans = planBoth(cells);
        fc.pre(plans !== null);
        const problem = problemOf([
          { cells: cells.first, plan: plans.one },
          { cells: cells.second, plan: plans.two },
        ]);
        const narrow = [cells.first, cells.second].flatMap((table) =>
          Object.entries(table)
            .filter(([cell, value]) => isSmall(value) && !plans.two.alreadyPublic.includes(cell))
            .map(([cell, value]) => `${cell}=${String(value)}`)
            .filter((node) => problem.unknowns.has(node) && countCandidates(problem, node, K) < K),
        );
        expect(narrow).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('small cells are hidden, zeros are not, and what was hidden once stays hidden', () => {
    fc.assert(
      fc.property(history, (cells) => {
        const plans = planBoth(cells);
        fc.pre(plans !== null);
        const { one, two } = plans;
        for (const [cell, value] of Object.entries(cells.first)) {
          if (isSmall(value)) expect(one.hidden).toContain(cell);
          if (value === 0) expect(one.hidden).not.toContain(cell);
        }
        expect(two.hidden).toEqual(expect.arrayContaining([...one.hidden]));
        for (const [cell, value] of Object.entries(cells.second)) {
          if (isSmall(value)) expect(two.hidden).toContain(cell);
          if (value === 0 && !one.hidden.includes(cell)) expect(two.hidden).not.toContain(cell);
        }
      }),
    );
  });

  test('a planned release adds nothing to what the audit of the releases before found', () => {
    fc.assert(
      fc.property(history, ({ first, second }) => {
        const one = planRelease({ ...FRAME, cells: first });
        fc.pre(one.outcome === 'PLANNED');
        const previous = [store('1', first, one)];
        expect(auditReleases({ ...FRAME, releases: previous }).unsafe).toEqual([]);
        const two = planRelease({ ...FRAME, cells: second, previous });
        fc.pre(two.outcome === 'PLANNED');
        const releases = [...previous, store('2', second, two)];
        const { unsafe } = auditReleases({ ...FRAME, releases });
        const found = unsafe.filter(({ cell }) => !two.alreadyPublic.includes(cell));
        expect(found).toEqual([]);
      }),
    );
  });

  test('the order in which cells arrive does not change the plan', () => {
    fc.assert(
      fc.property(history, fc.infiniteStream(fc.nat()), ({ first, second }, dice) => {
        const shuffled = (cells: Cells): Cells =>
          Object.fromEntries(
            Object.entries(cells)
              .map((entry) => ({ entry, at: Number(dice.next().value) }))
              .sort((a, b) => a.at - b.at)
              .map(({ entry }) => entry),
          );
        const plan = (change: (cells: Cells) => Cells) => {
          const one = planRelease({ ...FRAME, cells: change(first) });
          const previous = [store('1', change(first), one)];
          return [one, planRelease({ ...FRAME, cells: change(second), previous })];
        };
        expect(plan(shuffled)).toEqual(plan((cells) => cells));
      }),
    );
  });

  test('decimal strings are the same counts', () => {
    fc.assert(
      fc.property(release, (cells) => {
        const text = Object.fromEntries(
          Object.entries(cells).map(([cell, value], i) => [cell, value.toFixed(i % 3)]),
        );
        expect(planRelease({ ...FRAME, cells: text })).toEqual(planRelease({ ...FRAME, cells }));
      }),
    );
  });
});
