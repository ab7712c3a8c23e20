import { describe, expect, it } from '@jest/globals';
import { changesOf } from './audit-search.service.ts';

describe('the changes of an audit event', () => {
  it('stand side by side, field by field', () => {
    expect(
      changesOf({ state: 'DRAFT', revision: { value: '1.50' } }, { state: 'DRAFT', version: 2 }),
    ).toEqual([
      { field: 'state', before: 'DRAFT', after: 'DRAFT' },
      { field: 'revision.value', before: '1.50', after: null },
      { field: 'version', before: null, after: '2' },
    ]);
  });

  it('are lists too, and nothing of nothing', () => {
    expect(changesOf(null, { ids: ['a', false], rows: [{ n: 1 }], empty: [], none: null })).toEqual(
      [
        { field: 'ids', before: null, after: 'a, false' },
        { field: 'rows.0.n', before: null, after: '1' },
        { field: 'empty', before: null, after: '[]' },
      ],
    );
    expect(changesOf(null, null)).toEqual([]);
  });
});
