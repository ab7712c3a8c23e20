import {
  type actionLevel,
  decimalText,
  type LevelAssessment,
  type LevelFlag,
  type LevelWord,
  type Movement,
  type Status,
} from '@qadam/domain';
import type { BenchmarkGap, Projection } from '../features/publication/series.type.ts';

/** What level and pace were computed from. */
export interface AssessmentDetail {
  /** Why there is no level. */
  reason: string | null;
  flags: LevelFlag[];

  // only of an action
  coverage?: number;
  /** In whole percent, rounded by a rule of its own. */
  percent?: { level: number | null; low: number; high: number };
  movement?: Omit<ReturnType<typeof actionLevel>['movement'], 'word'>;

  // only of an indicator
  elements?: NonNullable<LevelAssessment['elements']>;
  paceFlags?: string[];
  expectedShare?: string | null;
  expectedValue?: string | null;
  // only of an indicator in a release, not of one as it was in an earlier year
  projection?: Projection;
  benchmarkGaps?: BenchmarkGap[];
}

/** A row of publication.assessment. */
export interface AssessmentRow {
  kind: 'INDICATOR' | 'ACTION';
  subject: string;
  area: string;
  word: LevelWord;
  level: string | null;
  low: string;
  high: string;
  known: number;
  total: number;
  movement: Movement;
  points: string | null;
  /** The pace of a number toward its target; laws, yes/no questions and actions have none. */
  status: Status | null;
  progress: string | null;
  pace: string | null;
  latestYear: number | null;
  latestValue: string | null;
  detail: AssessmentDetail;
}

/** The rules compute with numbers of at most 15 digits; in answers every figure is exact text, never 1e-7. */
export function exactText(figure: number | null | undefined): string | null {
  return figure === null || figure === undefined ? null : decimalText(figure);
}
