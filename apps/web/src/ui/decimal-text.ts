/** A share as percent, exactly: "0.1346" becomes "13.46". Moves the point, so that no float is involved. */
export function hundredfold(share: string): string {
  const negative = share.startsWith('-');
  const [whole = '0', part = ''] = share.replace('-', '').split('.');
  const digits = part.padEnd(2, '0');
  const moved = `${whole}${digits.slice(0, 2)}`.replace(/^0+(?=\d)/, '');
  const rest = digits.slice(2);
  return `${negative ? '-' : ''}${moved}${rest === '' ? '' : `.${rest}`}`;
}
