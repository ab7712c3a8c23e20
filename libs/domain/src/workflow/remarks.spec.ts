import { describe, expect, test } from '@jest/globals';
import { remarksOn, type ReviewedValue } from './remarks.ts';

const plain: ReviewedValue = {
  kind: 'NUMERIC',
  value: '24',
  source: 'Register of officers',
  comment: null,
  hits: [{ severity: 'OK' }],
  before: { value: '23', source: 'register  of Officers' },
  first: 'UNKNOWN',
  corrects: false,
  discussed: false,
};

describe('remarksOn', () => {
  test('a value like last year’s, from the same source, needs no closer look', () => {
    expect(remarksOn(plain)).toEqual([]);
  });

  test('a first value that nothing speaks against needs none either', () => {
    expect(remarksOn({ ...plain, before: null, first: 'EXPECTED' })).toEqual([]);
  });

  test('a rule that could not judge is no remark', () => {
    expect(remarksOn({ ...plain, hits: [{ severity: 'SKIP' }] })).toEqual([]);
  });

  test('a blank source claims no new one', () => {
    expect(remarksOn({ ...plain, source: ' ' })).toEqual([]);
  });

  test.each<[string, Partial<ReviewedValue>, string[]]>([
    ['a warning', { hits: [{ severity: 'WARN' }] }, ['RULE_HIT']],
    ['a correction', { corrects: true }, ['CORRECTION']],
    ['no value', { value: null }, ['NO_VALUE']],
    ['no earlier value', { before: null }, ['FIRST_VALUE']],
    ['a first value far from the others', { before: null, first: 'FAR' }, ['FAR_FROM_KNOWN']],
    ['an earlier year without a value', { before: { value: null } }, ['FIRST_VALUE', 'NEW_SOURCE']],
    ['another source', { source: 'Survey' }, ['NEW_SOURCE']],
    ['a comment', { comment: 'Two districts joined.' }, ['COMMENT']],
    ['a conversation', { discussed: true }, ['CONVERSATION']],
    [
      'a stage that moved',
      { kind: 'MILESTONE', value: '3', before: { value: '2' } },
      ['STAGE_MOVED', 'NEW_SOURCE'],
    ],
  ])('%s is looked at', (_name, patch, remarks) => {
    expect(remarksOn({ ...plain, ...patch })).toEqual(remarks);
  });

  test('a stage that stands where it stood is none', () => {
    const before = { value: '2.0', source: plain.source };
    expect(remarksOn({ ...plain, kind: 'MILESTONE', value: '2', before })).toEqual([]);
  });
});
