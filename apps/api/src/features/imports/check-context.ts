import type { KnownSeries } from '@qadam/domain';
import type { DeskIndicator } from '../indicators/desk-indicator.ts';
import type { Area } from './area-lookup.ts';
import type { ImportProblem } from './import-problem.ts';
import type { Region } from './region-lookup.ts';
import type { SeriesMapping as Mapping } from './series-mapping.entity.ts';
import type { TemplateWords } from './template-words.ts';

export type SeriesMapping = KnownSeries & Pick<Mapping, 'format' | 'series'>;

export interface ImportIndicator extends DeskIndicator {
  breakdowns: string[];
  baselineYear: number | null;
}

/** What is asked for in one year of an area. */
export interface YearOfArea {
  /** False: the cycle takes no value but where one was opened. Closed to everything it is told once, of the file. */
  cycleOpen: boolean;
  /** The indicators that an officer opened to the sender of the file. */
  granted: string[];
  assigned: string[];
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
  /** Null: every row is about the year that it names. */
  cycle: number | null;
  /** By year; another year has no return. */
  years: Readonly<Record<string, YearOfArea>>;
  thisYear: number;
  /** The decimal mark of the writer's language; null: unknown. */
  decimal: ',' | '.' | null;
  words: TemplateWords;
  indicators: ImportIndicator[];
  /** Names of the body that hands in each indicator. */
  bodies: Readonly<Record<string, readonly string[]>>;
  mappings: SeriesMapping[];
  /** What is to be said of any file for this return now. */
  problems: ImportProblem[];
}

const NO_RETURN: YearOfArea = { cycleOpen: false, granted: [], assigned: [] };

export const yearOf = ({ years }: Pick<CheckContext, 'years'>, year: number): YearOfArea =>
  years[String(year)] ?? NO_RETURN;
