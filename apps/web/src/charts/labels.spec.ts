import { expect, test } from '@jest/globals';
import { crosses, placeLabels, rightMargin, textWidth, type Label, type Stroke } from './labels.ts';

const bounds = { left: 0, right: 900, top: 0, bottom: 300 };
const label = (id: string, y: number, x = 100): Label => ({ id, text: 'Kazakhstan 23%', x, y });
const placed = (labels: readonly Label[], strokes: readonly Stroke[] = []) =>
  placeLabels(labels, strokes, 16, bounds);
const boxes = (labels: readonly Label[]) =>
  labels.map(({ x, y, text }) => ({
    left: x,
    right: x + textWidth(text),
    top: y - 5,
    bottom: y + 5,
  }));

test('labels that would overlap stand apart', () => {
  const found = boxes(placed([label('b', 51), label('a', 50), label('c', 53)]));
  for (const [i, a] of found.entries())
    for (const b of found.slice(i + 1))
      expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(
        false,
      );
});
test('labels at other years stay where they are', () => {
  expect(placed([label('a', 50, 0), label('b', 51, 500)]).map(({ y }) => y)).toEqual([50, 51]);
});
test('labels stay inside the plot', () => {
  const found = placed([label('a', 299), label('b', 299), label('c', 299, 880)]);
  expect(found.every(({ y }) => y <= 300)).toBe(true);
  expect(Math.max(...boxes(found).map(({ right }) => right))).toBeLessThanOrEqual(900);
});
test('a name lies on no line where there is a place beside it', () => {
  const level: Stroke = { x1: 0, y1: 150, x2: 900, y2: 150 };
  const rising: Stroke = { x1: 90, y1: 300, x2: 400, y2: 0 };
  const [name] = boxes(placed([label('a', 150)], [level, rising]));
  expect(name && [level, rising].some((stroke) => crosses(stroke, name))).toBe(false);
});
test('a line through a corner crosses, one beside it does not', () => {
  const box = { left: 10, right: 20, top: 10, bottom: 20 };
  expect(crosses({ x1: 0, y1: 0, x2: 30, y2: 30 }, box)).toBe(true);
  expect(crosses({ x1: 0, y1: 0, x2: 30, y2: 5 }, box)).toBe(false);
  expect(crosses({ x1: 15, y1: 15, x2: 15, y2: 15 }, box)).toBe(true);
});
test('a name at the end of a line finds room right of the plot', () => {
  const text = textWidth('Kazakhstan 23%');
  const right = rightMargin([{ share: 0.95, text }], 1000, 50);
  expect(50 + 0.95 * (1000 - 50 - right) + text).toBeLessThanOrEqual(1001);
  expect(rightMargin([], 1000, 50)).toBe(14);
});
