import type { Maybe } from '../values/figure.ts';
import { decimalText } from '../values/decimal-text.ts';
import type { Numeric } from '../values/decimal.ts';
import type { CellCode, CellHit } from './check-cell.types.ts';
import type { Verdict } from './outcome.ts';

type Params = Readonly<Record<string, Maybe<Numeric>>>;

export function error(rule: string, code: CellCode, params: Params = {}): CellHit {
  return { rule, code, severity: 'ERROR', params: spelled(params) };
}

export function warning(rule: string, code: CellCode, params: Params = {}): CellHit {
  return { rule, code, severity: 'WARN', params: spelled(params) };
}

/** The hit of a rule whose verdict names its code; no hit where the rule found nothing. */
export function hitsOf(rule: string, { result, code }: Verdict, params: Params = {}): CellHit[] {
  if (code === undefined) return [];
  return [result === 'ERROR' ? error(rule, code, params) : warning(rule, code, params)];
}

function spelled(params: Params): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) =>
      value == null ? [] : [[name, decimalText(value)]],
    ),
  );
}
