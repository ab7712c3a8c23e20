import { describe, expect, it } from '@jest/globals';
import { exportPath, readFilter } from './filter.ts';

describe('the filter of the audit', () => {
  it('is what the address says of it', () => {
    expect(readFilter({ who: ' aida ', value: '', colour: 'red', area: undefined })).toEqual({
      who: 'aida',
    });
  });

  it('leads to a file of the same events', () => {
    expect(exportPath({})).toBe('/work/audit.csv');
    expect(exportPath({ who: 'a&b', value: '1,5 %' })).toBe(
      '/work/audit.csv?who=a%26b&value=1%2C5+%25',
    );
  });
});
