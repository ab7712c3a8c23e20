import { describe, expect, test } from '@jest/globals';
import { ROLES } from './access.ts';
import {
  areaProblem,
  gainsRights,
  hasSameBounds,
  limitProblem,
  needsSecondPerson,
  successorProblem,
} from './account.ts';

describe('the area of an account', () => {
  test('is needed by a reporter', () => {
    expect(areaProblem('REPORTER', 'KGZ')).toBeNull();
    for (const none of [null, undefined, '']) {
      expect(areaProblem('REPORTER', none)).toBe('AREA_REQUIRED');
    }
  });

  test('is not given to anybody else', () => {
    for (const role of ROLES.filter((other) => other !== 'REPORTER')) {
      expect(areaProblem(role, 'KGZ')).toBe('AREA_NOT_ALLOWED');
      expect(areaProblem(role, null)).toBeNull();
      expect(areaProblem(role, '')).toBeNull();
    }
  });
});

test('only an officer is limited to countries, and never to none', () => {
  expect(limitProblem('OFFICER', null)).toBeNull();
  expect(limitProblem('OFFICER', ['KGZ', 'TJK'])).toBeNull();
  expect(limitProblem('OFFICER', [])).toBe('AREA_REQUIRED');
  for (const role of ROLES.filter((other) => other !== 'OFFICER')) {
    expect(limitProblem(role, null)).toBeNull();
    expect(limitProblem(role, ['KGZ'])).toBe('AREA_NOT_ALLOWED');
  }
});

test('an officer of some countries is followed by an officer of the same', () => {
  const leaver = { id: '1', role: 'OFFICER', area: null, areas: ['KGZ', 'TJK'] } as const;
  const heir = { ...leaver, id: '2' };
  expect(successorProblem(leaver, { ...heir, areas: ['TJK', 'KGZ'] })).toBeNull();
  for (const areas of [null, ['KGZ']])
    expect(successorProblem(leaver, { ...heir, areas })).toBe('HEIR_HAS_DUTIES');
});

describe('who takes over from a reporter of Kyrgyzstan', () => {
  const leaver = { id: '1', role: 'REPORTER', area: 'KGZ' } as const;

  test.each([
    ['REPORTER', 'KGZ', null],
    ['DONOR', null, null],
    ['REPORTER', 'TJK', 'HEIR_HAS_DUTIES'],
    ['OFFICER', null, 'HEIR_HAS_DUTIES'],
    ['ADMIN', null, 'HEIR_HAS_DUTIES'],
    ['AUDITOR', null, 'HEIR_HAS_DUTIES'],
  ] as const)('a %s of %s: %s', (role, area, answer) => {
    expect(successorProblem(leaver, { id: '2', role, area })).toBe(answer);
  });

  test('is not the same person', () => {
    expect(successorProblem(leaver, leaver)).toBe('HEIR_IS_SAME');
  });
});

test('a second person is needed for whoever reviews, publishes or makes accounts', () => {
  expect(ROLES.filter(needsSecondPerson)).toEqual(['OFFICER', 'ADMIN']);
});

describe('a change of an officer', () => {
  const limitedTo = (areas: string[] | null) => ({ role: 'OFFICER', area: null, areas }) as const;

  test.each([
    [['KGZ'], ['KGZ', 'UZB'], true],
    [['KGZ'], null, true],
    [['KGZ', 'UZB'], ['UZB'], false],
    [null, ['KGZ'], false],
    [null, null, false],
  ])('from %j to %j gives new rights: %s', (before, after, gains) => {
    expect(gainsRights(limitedTo(before), limitedTo(after))).toBe(gains);
  });

  test('gives new rights by another role', () => {
    const reporter = { role: 'REPORTER', area: 'KGZ' } as const;
    expect(gainsRights(reporter, limitedTo(['KGZ']))).toBe(true);
  });

  test('is none where only the order of the areas differs', () => {
    expect(hasSameBounds(limitedTo(['KGZ', 'UZB']), limitedTo(['UZB', 'KGZ']))).toBe(true);
    expect(hasSameBounds(limitedTo(['KGZ']), limitedTo(null))).toBe(false);
  });
});
