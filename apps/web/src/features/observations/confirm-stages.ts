import type { EntryState } from './entry-state.ts';

/** Stands an element as before, without anything said of this year? */
export const isUnconfirmed = ({ cell, reading }: EntryState): boolean =>
  cell.editable && cell.lastFact !== null && cell.current === null && reading.empty;
