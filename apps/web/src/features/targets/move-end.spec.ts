import { expect, test } from '@jest/globals';
import { moved, movedByKey } from './move-end.ts';
import { withMargin, valueAt } from './plan-chart.model.ts';

const row = { decimals: 1, min: '0', max: '100' };

test('a dragged value has the decimals of its indicator and stays inside its limits', () => {
  expect(moved(33.333_333, row)).toBe('33.3');
  expect(moved(104, row)).toBe('100');
  expect(moved(-0.2, row)).toBe('0');
  expect(moved(-0.2, { ...row, min: null })).toBe('-0.2');
});

test('keys move the end by one or by ten, and others by nothing', () => {
  expect(movedByKey('ArrowUp', '50', row)).toBe('51');
  expect(movedByKey('ArrowDown', '0.4', row)).toBe('0');
  expect(movedByKey('PageUp', '50', row)).toBe('60');
  expect(movedByKey('a', '50', row)).toBeNull();
});

test('there is room to drag beyond what was drawn', () => {
  expect(withMargin({ low: 20, high: 40 })).toEqual({ low: 10, high: 50 });
  expect(withMargin({ low: 3, high: 3 })).toEqual({ low: 0, high: 6 });
  expect(valueAt(36, { low: 10, high: 50 })).toBe(50);
  expect(valueAt(184, { low: 10, high: 50 })).toBe(10);
  expect(valueAt(110, { low: 10, high: 50 })).toBe(30);
});
