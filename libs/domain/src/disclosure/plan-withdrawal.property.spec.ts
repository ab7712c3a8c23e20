import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { auditReleases } from './audit-releases.ts';
import { countCandidates, type SumProblem } from '../testing/brute-force-audit.ts';
import { planRelease } from './plan-release.ts';
import { planWithdrawal } from './plan-withdrawal.ts';
import type { StoredRelease } from './release-table.ts';

/** Two countries and their sum, by sex: six parts and three totals, in two releases. */
const FRAME = {
  areas: ['KGZ', 'TJK'],
  regionalTotal: 'CA4',
  codes: { sex: ['F', 'M'] },
  threshold: { base: 5, detailed: 10 },
};
const K = FRAME.threshold.base;
const SEXES = ['F', 'M', '_T'];
const key = (area: string, sex: string) => `${area}|${sex}|_T|_T|_T|_T`;
const KEYS = ['KGZ', 'TJK', 'CA4'].flatMap((area) => SEXES.map((sex) => key(area, sex)));
const SUMS: SumProblem['sums'] = [
  ...['KGZ', 'TJK', 'CA4'].map(
    (area) => [key(area, '_T'), [key(area, 'F'), key(area, 'M')]] as const,
  ),
  ...SEXES.map((sex) => [key('CA4', sex), [key('KGZ', sex), key('TJK', sex)]] as const),
];

const count = fc.oneof(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 5, max: 40 }));
const table = fc.tuple(count, count, count, count).map(([kf, km, tf, tm]) => {
  const rows = [
    [kf, km],
    [tf, tm],
    [kf + tf, km + tm],
  ];
  return Object.fromEntries(
    rows.flatMap(([f = 0, m = 0], i) =>
      [f, m, f + m].map((value, j) => [KEYS[i * 3 + j] ?? '', value]),
    ),
  );
});
const history = fc.tuple(table, table, fc.boolean(), fc.constantFrom(...KEYS));

function released([first, other, revised]: readonly [
  Record<string, number>,
  Record<string, number>,
  boolean,
  string,
]): StoredRelease[] | null {
  const done: StoredRelease[] = [];
  for (const [i, cells] of [first, revised ? other : first].entries()) {
    const plan = planRelease({ ...FRAME, cells, previous: done, annual: true });
    if (plan.outcome !== 'PLANNED' || plan.withheld.length > 0) return null;
    done.push({ release: String(i + 1), cells, hidden: plan.hidden, withheld: [] });
  }
  return done;
}

/** Everything that a reader of these releases knows, and what is unknown, written without the code under test. */
function problemOf(releases: readonly StoredRelease[]): SumProblem {
  const unknowns = new Map<string, number>();
  const known = new Map<string, number>();
  const value = ({ cells }: StoredRelease, cell: string) => Number(cells[cell]);
  const seen = (cell: string, true_: number) =>
    releases.some((release) => {
      if (release.hidden.includes(cell)) return false;
      const shown = value(release, cell);
      return shown === true_ || (true_ >= K && Math.abs(shown - true_) < K);
    });
  const sums: [string, string[]][] = [];
  releases.forEach((release, i) => {
    const name = (cell: string) => `${cell}=${String(value(release, cell))}`;
    for (const cell of KEYS) {
      const figure = value(release, cell);
      if (seen(cell, figure)) known.set(name(cell), figure);
      else {
        const sticky = releases.slice(0, i).some(({ hidden }) => hidden.includes(cell));
        const least = sticky || figure === 0 ? 0 : 1;
        unknowns.set(name(cell), Math.max(unknowns.get(name(cell)) ?? 0, least));
      }
    }
    for (const [total, members] of SUMS) sums.push([name(total), members.map(name)]);
  });
  return { unknowns, known, sums };
}

describe('withdrawal for safety over a table and all its releases', () => {
  test('a reader who tries every whole number keeps five candidates for the withdrawn count, in every release', () => {
    const reaches = new Set<string>();
    fc.assert(
      fc.property(history, (facts) => {
        const releases = released(facts);
        const cell = facts[3];
        fc.pre(releases?.some(({ hidden }) => !hidden.includes(cell)) ?? false);
        if (releases === null) return;
        const { cover, reach } = planWithdrawal({ ...FRAME, releases, withdrawn: [cell] });
        reaches.add(reach);
        const after = releases.map((release) => ({
          ...release,
          hidden: [...new Set([...release.hidden, cell, ...cover])],
        }));
        const problem = problemOf(after);
        const narrow = releases
          .map(({ cells }) => `${cell}=${String(cells[cell])}`)
          .filter((node) => !problem.unknowns.has(node) || countCandidates(problem, node, K) < K);
        expect(narrow).toEqual([]);
      }),
      { numRuns: 200 },
    );
    expect(reaches).toContain('CELLS');
  });

  test('nor does it open what was hidden before', () => {
    fc.assert(
      fc.property(history, (facts) => {
        const releases = released(facts);
        fc.pre(releases !== null);
        const cell = facts[3];
        const { cover } = planWithdrawal({ ...FRAME, releases, withdrawn: [cell] });
        const hide = [cell, ...cover];
        const after = releases.map((release) => ({
          ...release,
          hidden: [...new Set([...release.hidden, ...hide])],
        }));
        const unsafe = (list: readonly StoredRelease[]) =>
          auditReleases({ ...FRAME, releases: list }).unsafe.map((line) => line.cell);
        const before = unsafe(releases);
        expect(unsafe(after).filter((line) => !before.includes(line))).toEqual([]);
      }),
    );
  });
});

describe('what goes with a withdrawn cell', () => {
  const cells = (list: Record<string, number>) =>
    Object.fromEntries(Object.entries(list).map(([k, v]) => [`TJK|${k}|_T|_T|_T|_T`, v]));
  const one = { areas: ['TJK'], codes: { sex: ['F', 'M', '_U'] }, threshold: FRAME.threshold };

  test('the smallest partner, where the total stays', () => {
    const plan = planWithdrawal({
      ...one,
      releases: [{ release: '1', cells: cells({ F: 80, M: 40, _U: 20, _T: 140 }), hidden: [] }],
      withdrawn: ['TJK|M|_T|_T|_T|_T'],
    });
    expect(plan).toEqual({ cover: ['TJK|_U|_T|_T|_T|_T'], reach: 'CELLS' });
  });

  test('nothing, where nothing stands beside it', () => {
    const plan = planWithdrawal({
      ...one,
      releases: [{ release: '1', cells: cells({ _T: 140 }), hidden: [] }],
      withdrawn: ['TJK|_T|_T|_T|_T|_T'],
    });
    expect(plan).toEqual({ cover: [], reach: 'CELLS' });
  });

  test('not the small cells of an indicator that is not sensitive', () => {
    const withdrawn = ['TJK|M|_T|_T|_T|_T'];
    const releases = [{ release: '1', cells: cells({ F: 80, M: 40, _U: 2, _T: 122 }), hidden: [] }];
    const plan = planWithdrawal({ ...one, releases, withdrawn, guardsSmall: false });
    expect(plan.cover).toEqual(['TJK|_U|_T|_T|_T|_T']);
    const apart = planWithdrawal({
      ...one,
      codes: { sex: ['F', 'M'] },
      releases: [{ release: '1', cells: cells({ F: 80, M: 40, _T: 120 }), hidden: [] }],
      withdrawn: ['TJK|_T|_T|_T|_T|_T'],
      guardsSmall: false,
    });
    expect(apart).toMatchObject({ reach: 'CELLS', cover: ['TJK|M|_T|_T|_T|_T'] });
  });
});
