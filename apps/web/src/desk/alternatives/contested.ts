import type { WorkState } from '@qadam/domain';
import type { WorkAlternativeFragment } from './alternatives.generated.ts';

/** A value for which others are on record. */
export interface ContestedValue {
  id: string;
  kind: 'NUMERIC' | 'BINARY' | 'MILESTONE';
  unit: string;
  decimals: number;
  stages: readonly { text: string; lang: string }[] | null;
  state: WorkState | 'EMPTY';
  current: { id: string };
  alternatives: readonly WorkAlternativeFragment[];
}
