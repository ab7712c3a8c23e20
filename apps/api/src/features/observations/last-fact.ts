import { lawFacts, lawState, type LawState, type ObservationStatus } from '@qadam/domain';
import { CLEARED } from './entry.ts';
import type { DeskIndicator } from '../indicators/desk-indicator.ts';
import type { HistoricValue } from './history.reader.ts';
import type { Content } from './observation.entity.ts';
import type { KnownFact } from './cell.type.ts';

const stateOf = (history: readonly HistoricValue[]): LawState =>
  lawState(
    lawFacts(history.map((one) => ({ ...one, status: one.status as ObservationStatus }))),
    Infinity,
  );

/** The last fact that the published years prove; null if they prove none, or no longer do. */
export function lastFact(history: readonly HistoricValue[]): KnownFact | null {
  const { stage, lastDate, provision, basis } = stateOf(history);
  if (stage === null || lastDate === null || basis === null) return null;
  return { stage, date: lastDate, provision, basis };
}

/** The content of a cell whose stage has not changed since the years before. */
export const contentOfFact = ({ stage, date: factDate, provision, basis }: KnownFact): Content => ({
  ...CLEARED,
  value: String(stage),
  factDate,
  provision,
  basis,
});

/** The newest value of the years before; for an element of a law, null if its stage is no longer proven. */
export function lastValue(
  { kind }: Pick<DeskIndicator, 'kind'>,
  history: readonly HistoricValue[],
): HistoricValue | null {
  if (kind === 'MILESTONE' && stateOf(history).stage === null) return null;
  return history.findLast(({ value }) => value !== null) ?? null;
}
