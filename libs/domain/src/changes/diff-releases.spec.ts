import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { diffReleases } from './diff-releases.ts';
import type {
  ReleasedAction,
  ReleasedAssessment,
  ReleasedCell,
  ReleasedFigures,
} from './release.types.ts';

const year = (y: number, sex = '_T') => `F2.5|KGZ|${String(y)}|${sex}|_T|_T|_T|_T`;

function release(cells: ReleasedCell[], assessments: ReleasedAssessment[] = []): ReleasedFigures {
  return { release: '2026.1', methodVersion: '1', cells, assessments };
}

function diffCells(from: ReleasedCell[], to: ReleasedCell[]) {
  return diffReleases({ from: release(from), to: release(to) });
}

describe('a cell', () => {
  test('hidden in both releases is unchanged, whatever happened inside', () => {
    const diff = diffCells(
      [{ key: year(2024), value: 4, status: 'Q' }],
      [{ key: year(2024), value: 9, status: 'Q', reason: 'CORRECTION' }],
    );
    expect(diff).toMatchObject({ items: [], counts: { UNCHANGED: 1 } });
  });

  test('hidden now does not repeat the value that was printed', () => {
    const [item] = diffCells(
      [{ key: year(2024), value: 12 }],
      [{ key: year(2024), value: 12, status: 'Q' }],
    ).items;
    expect(item).toMatchObject({ class: 'NOW_HIDDEN', hidden: true, from: null, to: null });
  });

  test('withdrawn while hidden is withdrawn without a value', () => {
    const [item] = diffCells([{ key: year(2024), value: 12, status: 'Q' }], []).items;
    expect(item).toMatchObject({ class: 'WITHDRAWN', hidden: true, from: null });
  });

  test('that stays a gap is no news', () => {
    expect(diffCells([{ key: year(2024), value: null, status: 'O' }], []).items).toEqual([]);
  });
});

describe('the order', () => {
  test('of new cells: shown before hidden, totals before breakdowns, newest first', () => {
    const keys = diffCells(
      [],
      [
        { key: year(2023), value: null, status: 'Q' },
        { key: year(2024, 'F'), value: 1 },
        { key: year(2022), value: 1 },
        { key: year(2024), value: 1 },
      ],
    ).items.map((item) => item.kind === 'CELL' && item.key);
    expect(keys).toEqual([year(2024), year(2022), year(2024, 'F'), year(2023)]);
  });

  test('of revisions: those that cannot be compared first, then the larger', () => {
    const diff = diffCells(
      [
        { key: year(2020), value: 0 },
        { key: year(2021), value: 10 },
        { key: year(2022), value: 10 },
      ],
      [
        { key: year(2020), value: 1, reason: 'CORRECTION' },
        { key: year(2021), value: 9, reason: 'CORRECTION' },
        { key: year(2022), value: 15, reason: 'CORRECTION' },
      ],
    );
    expect(diff.items.map((item) => item.kind === 'CELL' && item.relative)).toEqual([
      null,
      0.5,
      -0.1,
    ]);
  });
});

describe('an assessment', () => {
  const before: ReleasedAssessment = {
    level: 'INDICATOR',
    subject: 'A5.1',
    country: 'KGZ',
    status: 'DELAYED',
    target: { value: 50, year: 2030 },
    baseline: { value: 20, year: 2020 },
  };

  function diff(after: Partial<ReleasedAssessment>, methodVersion = '1') {
    return diffReleases({
      from: release([], [before]),
      to: { ...release([], [{ ...before, ...after }]), methodVersion },
    }).items;
  }

  test('that goes up because its target was lowered has not gone up', () => {
    expect(diff({ status: 'ON_TRACK', target: { value: 40, year: 2031 } })).toMatchObject([
      {
        class: 'TARGET_CHANGED',
        from: 'DELAYED',
        to: 'ON_TRACK',
        steps: null,
        changed: ['target', 'targetYear'],
      },
    ]);
  });

  test.each([
    ['NO_DATA', 'NO_LONGER_ASSESSED'],
    ['SUPPRESSED', 'NOW_HIDDEN'],
  ] as const)('whose target moved and which is now %s is told both', (status, told) => {
    const items = diff({ status, target: { value: 40, year: 2030 } });
    expect(items.map((item) => item.class)).toEqual(['TARGET_CHANGED', told]);
  });

  test.each([
    ['NO_TARGET', 'NOW_ASSESSED', 'NO_TARGET'],
    ['SUPPRESSED', 'NOW_SHOWN', null],
  ] as const)('that was %s and got a target is told both', (status, told, from) => {
    const was = { ...before, status, target: null };
    const { items } = diffReleases({ from: release([], [was]), to: release([], [before]) });
    expect(items).toMatchObject([
      { class: 'TARGET_CHANGED', from },
      { class: told, from, to: 'DELAYED', changed: [] },
    ]);
  });

  test.each(['ON_TRACK', 'OFF_TRACK'] as const)(
    'whose target moved is not told as gone to %s as well',
    (status) => {
      const items = diff({ status, target: { value: 40, year: 2030 } });
      expect(items.map((item) => item.class)).toEqual(['TARGET_CHANGED']);
    },
  );

  test('keeps its target when the target is only written differently', () => {
    expect(diff({ target: { value: '50.0', year: 2030 } })).toEqual([]);
  });

  test('names no status beside a hidden one', () => {
    const moved = { status: 'SUPPRESSED', baseline: { value: 21, year: 2020 } } as const;
    expect(diff(moved)).toMatchObject([
      { class: 'TARGET_CHANGED', from: null, to: null },
      { class: 'NOW_HIDDEN', from: null, to: null },
    ]);
    expect(diff({ status: 'SUPPRESSED' })).toMatchObject([
      { class: 'NOW_HIDDEN', from: null, to: null },
    ]);
  });

  test('under another method has changed, neither up nor down', () => {
    expect(diff({ status: 'ON_TRACK' }, '2')).toMatchObject([
      { class: 'STATUS_CHANGED', cause: 'METHOD', steps: null },
    ]);
  });
});

