import { expect, test } from '@jest/globals';

import { readVectors } from '../progress/read-vectors.fixture.ts';
import { dataQuality } from './data-quality.ts';

test.each(readVectors(new URL('quality.vectors.json', import.meta.url)))(
  '%s: %s',
  (_id, _title, { input, expected }) => {
    expect(dataQuality(input)).toEqual(expected);
  },
);
