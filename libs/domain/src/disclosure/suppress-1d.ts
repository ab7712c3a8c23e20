import { isSmall, toCount } from './count.ts';
import { describeSuppression, type Suppression } from './suppression.ts';
import { TOTAL, type ListTable } from './table.ts';

export type Suppress1DInput = ListTable & { readonly threshold: number };

/**
 * Hides the small parts of a published total, and the smallest others until m hidden parts that sum
 * to S satisfy m ≥ 2 and S ≥ k + m − 1: then each could be anything in [1, S − m + 1]. Zero parts
 * are published and cover nothing. A small total is hidden with all its parts; a total with nothing
 * left to hide behind is hidden too. Throws RangeError if a value is not a count.
 *
 * Source: methods.md 2.2, 1-D.
 */
export function suppress1D(input: Suppress1DInput): Suppression {
  const { threshold } = input;
  const total = toCount(input.total);
  const parts = input.parts.map(({ id, value }) => ({ id, value: toCount(value) }));
  const hidden = isSmall(total, threshold)
    ? new Set([...parts.filter(({ value }) => value > 0).map(({ id }) => id), TOTAL])
    : hideParts(parts, threshold);
  const ids = [...parts, { id: TOTAL, value: total }];
  return describeSuppression(
    input,
    threshold,
    ids.filter(({ value }) => isSmall(value, threshold)).map(({ id }) => id),
    ids.filter(({ id }) => hidden.has(id)).map(({ id }) => id),
  );
}

interface Part {
  readonly id: string;
  readonly value: number;
}

function hideParts(parts: readonly Part[], threshold: number): ReadonlySet<string> {
  const small = parts.filter(({ value }) => isSmall(value, threshold));
  const hidden = new Set(small.map(({ id }) => id));
  let sum = small.reduce((total, { value }) => total + value, 0);
  // Stable: of equal parts the first of the code list.
  const cover = parts.filter(({ value }) => value >= threshold).sort((a, b) => a.value - b.value);
  while (hidden.size > 0 && !(hidden.size >= 2 && sum >= threshold + hidden.size - 1)) {
    const next = cover.shift();
    if (next === undefined) return hidden.add(TOTAL);
    hidden.add(next.id);
    sum += next.value;
  }
  return hidden;
}
