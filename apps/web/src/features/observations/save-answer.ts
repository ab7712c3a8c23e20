import type { Problem } from '../../desk/problem-text.ts';
import type { SaveRequest } from './cell-draft.ts';
import type { FormCellFragment } from './form-cell.generated.ts';

export interface SaveAnswer {
  /** As the server has it now, whatever became of the request. */
  cell: FormCellFragment | null;
  problems: readonly Problem[];
}

export type Send = (request: SaveRequest) => Promise<SaveAnswer>;

/**
 * Has the cell been saved by another request than this one, before it or after it? Of a request that is sent again the
 * server says how the cell is now.
 */
export function isOvertaken(request: SaveRequest, { cell, problems }: SaveAnswer): boolean {
  if (cell === null) return false;
  if (problems.some(({ code }) => code === 'VERSION_CONFLICT')) return true;
  const made = problems.length === 0 ? 1 : 0;
  return cell.version > request.expectedVersion + made;
}

/** The server was there and could not do it now. */
const PASSING = new Set(['INTERNAL', 'UNAVAILABLE', 'STORAGE_FULL', 'RATE_LIMITED', 'TOO_COMPLEX']);

/** Will the same request be answered later? */
export const isPassing = (code: string): boolean => PASSING.has(code);
