import { describe, expect, test } from '@jest/globals';
import { checkSubmission } from './check-cell.ts';
import { isFactDate } from '../periods/fact-date.ts';
import { checkFact, readFact } from './check-fact.ts';
import type { Provenance } from './check-provenance.ts';

const ministry: Provenance = { body: ['Ministry of Justice'], evidence: 0 };
const fact = { factDate: '2025-03-12', provision: 'Labour Code, article 7' };

const codes = (
  of: Partial<Parameters<typeof checkFact>[0]>,
  more: Partial<Provenance> = {},
): string[] =>
  checkFact({ value: '4', year: 2025, fact, ...of }, { ...ministry, ...more }).map(
    ({ code }) => code,
  );

describe('a stage of an element', () => {
  test('has a date in its year or before', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ fact: { ...fact, factDate: null } })).toEqual(['FACT_DATE_REQUIRED']);
    expect(codes({ fact: { ...fact, factDate: '2026' } })).toEqual(['FACT_DATE_LATER']);
    expect(codes({ fact: { ...fact, factDate: '2019' } })).toEqual([]);
  });

  test('names the provision or another source where it is new and above 0', () => {
    const bare = { factDate: '2025' };
    expect(codes({ fact: bare })).toEqual(['PROVISION_REQUIRED']);
    expect(codes({ fact: bare }, { source: 'Ministry of Justice' })).toEqual([
      'PROVISION_REQUIRED',
    ]);
    expect(codes({ fact: bare }, { source: 'Law No. 63' })).toEqual([]);
    expect(codes({ fact: bare }, { published: '4' })).toEqual([]);
    expect(codes({ fact: bare, value: '0' })).toEqual([]);
  });

  test('that is no longer proven claims nothing', () => {
    expect(codes({ value: null, fact: null })).toEqual([]);
  });
});

test('a law is handed in with its facts, its proof, and a whole stage only', () => {
  const found = (value: string, more: Partial<Provenance> = {}) =>
    checkSubmission(
      { indicator: { kind: 'MILESTONE' }, value, year: 2025, currentYear: 2026, fact },
      { ...ministry, ...more },
    ).hits.map(({ code }) => code);
  expect(found('4', { evidence: 1 })).toEqual([]);
  expect(found('4')).toEqual(['EVIDENCE_REQUIRED']);
  expect(found('0')).toEqual([]);
  expect(found('6', { evidence: 1 })).toEqual(['ABOVE_MAX']);
  expect(found('2.5', { evidence: 1 })).toEqual(['NOT_INTEGER']);
});

describe('what was entered of a fact', () => {
  test('is official unless said', () => {
    expect(readFact({ value: '4', ...fact }, true)).toEqual({
      fact: { ...fact, basis: 'OFFICIAL' },
      problems: [],
    });
    expect(readFact({ value: '4', ...fact, basis: 'MEDIA' }, true).fact.basis).toBe('MEDIA');
  });

  test('is none where nothing was entered', () => {
    const none = { factDate: null, provision: null, basis: null };
    expect(readFact({ factDate: '2025' }, true)).toEqual({ fact: none, problems: [] });
  });

  test('belongs to elements only', () => {
    expect(readFact({ value: '4', factDate: '2025', provision: ' ' }, false).problems).toEqual([
      { field: 'factDate', code: 'FACT_OF_ELEMENT_ONLY' },
    ]);
  });

  test.each([
    ['2025', true],
    ['2025-03', true],
    ['2025-03-12', true],
    ['2025-02-30', false],
    ['2025-13', false],
    ['12.03.2025', false],
    ['25', false],
    ['2025-', false],
    ['2025-03-1', false],
  ])('%s is a date: %s', (text, is) => {
    expect(isFactDate(text)).toBe(is);
    const { problems } = readFact({ value: '4', factDate: text }, true);
    expect(problems).toEqual(is ? [] : [{ field: 'factDate', code: 'FACT_DATE_INVALID' }]);
  });
});
