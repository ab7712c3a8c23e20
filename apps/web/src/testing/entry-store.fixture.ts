import type { FormRowFragment } from '../features/observations/return-form.generated.ts';
import { cell } from './form.fixture.ts';

/** So many empty cells of one return. */
export function emptyCells(count: number): FormRowFragment[] {
  return Array.from({ length: count }, (_, index) => {
    const text = `Indicator ${index + 1}`;
    const names = [{ lang: 'en' as const, text }];
    return { ...cell, indicator: `F1.${index + 1}`, name: { ...cell.name, text }, names };
  });
}
