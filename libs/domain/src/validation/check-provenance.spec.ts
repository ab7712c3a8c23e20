import { describe, expect, test } from '@jest/globals';

import { checkProvenance, type Provenance } from './check-provenance.ts';

const ministry: Provenance = { body: ['Ministry of Justice', 'Министерство юстиции'], evidence: 0 };
const codes = (...of: Parameters<typeof checkProvenance>) =>
  checkProvenance(...of).map(({ code }) => code);

describe('a source', () => {
  test('is the reporting body where a value names no other', () => {
    expect(codes('NUMERIC', '7', ministry)).toEqual([]);
  });

  test('is needed where it is not known who reports', () => {
    expect(codes('NUMERIC', '7', { ...ministry, body: [] })).toEqual(['SOURCE_REQUIRED']);
    expect(codes('NUMERIC', '7', { ...ministry, body: [], source: ' ' })).toEqual([
      'SOURCE_REQUIRED',
    ]);
    expect(codes('NUMERIC', '7', { ...ministry, body: [], source: 'Register' })).toEqual([]);
  });

  test('is not asked of a gap', () => {
    expect(codes('NUMERIC', null, { body: [], evidence: 0 })).toEqual([]);
  });
});

describe.each(['MILESTONE', 'BINARY'] as const)('a %s', (kind) => {
  const moved = { ...ministry, published: '0' };

  test('that is not what was published needs something that proves it', () => {
    expect(checkProvenance(kind, '1', moved)).toEqual([
      {
        rule: 'checkProvenance',
        code: 'EVIDENCE_REQUIRED',
        severity: 'ERROR',
        params: { before: '0', value: '1' },
      },
    ]);
  });

  test('is proved by a file or link, or by a document that is named', () => {
    expect(codes(kind, '1', { ...moved, evidence: 1 })).toEqual([]);
    expect(codes(kind, '1', { ...moved, source: 'Law 63, article 4' })).toEqual([]);
  });

  test('is not proved by the name of the body alone, in whatever language', () => {
    expect(codes(kind, '1', { ...moved, source: ' министерство  ЮСТИЦИИ ' })).toEqual([
      'EVIDENCE_REQUIRED',
    ]);
  });

  test('that stays, or of which nothing is claimed, needs nothing more', () => {
    expect(codes(kind, '0.0', moved)).toEqual([]);
    expect(codes(kind, '0', ministry)).toEqual([]);
  });
});

test('the first stage of a law is proved, the first yes is told as it is', () => {
  expect(codes('MILESTONE', '1', ministry)).toEqual(['EVIDENCE_REQUIRED']);
  expect(codes('BINARY', '1', ministry)).toEqual([]);
});

test('a number may change without a document', () => {
  expect(codes('NUMERIC', '9', { ...ministry, published: '7' })).toEqual([]);
});
