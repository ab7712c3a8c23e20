import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { compareNatural } from './natural-order.ts';

const code = fc.string({ unit: fc.constantFrom('A', 'a', '.', '|', '_', '0', '1', '2', '9', 'Ж') });

test('A1.2 stands before A1.10', () => {
  const codes = ['A10', 'A1.10', 'F1', 'A1.2', 'A2', 'A1'];
  expect(codes.toSorted(compareNatural)).toEqual(['A1', 'A1.2', 'A1.10', 'A2', 'A10', 'F1']);
});

test('other characters stand before digits', () => {
  expect(['1', 'A', '2'].toSorted(compareNatural)).toEqual(['A', '1', '2']);
});

test('numbers longer than a double can hold compare by value', () => {
  expect(compareNatural('A90071992547409931', 'A90071992547409930')).toBeGreaterThan(0);
});

test('codes that differ only in leading zeros still have an order', () => {
  expect(compareNatural('A01', 'A1')).toBeLessThan(0);
});

test('the order is total', () => {
  fc.assert(
    fc.property(code, code, code, (a, b, c) => {
      const [ab, ba] = [Math.sign(compareNatural(a, b)), Math.sign(compareNatural(b, a))];
      expect(ab + ba).toBe(0);
      expect(ab === 0).toBe(a === b);
      if (ab <= 0 && compareNatural(b, c) <= 0) {
        expect(compareNatural(a, c)).toBeLessThanOrEqual(0);
      }
    }),
  );
});
