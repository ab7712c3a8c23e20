import { decimalText } from '@qadam/domain';

/** A row of publication.assessment, ready for jsonb_populate_recordset. */
export interface AssessmentRow {
  level: 'INDICATOR' | 'ACTION' | 'COUNTRY';
  subject: string;
  area: string;
  status: string;
  progress: string | null;
  pace: string | null;
  latest_year: number | null;
  latest_value: string | null;
  detail: object;
}

/** The rules answer in numbers of at most 15 digits; on the wire every figure is exact text, never 1e-7. */
export function exact(figure: number | null | undefined): string | null {
  return figure === null || figure === undefined ? null : decimalText(figure);
}
