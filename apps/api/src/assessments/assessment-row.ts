import { decimalText, type LevelWord, type Movement, type Status } from '@qadam/domain';

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
  detail: Record<string, unknown>;
}

/** The rules compute with numbers of at most 15 digits; in answers every figure is exact text, never 1e-7. */
export function exactText(figure: number | null | undefined): string | null {
  return figure === null || figure === undefined ? null : decimalText(figure);
}