const cell = fc.record({
  key: fc.constantFrom(year(2022), year(2023), year(2024), year(2024, 'F')),
  value: fc.option(fc.integer({ min: 0, max: 9 })),
  status: fc.constantFrom('A' as const, 'P' as const, 'Q' as const),
});
const cells = fc.uniqueArray(cell, { selector: ({ key }) => key });

test('nothing has changed between a release and itself', () => {
  fc.assert(
    fc.property(cells, (same) => {
      expect(diffCells(same, same).items).toEqual([]);
    }),
  );
});

test('a cell hidden in either release never carries a value of that release', () => {
  fc.assert(
    fc.property(cells, cells, (from, to) => {
      for (const item of diffCells(from, to).items) {
        if (item.kind !== 'CELL') continue;
        const hides = (side: ReleasedCell[]) =>
          side.some(({ key, status }) => key === item.key && status === 'Q');
        if (hides(to)) expect(item).toMatchObject({ hidden: true, from: null, to: null });
        if (hides(from)) expect(item.from).toBeNull();
        if (hides(to) || hides(from)) {
          expect(item).toMatchObject({ change: null, relative: null, reason: null });
        }
      }
    }),
  );
});

test('the order of the input never matters', () => {
  fc.assert(
    fc.property(cells, cells, (from, to) => {
      expect(diffCells(from.toReversed(), to.toReversed())).toEqual(diffCells(from, to));
    }),
  );
});

describe('how far an action is', () => {
  const action = (level: number | null, more: Partial<ReleasedAction> = {}): ReleasedAction => ({
    action: 'A2',
    country: 'UZB',
    word: level === null ? 'NOT_KNOWN' : 'UNDER_WAY',
    percent: level === null ? null : level * 100,
    parts: [{ key: 'A2.1-DEF', level }],
    ...more,
  });
  const diffActions = (from: ReleasedAction[], to: ReleasedAction[], methodVersion = '1') =>
    diffReleases({
      from: { ...release([]), actions: from },
      to: { ...release([]), methodVersion, actions: to },
    });

  test('forward is told with its points, its words and its percents', () => {
    expect(diffActions([action(0.4)], [action(0.6)]).items).toEqual([
      {
        kind: 'ACTION',
        class: 'FORWARD',
        subject: 'A2',
        country: 'UZB',
        fromWord: 'UNDER_WAY',
        toWord: 'UNDER_WAY',
        fromPercent: 40,
        toPercent: 60,
        points: 20,
        parts: [],
      },
    ]);
  });

  test('what is only now known is named, and moves nothing, whatever the percent does', () => {
    const more = action(0.8, {
      percent: 50,
      parts: [
        { key: 'A2.1-DEF', level: 0.8 },
        { key: 'A2.1-ENV', level: 0.2 },
      ],
    });
    expect(diffActions([action(0.8)], [more]).items).toMatchObject([
      { class: 'NEWLY_KNOWN', points: null, parts: ['A2.1-ENV'] },
    ]);
    expect(diffActions([more], [action(0.8)]).items).toMatchObject([
      { class: 'NO_LONGER_KNOWN', points: null, parts: ['A2.1-ENV'] },
    ]);
  });

  test('of an area that joined later is newly known', () => {
    expect(diffActions([], [action(0.8)]).items).toMatchObject([
      { class: 'NEWLY_KNOWN', fromWord: null, toWord: 'UNDER_WAY' },
    ]);
    expect(diffActions([], [action(null)]).items).toEqual([]);
  });

  test('under another method is not compared: that is told once', () => {
    expect(diffActions([action(0.4)], [action(0.8)], '2')).toMatchObject({
      items: [],
      methodChanged: true,
    });
    expect(diffActions([], []).methodChanged).toBe(false);
  });

  test('comes first: forward by points, then back, then what is newly known, before everything else', () => {
    const of = (country: string, level: number | null) => action(level, { country });
    const { items } = diffReleases({
      from: {
        ...release([]),
        actions: [of('KAZ', 0.2), of('KGZ', 0.2), of('TJK', 0.8), of('UZB', null)],
      },
      to: {
        ...release([{ key: year(2024), value: 1 }]),
        actions: [of('KAZ', 0.4), of('KGZ', 0.8), of('TJK', 0.6), of('UZB', 0.2)],
      },
    });
    expect(items.map((item) => (item.kind === 'ACTION' ? item.country : item.kind))).toEqual([
      'KGZ',
      'KAZ',
      'TJK',
      'UZB',
      'CELL',
    ]);
  });
});
