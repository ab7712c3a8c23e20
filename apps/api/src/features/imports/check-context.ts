import type { MissingReason } from '../../graphql/enums.ts';
import type { WorkState } from '@qadam/domain';
import type { DeskIndicator } from '../indicators/desk-indicator.ts';
import type { Content } from '../observations/entry.ts';
import type { YearValue } from '../observations/year-value.type.ts';

/** What a row is about: one observation of one area and year. */
export interface CellKey {
  indicator: string;
  sex: string;
  age: string;
  urbanisation: string;
  region: string;
  breakdown: string;
}

export interface ExistingCell extends CellKey {
  state: WorkState;
  version: number;
  content: Content;
}

export interface SeriesMapping {
  format: string;
  series: string;
  indicator: string;
  /** What the series itself is about, and is therefore no breakdown of it: { sex: 'F', age: 'Y0T18' }. */
  totals: Partial<Record<keyof CellKey, string>>;
}

export interface ImportIndicator extends DeskIndicator {
  breakdowns: string[];
  baselineYear: number | null;
  history: YearValue[];
}

/** All that rows are checked against. Plain data: it is sent to the worker thread once. */
export interface CheckContext {
  area: string;
  /** Of every area: its code, ISO 3166 alpha-2 and M49 numbers. */
  areas: { code: string; iso2: string | null; m49: string | null }[];
  regions: string[];
  cycle: number;
  thisYear: number;
  /** The decimal mark of the writer's language; null: unknown. */
  decimal: ',' | '.' | null;
  indicators: ImportIndicator[];
  assigned: string[];
  existing: ExistingCell[];
  mappings: SeriesMapping[];
}

export const keyText = (key: CellKey): string =>
  [key.indicator, key.sex, key.age, key.urbanisation, key.region, key.breakdown].join(' ');

/** SDMX CL_OBS_STATUS of a cell without a value. */
export const REASON_OF_STATUS: Readonly<Record<string, MissingReason>> = {
  L: 'NOT_COLLECTED',
  O: 'NOT_SHARED',
  M: 'NOT_APPLICABLE',
  Q: 'SUPPRESSED',
};
