import type { ReleasedRow } from '../released-row.ts';
import { OWN_LICENCE } from '../formats/columns.ts';
import { areaId } from '../sdmx/code-lists.ts';
import { sdmxId } from '../sdmx/cube.ts';
import type { ExportContext } from '../export-format.ts';

/** One data set holds every indicator. */
export const DATA_SET = 'QADAM';

export interface DataValue {
  dataElement: string;
  orgUnit: string;
  period: string;
  /** Category → option; nothing where the value is not broken down. */
  categories: Readonly<Record<string, string>>;
  value: string;
  /** Where the value comes from, with its licence. */
  source: string;
}

const CATEGORIES = {
  SEX: 'sex',
  AGE: 'age',
  URBANISATION: 'urbanisation',
  BREAKDOWN: 'breakdown',
} as const;

/** DHIS2 knows values, and neither hidden cells nor reasons for gaps: a cell without a value is not there. */
export function dataValue(row: ReleasedRow, { contents }: ExportContext): DataValue | null {
  if (row.value === null) return null;
  const area = contents.areas.get(row.area);
  const source = row.source === null ? undefined : contents.sources.get(row.source);
  return {
    dataElement: sdmxId(row.indicator),
    orgUnit: row.region === '_T' ? (area ? areaId(area) : row.area) : row.region,
    period: String(row.year),
    categories: Object.fromEntries(
      Object.entries(CATEGORIES)
        .filter(([, column]) => row[column] !== '_T')
        .map(([category, column]) => [category, row[column]]),
    ),
    value: row.value,
    source: source
      ? `${source.publisher}. ${source.title} (${source.licence})`
      : [row.sourceText, `(${OWN_LICENCE})`].filter(Boolean).join(' '),
  };
}
