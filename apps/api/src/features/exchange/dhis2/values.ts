import type { ReleasedRow } from '../released-rows.ts';
import { rowSource, sourceLine } from '../row-source.ts';
import { pickText } from '../../../graphql/local-text.type.ts';
import { placeOf } from '../sdmx/code-lists.ts';
import type { ExportContext } from '../export-format.ts';
import { CATEGORIES } from '../../../standards/dhis2.ts';
import { sdmxId } from '../../../standards/sdmx-id.ts';

/** The code of our only data set, which holds every indicator. */
export const DATA_SET = 'QADAM';

export interface DataValue {
  dataElement: string;
  orgUnit: string;
  period: string;
  /** Category → option; empty where the value is not broken down. */
  categories: Readonly<Record<string, string>>;
  value: string;
  /** The source of the value, with its licence. */
  source: string;
}

/** Category → option; a dimension that is not broken down (`_T`) is left out. */
export const categoriesOf = (
  row: Pick<ReleasedRow, (typeof CATEGORIES)[keyof typeof CATEGORIES]>,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(CATEGORIES)
      .filter(([, column]) => row[column] !== '_T')
      .map(([category, column]) => [category, sdmxId(row[column])]),
  );

export const dataValues = (page: readonly ReleasedRow[], context: ExportContext): DataValue[] =>
  page.map((row) => dataValue(row, context)).filter((value) => value !== null);

/** DHIS2 has neither hidden cells nor reasons for gaps, so a cell without a value is left out. */
function dataValue(row: ReleasedRow, context: ExportContext): DataValue | null {
  if (row.value === null) return null;
  const { contents } = context;
  return {
    dataElement: sdmxId(row.indicator),
    orgUnit: placeOf(row, contents.areas),
    period: String(row.year),
    categories: categoriesOf(row),
    value: row.value,
    source: sourceText(row, context),
  };
}

/**
 * The source with its licence; the date, article and basis of a stage; the period of the value where it is not the whole year; and its OBS_STATUS
 * where it is not A.
 */
function sourceText(row: ReleasedRow, { contents, lang }: ExportContext): string {
  const source = rowSource(row, contents);
  const licensedSource = source && `${pickText(sourceLine(source), lang).text} (${source.licence})`;
  const mark = row.obsStatus === 'A' ? null : `OBS_STATUS ${row.obsStatus}`;
  return [row.period, row.factDate, row.provision, row.basis, mark, licensedSource]
    .filter((part) => part !== null)
    .join(' · ');
}
