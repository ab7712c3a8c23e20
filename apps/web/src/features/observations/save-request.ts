import type { Content } from './cell-draft.ts';

/** One save of one cell. */
export interface SaveRequest extends Content {
  indicator: string;
  expectedVersion: number;
  idempotencyKey: string;
}
