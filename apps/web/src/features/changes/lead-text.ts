import type { TFunction } from 'i18next';
import type { Format } from '../../ui/use-format.ts';
import type { ChangesData } from './changes.types.ts';

/** In words, what is compared with what. `since`: the day that was asked for. */
export function leadText(
  t: TFunction,
  format: Format,
  { from, to }: Pick<ChangesData, 'from' | 'to'>,
  since: string | undefined,
): string {
  const date = since === undefined ? '' : format.date(since);
  const facts = { to: to.number, toYear: to.asOfYear, date };
  if (from === null) return t(since === undefined ? 'changes.first' : 'changes.sinceBefore', facts);
  if (from.number === to.number)
    return t(since === undefined ? 'changes.same' : 'changes.sinceSame', facts);
  const both = { ...facts, from: from.number, fromYear: from.asOfYear };
  return t(since === undefined ? 'changes.lead' : 'changes.since', both);
}
