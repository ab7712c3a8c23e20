import type { Part, WorkState } from '@qadam/domain';
import type { DeskIndicator } from '../indicators/desk-indicator.ts';
import type { Content } from '../observations/observation.entity.ts';
import type { CellRef } from '../observations/cell-ref.ts';
import type { Area } from './area-lookup.ts';
import type { ImportProblem } from './import-problem.ts';
import type { OwnWords } from './own-words.ts';
import type { Region } from './region-lookup.ts';
import type { TemplateWords } from './template-words.ts';
import type { HistoricValue } from '../observations/history.reader.ts';

export interface ExistingCell extends CellRef, OwnWords {
  state: WorkState;
  version: number;
  /** It was published before: it is corrected. */
  published: boolean;
  publishedValue: string | null;
  /** How many files and links are attached. */
  evidence: number;
  content: Content;
}

/** What a row is held against: what is saved in its cell now, and what was published of it before the cycle. */
export interface KnownCell extends CellRef {
  existing: ExistingCell | null;
  history: HistoricValue[];
}

/** Finds the cells of a batch of rows, in their order. */
export type FindCells = (cellRefs: readonly CellRef[]) => Promise<readonly KnownCell[]>;

export interface SeriesMapping {
  format: string;
  series: string;
  indicator: string;
  /** What the series itself is about, and is therefore no breakdown of it: { sex: 'F', age: 'Y0T18' }. */
  totals: Partial<Part>;
}

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
