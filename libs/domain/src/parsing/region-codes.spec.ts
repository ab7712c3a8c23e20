import { describe, expect, it } from '@jest/globals';
import { regionCodes } from './region-codes.ts';

describe('a region is known', () => {
  it.each([
    ['KG-Y', ['KG-Y', 'KGY', 'KG02', '41702', '41702000000000']],
    ['KG-GB', ['KG-GB', 'KGGB', 'KG11', '41711', '41711000000000']],
    ['UZ-AN', ['UZ-AN', 'UZAN', '1703', 'UZ1703', '1703000000']],
    ['KZ-10', ['KZ-10', 'KZ10', '100000000']],
    ['KZ-11', ['KZ-11', 'KZ11', '110000000', 'KZ-AKM', 'KZAKM']],
    ['TJ-SU', ['TJ-SU', 'TJSU']],
  ])('%s by its ISO code and by that of the national office', (iso, codes) => {
    expect(regionCodes(iso)).toEqual(codes);
  });
});
