import { normaliseCode } from '@qadam/domain';
import { keyOf } from '../cell-key.ts';
import type { FormCellFragment } from '../form-cell.generated.ts';

/** How names are compared: without case, with single spaces, ё as е. */
const fold = (text: string): string =>
  text.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase().replaceAll('ё', 'е');

/** Finds the indicator that a text means: its code, its name in any language, or the code with anything after it. */
export function indicatorFinder(
  cells: readonly FormCellFragment[],
): (text: string) => string | null {
  const codelist = cells.map(keyOf);
  const byName = new Map(
    cells.flatMap((cell) => cell.names.map(({ text }) => [fold(text), keyOf(cell)])),
  );
  const byCode = (text: string) => normaliseCode({ text, codelist }).code;
  return (text) => {
    const named = byName.get(fold(text));
    if (named !== undefined) return named;
    const [first = ''] = text.trim().split(/[\s:–—]/u);
    return byCode(text) ?? byCode(first.replace(/\.$/, ''));
  };
}
