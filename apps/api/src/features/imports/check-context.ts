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

/** What one area is asked to report for one year. */
export interface YearOfArea {
  /** False: the cycle is closed and takes values only in reopened cells. If there are none, the file gets one problem, not one for each row. */
  cycleOpen: boolean;
  /** The indicators that an officer reopened for the sender of the file. */
  granted: string[];
  assigned: string[];
}

/**
 * What rows are checked against, except for what is already known about their cells (KnownCell). Plain data: it is sent to
 * the worker thread once, and has the same size for a file of any length.
 */
export interface CheckContext {
  area: string;
  areas: Area[];
  /** The regions of all areas. */
  regions: Region[];
  /** Null: every row is about the year that it names. */
  cycle: number | null;
  /** The key is the year; a year that is missing has no return. */
  years: Readonly<Record<string, YearOfArea>>;
  thisYear: number;
  /** The decimal mark of the writer's language; null: unknown. */
  decimal: ',' | '.' | null;
  words: TemplateWords;
  indicators: ImportIndicator[];
  /** For each indicator, the names of the body that reports it. */
  bodies: Readonly<Record<string, readonly string[]>>;
  mappings: SeriesMapping[];
  /** Problems that any file for this return has at the moment, such as a closed cycle. */
  problems: ImportProblem[];
}

const NO_RETURN: YearOfArea = { cycleOpen: false, granted: [], assigned: [] };

export const yearOf = ({ years }: Pick<CheckContext, 'years'>, year: number): YearOfArea =>
  years[String(year)] ?? NO_RETURN;
