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

/** Of the published years given; null where nothing is proven, or no longer. */
export function lastFact(history: readonly HistoricValue[]): KnownFact | null {
  const { stage, lastDate, provision, basis } = stateOf(history);
  if (stage === null || lastDate === null || basis === null) return null;
  return { stage, date: lastDate, provision, basis };
}

/** What a cell holds whose stage is still that of the years before. */
export const contentOfFact = ({ stage, date: factDate, provision, basis }: KnownFact): Content => ({
  ...CLEARED,
  value: String(stage),
  factDate,
  provision,
  basis,
});

/** The value that stands from the years before: the newest there is, of an element unless it is no longer proven. */
export function lastValue(
  { kind }: Pick<DeskIndicator, 'kind'>,
  history: readonly HistoricValue[],
): HistoricValue | null {
  if (kind === 'MILESTONE' && stateOf(history).stage === null) return null;
  return history.findLast(({ value }) => value !== null) ?? null;
}
