import type { Selectable } from 'kysely';
import type { Tables } from '../../database/tables.ts';

export type { DeskAxis } from './indicator.entity.ts';

type Row = Selectable<Tables['work.indicator']>;

/** What a desk needs to know of an indicator: to show it, to check a value, to compute a rate. */
export interface DeskIndicator extends Pick<
  Row,
  | 'code'
  | 'kind'
  | 'scope'
  | 'unit'
  | 'multiplier'
  | 'decimals'
  | 'direction'
  | 'min'
  | 'max'
  | 'whole'
  | 'name'
  | 'definition'
  | 'stages'
  | 'elements'
> {
  unitText: Row['unit_text'];
  reportedCases: Row['reported_cases'];
  valueType: Row['value_type'];
  regionalMethod: Row['regional_method'];
  tableAxes: Row['table_axes'];
  /** Entered as numerator and denominator: the region's value is the sum of the one over the sum of the other. */
  ratio: boolean;
  actions: string[];
}
