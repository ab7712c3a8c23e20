import type { Problem } from '../../desk/problem-text.ts';
import type { SaveRequest } from './cell-draft.ts';
import type { FormCellFragment } from './form-cell.generated.ts';

export interface SaveAnswer {
  /** The cell as the server has it now, whether or not the request was accepted. */
  cell: FormCellFragment | null;
  problems: readonly Problem[];
}

export type Send = (request: SaveRequest) => Promise<SaveAnswer>;

/** Was the cell saved by another request, before this one or after it? If a request is sent again, the server answers with the cell as it is now. */
export function isOvertaken(request: SaveRequest, { cell, problems }: SaveAnswer): boolean {
  if (cell === null) return false;
  if (problems.some(({ code }) => code === 'VERSION_CONFLICT')) return true;
  const made = problems.length === 0 ? 1 : 0;
  return cell.version > request.expectedVersion + made;
}

/** Codes of a server that was reached but could not do it at this moment. */
const PASSING = new Set(['INTERNAL', 'UNAVAILABLE', 'STORAGE_FULL', 'RATE_LIMITED', 'TOO_COMPLEX']);

/** Can the same request succeed later? */
export const isPassing = (code: string): boolean => PASSING.has(code);
