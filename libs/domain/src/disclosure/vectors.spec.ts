import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import {
  auditPattern,
  auditReleases,
  cumulativeDisclosure,
  mayPublishPercentage,
  nestedDifference,
  planRelease,
  progressDisclosure,
  rateDisclosure,
  roundBase,
  suppress1D,
  suppress2D,
  versionDifference,
} from '../index.ts';

/** The public vectors of methods.md 2, copied here so that the tests need no other files. */
interface Vector {
  readonly id: string;
  readonly fn: string;
  readonly title: string;
  readonly input: unknown;
  readonly expected: Record<string, unknown>;
}

const FUNCTIONS = {
  auditPattern,
  auditReleases,
  cumulativeDisclosure,
  mayPublishPercentage,
  nestedDifference,
  planRelease,
  progressDisclosure,
  rateDisclosure,
  roundBase,
  suppress1D,
  suppress2D,
  versionDifference,
} as unknown as Record<string, (input: unknown) => Record<string, unknown>>;

/** Keys of a vector that limit how much may be hidden; they are not fields of the result. */
const BOUNDS = ['mustHide', 'minimumHiddenCount', 'maxHiddenCount'];

describe('public vectors', () => {
  const files = ['suppression.vectors.json', 'release-disclosure.vectors.json'];
  const vectors = files.flatMap((file) => {
    const text = readFileSync(new URL(file, import.meta.url), 'utf8');
    return (JSON.parse(text) as { vectors: Vector[] }).vectors;
  });
  for (const { id, fn, title, input, expected } of vectors) {
    test(`${id} ${fn}: ${title}`, () => {
      const result = FUNCTIONS[fn]?.(input);
      const keys = Object.keys(expected).filter((key) => !BOUNDS.includes(key));
      // The pattern must match the vector cell for cell, although its "properties" would allow others.
      for (const key of keys) expect([key, result?.[key]]).toEqual([key, expected[key]]);
    });
  }
});
