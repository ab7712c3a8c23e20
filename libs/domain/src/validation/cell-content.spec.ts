import { describe, expect, test } from '@jest/globals';
import { type CellEntry, entryOf, isBlankEntry, readCellEntry } from './cell-content.ts';
import { checkSubmission, needsComment } from './check-cell.ts';

const share = { multiplier: '100', decimals: 1, max: '100' };

const contentOf = (entry: CellEntry) => readCellEntry(entry, share).content;
const problemsOf = (entry: CellEntry) =>
  readCellEntry(entry, share).problems.map(({ field, code }) => `${field} ${code}`);

describe('what was entered', () => {
  test.each<CellEntry>([
    { value: '12.5' },
    { numerator: '275', denominator: '4100' },
    { numerator: '0', denominator: '0' },
    { numerator: '3', denominator: '0' },
    { missingReason: 'NOT_SHARED' },
  ])('is read from what the cell holds: %j', (entry) => {
    const content = contentOf(entry);
    if (content === null) throw new Error('It makes no content.');
    const nothing = { value: null, numerator: null, denominator: null, missingReason: null };
    expect(entryOf(content, share)).toEqual({ ...nothing, ...entry });
  });

  test.each(['67.1', '6.71'])('is the value beside parts that do not give it: %s', (value) => {
    const content = contentOf({ value, numerator: '275', denominator: '4100' });
    expect(content && entryOf(content, share)).toMatchObject({ value, numerator: '275' });
  });
});

describe('what a cell holds', () => {
  test('is a value in its one spelling, of normal status', () => {
    expect(contentOf({ value: '012.50' })).toEqual({
      value: '12.5',
      numerator: null,
      denominator: null,
      missingReason: null,
      obsStatus: 'A',
    });
  });

  test('is the value that its parts give, at the decimals of the indicator', () => {
    expect(contentOf({ numerator: '275', denominator: '4100' })?.value).toBe('6.7');
  });

  test('is the value that was typed beside its parts, even a wrong one: a rule tells', () => {
    const entry = { value: '67.1', numerator: '275', denominator: '4100' };
    expect(contentOf(entry)?.value).toBe('67.1');
  });

  test('is no value where the parts make none', () => {
    const entry = { numerator: '3', denominator: '0' };
    expect(contentOf(entry)).toMatchObject({ value: null, missingReason: null, numerator: '3' });
    expect(contentOf({ numerator: '5', denominator: '4' })?.value).toBeNull();
  });

  test('is that nothing of nothing does not apply', () => {
    const entry = { numerator: '0', denominator: '0' };
    expect(contentOf(entry)).toMatchObject({ missingReason: 'NOT_APPLICABLE', obsStatus: 'M' });
  });

  test('is the reason why there is no value, with its status', () => {
    const entry = { missingReason: 'NOT_COLLECTED', obsStatus: 'E' } as const;
    expect(contentOf(entry)).toMatchObject({ value: null, obsStatus: 'L' });
  });
});

describe('an entry is refused', () => {
  test.each<[string, CellEntry, string[]]>([
    ['of nothing', {}, ['value EMPTY_CELL']],
    ['with a status alone', { obsStatus: 'A' }, ['value EMPTY_CELL']],
    ['of half a rate', { numerator: '3' }, ['denominator MISSING_DENOMINATOR']],
    ['of the other half', { denominator: '3' }, ['numerator MISSING_NUMERATOR']],
    [
      'with a value and a reason why there is none',
      { value: '0', missingReason: 'NOT_SHARED' },
      ['missingReason REASON_EXCLUDES_VALUE'],
    ],
    ['with the status of a gap', { value: '0', obsStatus: 'O' }, ['obsStatus UNKNOWN_STATUS']],
    ['that no column can hold', { value: '1234567890.123456' }, ['value TOO_MANY_DIGITS']],
    [
      'with parts that are no decimals',
      { numerator: '1e3', denominator: '' },
      ['numerator NOT_A_DECIMAL', 'denominator NOT_A_DECIMAL'],
    ],
  ])('%s', (_what, entry, problems) => {
    expect(problemsOf(entry)).toEqual(problems);
  });
});

test('a rate of more digits than a number has is refused', () => {
  const entry = { numerator: '99999999999999', denominator: '0.7' };
  expect(readCellEntry(entry, { multiplier: '10000', decimals: 1 })).toEqual({
    content: null,
    problems: [{ field: 'value', code: 'TOO_MANY_DIGITS' }],
  });
});

test('zero is something, a comment is not looked at', () => {
  expect(isBlankEntry({ value: '0' })).toBe(false);
  expect(isBlankEntry({ missingReason: 'SUPPRESSED' })).toBe(false);
  expect(isBlankEntry({ obsStatus: 'A' })).toBe(true);
});

describe('a comment is needed', () => {
  test('for every reason why there is no value, also for one that the parts gave', () => {
    const content = contentOf({ numerator: '0', denominator: '0' });
    expect(content && needsComment(content, [])).toBe(true);
  });

  test('for what a rule warns of, and is asked for once', () => {
    expect(needsComment({}, [{ severity: 'WARN' }])).toBe(true);
    expect(needsComment({}, [{ severity: 'ERROR' }])).toBe(false);
    const gap = { missingReason: 'NOT_COLLECTED', obsStatus: 'L' } as const;
    const { hits } = checkSubmission(
      { ...gap, indicator: { kind: 'NUMERIC' }, year: 2026, currentYear: 2026 },
      'NAMED_SOURCE',
    );
    expect(hits.filter(({ code }) => code === 'COMMENT_REQUIRED')).toHaveLength(1);
  });
});
