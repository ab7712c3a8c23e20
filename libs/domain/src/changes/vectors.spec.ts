import { expect, test } from '@jest/globals';

import { readVectors } from '../progress/read-vectors.fixture.ts';
import { diffReleases } from './diff-releases.ts';
import { statusChange } from './status-change.ts';

const functions: Record<string, (input: never) => unknown> = { diffReleases, statusChange };

test.each(readVectors(new URL('changes.vectors.json', import.meta.url)))(
  '%s: %s',
  (_id, _title, { fn, input, expected }) => {
    // a result may hold more than the vector lists
    expect(functions[fn]?.(input)).toMatchObject(expected as object);
  },
);
