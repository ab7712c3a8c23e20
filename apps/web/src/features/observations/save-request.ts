import type { Content } from './cell-draft.ts';
import type { FormCellFragment } from './form-cell.generated.ts';

/** One save of one cell. */
export interface SaveRequest extends Content {
  indicator: string;
  part: FormCellFragment['part'];
  expectedVersion: number;
  idempotencyKey: string;
}

/** Is the content the one that was sent? */
export const isSame = (content: Content, request: SaveRequest): boolean =>
  Object.entries(content).every(([name, value]) => request[name as keyof Content] === value);
