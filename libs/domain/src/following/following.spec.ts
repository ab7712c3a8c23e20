import { describe, expect, it } from '@jest/globals';
import { concerns, type Follow } from './concerns.ts';
import { countNews } from './count-news.ts';
import { viewName, viewNameProblem, viewPathProblem } from './saved-view.ts';
import { withVisit } from './visit.ts';

const indicatorsOf = (action: string) => new Set(action === 'A6' ? ['A6.1', 'C3'] : []);
const value = { level: null, subject: 'A6.1', area: 'KGZ' };
const status = { level: 'INDICATOR', subject: 'C3', area: 'UZB' };
const action = { level: 'ACTION', subject: 'A6', area: 'KGZ' };
const other = { level: null, subject: 'A1.1', area: 'TJK' };

describe('what concerns somebody who follows', () => {
  const told = (follow: Follow) =>
    [value, status, action, other].filter((change) => concerns(follow, change, indicatorsOf));

  it('a country: whatever changed there', () => {
    expect(told({ kind: 'COUNTRY', code: 'KGZ' })).toEqual([value, action]);
  });

  it('an action: its status and its indicators, in any country', () => {
    expect(told({ kind: 'ACTION', code: 'A6' })).toEqual([value, status, action]);
  });

  it('an indicator: its values and statuses, and no action of the same code', () => {
    expect(told({ kind: 'INDICATOR', code: 'C3' })).toEqual([status]);
    expect(told({ kind: 'INDICATOR', code: 'A6' })).toEqual([]);
  });

  it('something that is not there: nothing', () => {
    expect(told({ kind: 'ACTION', code: 'Z9' })).toEqual([]);
  });
});

describe('news', () => {
  it('are counted in few kinds, every class in one', () => {
    expect(
      countNews([
        'NEW',
        'NEW',
        'REVISED',
        'FORWARD',
        'NEWLY_KNOWN',
        'STATUS_UP',
        'NOW_ASSESSED',
        'TARGET_CHANGED',
        'NOW_HIDDEN',
      ]),
    ).toEqual({ newValues: 2, revised: 1, actions: 2, statuses: 2, targets: 1, others: 1 });
  });
});

describe('a visit', () => {
  const at = (time: string, release = '2026.1') => ({
    at: new Date(`2026-05-12T${time}:00Z`),
    release,
  });

  it('is the first where nothing is known', () => {
    expect(withVisit(null, at('08:00'))).toEqual({ last: at('08:00'), before: null });
  });

  it('goes on for four hours after each look, so that a second page changes nothing', () => {
    const first = withVisit(null, at('08:00'));
    const second = withVisit(first, at('11:59'));
    expect(withVisit(second, at('15:58'))).toEqual({ last: at('15:58'), before: null });
  });

  it('ends then: the next look begins another, and the last visit is the look before', () => {
    const known = withVisit(null, at('08:00'));
    const again = withVisit(known, at('12:00', '2026.2'));
    expect(again).toEqual({ last: at('12:00', '2026.2'), before: at('08:00') });
    // news are still counted since the end of the visit before
    expect(withVisit(again, at('12:30', '2026.3')).before).toEqual(at('08:00'));
  });
});

describe('a saved view', () => {
  it.each([
    '/en',
    '/ru?status=OFF_TRACK',
    '/kk/actions/A6',
    '/en/indicators/A4.2?c=KAZ~UZB&t=2010..2024',
    '/en/changes?since=2026-03-01#NEW',
    '/en/search?q=%D0%BF',
    '/en/compare',
    '/en/quality?c=KGZ',
  ])('may lead to %s', (path) => {
    expect(viewPathProblem(path)).toBeNull();
  });

  it.each([
    '',
    'https://evil.example/en',
    '//evil.example/en',
    '/\\evil.example',
    '/en\\evil',
    '/en//evil.example',
    '/en/../admin',
    '/en/./admin',
    '/english',
    '/de',
    '/xx/countries/KGZ',
    '/feeds/releases.xml',
    '/assets/x.js',
    'javascript:alert(1)',
    '/en/actions/A6\nx',
    '/en/search?q=п',
    '/en/report/KGZ/2025',
    '/en/admin',
    '/en/review/quality',
    '/en/sign-in?next=/en',
    `/en?q=${'x'.repeat(500)}`,
  ])('may not lead to %j', (path) => {
    expect(viewPathProblem(path)).toBe('VIEW_NOT_PUBLIC');
  });

  it('has a name, without needless spaces, of at most 80 letters', () => {
    expect(viewName('  My \n view ')).toBe('My view');
    expect(viewNameProblem(' \t')).toBe('VIEW_NAME_MISSING');
    expect(viewNameProblem('ә'.repeat(80))).toBeNull();
    expect(viewNameProblem('ә'.repeat(81))).toBe('VIEW_NAME_TOO_LONG');
  });
});
