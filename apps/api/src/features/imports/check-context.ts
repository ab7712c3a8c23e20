import type { DeskIndicator } from '../indicators/desk-indicator.ts';
import type { Area } from './area-lookup.ts';
import type { ImportProblem } from './import-problem.ts';
import type { Region } from './region-lookup.ts';
import type { SeriesMapping as Mapping } from './series-mapping.entity.ts';
import type { TemplateWords } from './template-words.ts';

export type SeriesMapping = Pick<Mapping, 'format' | 'series' | 'indicator' | 'totals'>;

export interface ImportIndicator extends DeskIndicator {
  breakdowns: string[];
  baselineYear: number | null;
}

/**
 * What rows are checked against, but for what is known of their cells (KnownCell). Plain data: it is sent to the worker
 * thread once, and is of the same size for a file of any length.
 */
export interface CheckContext {
  area: string;
  areas: Area[];
  /** Of all areas. */
  regions: Region[];
  cycle: number;
  thisYear: number;
  /** False: the cycle takes no value but where one was opened. Closed to everything it is told once, of the file. */
  cycleOpen: boolean;
  /** The indicators that an officer opened to the sender of the file. */
  granted: string[];
  /** The decimal mark of the writer's language; null: unknown. */
  decimal: ',' | '.' | null;
  words: TemplateWords;
  indicators: ImportIndicator[];
  assigned: string[];
  /** Names of the body that hands in each of them. */
  bodies: Readonly<Record<string, readonly string[]>>;
  mappings: SeriesMapping[];
  /** What is to be said of any file for this return now. */
  problems: ImportProblem[];
}
