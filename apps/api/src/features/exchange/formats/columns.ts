import type { Catalogs } from '@qadam/i18n';
import { pickText, type Texts } from '../../../graphql/local-text.type.ts';
import { oncePerKey } from '../../../http/memo.ts';
import { citationOf, type ExportContext } from '../export-format.ts';
import type { ReleasedLevel } from '../release-contents.ts';
import type { ReleasedRow } from '../released-rows.ts';
import { rowSource } from '../row-source.ts';

type Name = keyof Catalogs['files']['columns'];

export interface Column<Row = ReleasedRow> {
  name: Name;
  kind: 'CODE' | 'TEXT' | 'DECIMAL' | 'INTEGER' | 'DATE' | 'TIME';
  /** The content of the cell. Texts are written in the language of the file. */
  of: (row: Row, context: ExportContext) => string | number | Texts | null | undefined;
}

/** The content of one cell as text; null if it is empty. */
export function valueOf<Row>(column: Column<Row>, row: Row, context: ExportContext): string | null {
  const value = column.of(row, context) ?? null;
  if (value === null || typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : pickText(value, context.lang).text;
}

/** Numbers are never quoted and never defused: they are no formulas, not even negative ones. */
export const isNumber = ({ kind }: Pick<Column, 'kind'>): boolean =>
  kind === 'DECIMAL' || kind === 'INTEGER';

/** Columns whose name is the name of the field. */
const same = <Field extends Name>(
  kind: Column['kind'],
  ...names: readonly Field[]
): Column<Readonly<Record<Field, string | number | null>>>[] =>
  names.map((name) => ({ name, kind, of: (row) => row[name] }));

const sourceOf = (row: ReleasedRow, { contents }: ExportContext) => rowSource(row, contents);
const indicatorOf = ({ indicator }: ReleasedRow, { contents }: ExportContext) =>
  contents.indicators.get(indicator);

/** The address of a page of this release. */
const pageOf = (page: string, { release, lang, origin }: ExportContext) =>
  `${origin}/${lang}/${page}?release=${release.number}`;

/** The citation of an indicator's page in the release, cached because it is the same in all rows of a file. */
const placeOf = oncePerKey((context: ExportContext, indicator: string) =>
  citationOf(context, pageOf(`indicators/${indicator}`, context)),
);

/** Every row can be cited alone: who published the figure, and the address of the indicator's page in this release. */
function citation(row: ReleasedRow, context: ExportContext): string {
  const place = placeOf(context, row.indicator);
  const publisher = sourceOf(row, context)?.publisher;
  return publisher ? `${pickText(publisher, context.lang).text}. ${place}` : place;
}

const AREA_NAME: Column<{ area: string }> = {
  name: 'area_name',
  kind: 'TEXT',
  of: ({ area }, { contents }) => contents.areas.get(area)?.names,
};

/** Columns about the release, repeated in every row so that a row can be used alone. */
const OF_THE_RELEASE: readonly Column<unknown>[] = [
  { name: 'release', kind: 'CODE', of: (_row, { release }) => release.number },
  { name: 'released_at', kind: 'TIME', of: (_row, { release }) => release.publishedAt },
  { name: 'method_version', kind: 'CODE', of: (_row, { release }) => release.methodVersion },
];

/** The columns of every exported table, in their order. docs/api.md explains each; a spec compares. */
export const COLUMNS: readonly Column[] = [
  ...same('CODE', 'indicator'),
  { name: 'indicator_name', kind: 'TEXT', of: (row, context) => indicatorOf(row, context)?.name },
  ...same('CODE', 'area'),
  AREA_NAME,
  ...same('INTEGER', 'year'),
  ...same('CODE', 'sex', 'age', 'urbanisation', 'region', 'breakdown'),
  {
    name: 'element_name',
    kind: 'TEXT',
    of: (row, context) =>
      indicatorOf(row, context)?.elements.find(({ code }) => code === row.breakdown)?.name,
  },
  ...same('DECIMAL', 'value'),
  { name: 'unit', kind: 'CODE', of: (row, context) => indicatorOf(row, context)?.unit },
  { name: 'unit_name', kind: 'TEXT', of: (row, context) => indicatorOf(row, context)?.unitText },
  ...same('DECIMAL', 'numerator', 'denominator'),
  { name: 'obs_status', kind: 'CODE', of: (row) => row.obsStatus },
  { name: 'conf_status', kind: 'CODE', of: (row) => row.confStatus },
  { name: 'missing_reason', kind: 'CODE', of: (row) => row.missingReason },
  { name: 'fact_date', kind: 'TEXT', of: (row) => row.factDate },
  ...same('TEXT', 'provision'),
  ...same('CODE', 'basis'),
  ...same('DECIMAL', 'level'),
  { name: 'level_low', kind: 'DECIMAL', of: (row) => row.levelLow },
  { name: 'level_high', kind: 'DECIMAL', of: (row) => row.levelHigh },
  ...same('CODE', 'word', 'movement', 'status'),
  ...same('DECIMAL', 'progress', 'pace'),
  {
    name: 'note',
    kind: 'TEXT',
    of: (row, { t }) => (row.obsStatus === 'Q' ? t('hidden') : row.note),
  },
  ...same('TEXT', 'period'),
  { name: 'source_id', kind: 'CODE', of: (row, context) => sourceOf(row, context)?.id },
  { name: 'source', kind: 'TEXT', of: (row, context) => sourceOf(row, context)?.title },
  { name: 'publisher', kind: 'TEXT', of: (row, context) => sourceOf(row, context)?.publisher },
  { name: 'source_year', kind: 'INTEGER', of: (row, context) => sourceOf(row, context)?.year },
  { name: 'source_url', kind: 'TEXT', of: (row, context) => sourceOf(row, context)?.url },
  { name: 'source_kind', kind: 'CODE', of: (row, context) => sourceOf(row, context)?.kind },
  { name: 'licence', kind: 'TEXT', of: (row, context) => sourceOf(row, context)?.licence },
  ...same('CODE', 'via'),
  { name: 'submitted_on', kind: 'DATE', of: (row) => row.submittedOn },
  { name: 'approved_on', kind: 'DATE', of: (row) => row.approvedOn },
  ...same('INTEGER', 'revision'),
  { name: 'since_release', kind: 'CODE', of: (row) => row.since },
  ...OF_THE_RELEASE,
  { name: 'citation', kind: 'TEXT', of: citation },
];

/** The columns of the second table: how far each action and indicator is in each area. */
export const LEVEL_COLUMNS: readonly Column<ReleasedLevel>[] = [
  ...same('CODE', 'kind'),
  { name: 'code', kind: 'CODE', of: ({ subject }) => subject },
  {
    name: 'name',
    kind: 'TEXT',
    of: ({ kind, subject }, { contents }) =>
      kind === 'ACTION' ? contents.actions.get(subject) : contents.indicators.get(subject)?.name,
  },
  ...same('CODE', 'area'),
  AREA_NAME,
  { name: 'year', kind: 'INTEGER', of: (_row, { release }) => release.asOfYear },
  ...same('DECIMAL', 'level'),
  { name: 'level_low', kind: 'DECIMAL', of: ({ low }) => low },
  { name: 'level_high', kind: 'DECIMAL', of: ({ high }) => high },
  ...same('CODE', 'word'),
  { name: 'parts_known', kind: 'INTEGER', of: ({ known }) => known },
  { name: 'parts_total', kind: 'INTEGER', of: ({ total }) => total },
  ...same('CODE', 'movement'),
  ...same('DECIMAL', 'points'),
  ...same('CODE', 'status'),
  ...same('DECIMAL', 'progress', 'pace'),
  { name: 'latest_year', kind: 'INTEGER', of: ({ latestYear }) => latestYear },
  ...OF_THE_RELEASE,
  {
    name: 'citation',
    kind: 'TEXT',
    of: ({ kind, subject }, context) =>
      citationOf(
        context,
        pageOf(`${kind === 'ACTION' ? 'actions' : 'indicators'}/${subject}`, context),
      ),
  },
];
