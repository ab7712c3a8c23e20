import type { Content } from './cell-draft.ts';
import type { FormCellFragment } from './form-cell.generated.ts';

/** One save of one cell. */
export interface SaveRequest extends Content {
  indicator: string;
  part: FormCellFragment['part'];
  expectedVersion: number;
  idempotencyKey: string;
}
