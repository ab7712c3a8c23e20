import type { ReleasedRow } from '../released-rows.ts';
import { rowSource, sourceLine } from '../row-source.ts';
import { pickText } from '../../../graphql/local-text.type.ts';
import { placeOf } from '../sdmx/code-lists.ts';
import type { ExportContext } from '../export-format.ts';
import { CATEGORIES } from '../../../standards/dhis2.ts';
import { sdmxId } from '../../../standards/sdmx-id.ts';

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

/** Category → option; a total is no category. */
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

/** DHIS2 knows values, and neither hidden cells nor reasons for gaps: a cell without a value is not there. */
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

/** With its licence; with the date, article and basis of a stage; with what the value is about where that is not the whole year, and how final it is where it is not. */
function sourceText(row: ReleasedRow, { contents, lang }: ExportContext): string {
  const source = rowSource(row, contents);
  const licensedSource = source && `${pickText(sourceLine(source), lang).text} (${source.licence})`;
  const mark = row.obsStatus === 'A' ? null : `OBS_STATUS ${row.obsStatus}`;
  return [row.period, row.factDate, row.provision, row.basis, mark, licensedSource]
    .filter((part) => part !== null)
    .join(' · ');
}
