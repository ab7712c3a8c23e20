const RUNS = /\d+|\D+/g;
const DIGIT = /^\d/;

/**
 * Natural order of codes, so that A1.2 stands before A1.10: for `Array.prototype.sort`.
 *
 * Both codes are cut into runs of digits and of other characters; digits compare by value, others by
 * code unit, others before digits, a code before its own continuations. Codes that differ only in
 * leading zeros fall back to code units: the order is total and never depends on the locale.
 *
 * Source: methods.md, conventions of 1.6–1.13 and 2.6.
 */
export function compareNatural(a: string, b: string): number {
  if (a === b) return 0;
  const left = a.match(RUNS) ?? [];
  const right = b.match(RUNS) ?? [];
  for (const [index, run] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    const order = compareRuns(run, other);
    if (order !== 0) return order;
  }
  return left.length === right.length ? byCodeUnit(a, b) : -1;
}

function compareRuns(a: string, b: string): number {
  const digits = DIGIT.test(a);
  if (digits !== DIGIT.test(b)) return digits ? 1 : -1;
  return digits ? byNumber(a, b) : byCodeUnit(a, b);
}

// Without BigInt or number: a code may hold more digits than a double keeps.
function byNumber(a: string, b: string): number {
  const left = a.replace(/^0+/, '');
  const right = b.replace(/^0+/, '');
  return left.length - right.length || byCodeUnit(left, right);
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
