/**
 * Compares codes in natural order, so that A1.2 comes before A1.10: for `Array.prototype.sort`.
 *
 * Both codes are cut into runs of digits and of other characters; digits compare by value, others by
 * code unit, others before digits, a code before its own continuations. Codes that differ only in
 * leading zeros are compared by code units: the order is total and never depends on the locale.
 *
 * Source: methods.md, conventions of 1.6–1.13 and 2.6.
 */
export function compareNatural(a: string, b: string): number {
  if (a === b) return 0;
  let [left, right] = [0, 0];
  /** Are both codes within a run of other characters that is equal so far? */
  let inside = false;
  while (left < a.length && right < b.length) {
    const digits = isDigit(a, left);
    // if inside, the run that ends here is the beginning of the other run and comes first
    if (digits !== isDigit(b, right)) return digits === inside ? -1 : 1;
    const [leftEnd, rightEnd] = digits
      ? [endOfDigits(a, left), endOfDigits(b, right)]
      : [left + 1, right + 1];
    const order = digits
      ? byNumber(a.slice(left, leftEnd), b.slice(right, rightEnd))
      : a.charCodeAt(left) - b.charCodeAt(right);
    if (order !== 0) return order;
    [left, right, inside] = [leftEnd, rightEnd, !digits];
  }
  if (left < a.length) return 1;
  return right < b.length ? -1 : byCodeUnit(a, b);
}

const isDigit = (code: string, at: number): boolean => {
  const unit = code.charCodeAt(at);
  return unit >= 48 && unit <= 57;
};

function endOfDigits(code: string, from: number): number {
  let end = from + 1;
  while (end < code.length && isDigit(code, end)) end += 1;
  return end;
}

// Compares as text, because a code may hold more digits than a double keeps.
function byNumber(a: string, b: string): number {
  const [left, right] = [withoutZeros(a), withoutZeros(b)];
  return left.length - right.length || byCodeUnit(left, right);
}

const withoutZeros = (digits: string): string =>
  digits.startsWith('0') ? digits.replace(/^0+/, '') : digits;

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
