import type { TFunction } from 'i18next';
import { figureText } from '../../ui/figure-text.ts';
import type { Format } from '../../ui/use-format.ts';
import type { ChangeItem } from './changes.types.ts';

const kindOf = (unit: string | null) =>
  unit === 'STAGE' ? 'MILESTONE' : unit === 'BOOL' ? 'BINARY' : 'NUMERIC';

/** A published value of a change, in the words of its kind. */
export function valueText(t: TFunction, format: Format, item: ChangeItem, value: string): string {
  const { unit, decimals } = item;
  const indicator = { kind: kindOf(unit), unit: unit ?? '', decimals: decimals ?? 0 } as const;
  return figureText(t, format, indicator, value);
}
