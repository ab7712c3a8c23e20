export {
  decimalText,
  readDecimalText,
  type DecimalText,
  type DecimalTextProblem,
} from './decimal-text.ts';
export { dec, Decimal, decimals, type Numeric } from './decimal.ts';
export { wholePercent, type Maybe } from './figure.ts';
export { compareNatural } from './natural-order.ts';
