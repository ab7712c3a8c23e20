export { decimalText, readDecimalText } from './decimal-text.ts';
export { dec, Decimal, decimals, type Numeric } from './decimal.ts';
export { wholePercent } from './figure.ts';
export { compareNatural } from './natural-order.ts';
