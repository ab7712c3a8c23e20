import { expect, test } from '@jest/globals';
import { rightMargin, spread, textWidth, type Label } from './labels.ts';

const label = (id: string, y: number, x = 100): Label => ({ id, text: 'Kazakhstan 23%', x, y });
const gaps = (labels: readonly Label[]) =>
  labels.slice(1).map(({ y }, i) => y - (labels[i]?.y ?? 0));

test('labels that would overlap are moved apart and keep their order', () => {
  const placed = spread([label('b', 51), label('a', 50), label('c', 53)], 16, 0, 300);
  expect(placed.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  expect(Math.min(...gaps(placed))).toBeGreaterThanOrEqual(15.9);
});
test('labels at other years stay where they are', () => {
  expect(spread([label('a', 50, 0), label('b', 51, 500)], 16, 0, 300).map(({ y }) => y)).toEqual([
    50, 51,
  ]);
});
test('labels stay inside the plot', () => {
  const placed = spread([label('a', 299), label('b', 299), label('c', 299)], 16, 0, 300);
  expect(placed.every(({ y }) => y <= 300)).toBe(true);
  expect(Math.min(...gaps(placed))).toBeGreaterThanOrEqual(15.9);
});
test('a name at the end of a line finds room right of the plot', () => {
  const text = textWidth('Kazakhstan 23%');
  const right = rightMargin([{ share: 0.95, text }], 1000, 50);
  expect(50 + 0.95 * (1000 - 50 - right) + text).toBeLessThanOrEqual(1001);
  expect(rightMargin([], 1000, 50)).toBe(14);
});
