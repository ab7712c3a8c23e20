import { expect, test } from '@jest/globals';

import { normaliseCode } from './normalise-code.ts';

const codelist = ['KZ', 'KG', 'POL_TRAINED', 'A1-B', 'HOME'];

test.each([
  ['кz', 'KZ', ['LOOKALIKE_FIXED', 'CASE_FIXED']],
  ['НОМЕ', 'HOME', ['LOOKALIKE_FIXED']],
  ['pol – trained', 'POL_TRAINED', ['CASE_FIXED', 'SEPARATOR_FIXED']],
  ['POL TRAINED', 'POL_TRAINED', ['SEPARATOR_FIXED']],
  ['a1-b', 'A1-B', ['CASE_FIXED']],
  ['\u200BKG\u00A0', 'KG', []],
])('%j is the code %s', (text, code, warnings) => {
  expect(normaliseCode({ text, codelist })).toEqual({ code, error: null, warnings });
});

test.each(['ҚZ', 'ЖZ', '', 'K', null])('%j is in no list', (text) => {
  expect(normaliseCode({ text, codelist })).toEqual({
    code: null,
    error: 'UNKNOWN_CODE',
    warnings: [],
  });
});
