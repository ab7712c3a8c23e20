import { describe, expect, test } from '@jest/globals';
import { judgeFirstValue, type FirstValue } from './first-value.ts';

const share: FirstValue = {
  kind: 'NUMERIC',
  value: '62',
  min: 0,
  max: 100,
  counts: false,
  hasSource: true,
  otherSources: [],
  neighbours: [],
};
const rate: FirstValue = { ...share, max: null, value: '3.2' };
const count: FirstValue = { ...rate, counts: true, value: '900', people: '7000000' };

describe('a first value', () => {
  test.each<[string, Partial<FirstValue>, string]>([
    ['between natural limits, with nothing known', {}, 'EXPECTED'],
    ['without a source', { hasSource: false }, 'UNKNOWN'],
    ['a third of the scale below the others', { value: '21', neighbours: values(55, 80) }, 'FAR'],
    ['within a third of them', { value: '22', neighbours: values(55, 80, 50) }, 'EXPECTED'],
    ['beside another source', { value: '12', otherSources: ['9.1'] }, 'EXPECTED'],
    [
      'far from another source, whatever the others say',
      { value: '60', otherSources: ['9.1'], neighbours: values(58) },
      'FAR',
    ],
  ])('a share %s', (_what, patch, verdict) => {
    expect(judgeFirstValue({ ...share, ...patch })).toBe(verdict);
  });

  test.each<[string, Partial<FirstValue>, string]>([
    ['with nothing known', {}, 'UNKNOWN'],
    ['of the order of the others', { neighbours: values(0.4, 1.1) }, 'EXPECTED'],
    ['a thousand times theirs', { value: '3200', neighbours: values(0.4, 1.1) }, 'FAR'],
    ['a million per million', { value: '1000000', neighbours: values(2, 9) }, 'FAR'],
    ['zero, where there is something elsewhere', { value: '0', neighbours: values(2, 9) }, 'FAR'],
  ])('a rate without limits %s', (_what, patch, verdict) => {
    expect(judgeFirstValue({ ...rate, ...patch })).toBe(verdict);
  });

  test('a count is held against the others by the number of people', () => {
    const neighbours = [{ value: '9000', people: '35000000' }];
    expect(judgeFirstValue({ ...count, neighbours })).toBe('EXPECTED');
    expect(judgeFirstValue({ ...count, neighbours, value: '90000' })).toBe('FAR');
    expect(judgeFirstValue({ ...count, neighbours, people: null })).toBe('UNKNOWN');
  });

  test('no count is larger than the population, and no part than its whole', () => {
    expect(judgeFirstValue({ ...count, value: '7000001' })).toBe('FAR');
    expect(judgeFirstValue({ ...count, whole: '900' })).toBe('EXPECTED');
    expect(judgeFirstValue({ ...count, whole: '899' })).toBe('FAR');
  });

  test('of a law only what is not claimed needs no reader', () => {
    expect(judgeFirstValue({ ...share, kind: 'MILESTONE', value: '0' })).toBe('EXPECTED');
    expect(judgeFirstValue({ ...share, kind: 'MILESTONE', value: '4' })).toBe('UNKNOWN');
    expect(judgeFirstValue({ ...share, kind: 'BINARY', value: '1' })).toBe('UNKNOWN');
  });
});

function values(...figures: number[]): FirstValue['neighbours'] {
  return figures.map((value) => ({ value }));
}
