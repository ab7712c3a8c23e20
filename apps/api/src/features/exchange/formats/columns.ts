import type { Catalogs } from '@qadam/i18n';
import { pickText, type Texts } from '../../../graphql/local-text.type.ts';
import type { ExportContext } from '../export-format.ts';
import type { ReleasedRow } from '../released-rows.ts';
import { rowSource } from '../row-source.ts';

export interface Column<Row = ReleasedRow> {
  name: keyof Catalogs['files']['columns'];
  kind: 'CODE' | 'TEXT' | 'DECIMAL' | 'INTEGER' | 'DATE' | 'TIME';
  of: (row: Row, context: ExportContext) => string | null;
}

/** Never put in quotes and never defused: a number is no formula, a negative one included. */
export const isNumber = ({ kind }: Pick<Column, 'kind'>): boolean =>
  kind === 'DECIMAL' || kind === 'INTEGER';

export const pickedText = (
  texts: Texts | undefined | null,
  { lang }: ExportContext,
): string | null => (texts ? pickText(texts, lang).text : null);
const sourceOf = (row: ReleasedRow, { contents }: ExportContext) => rowSource(row, contents);
const indicatorOf = (row: ReleasedRow, { contents }: ExportContext) =>
  contents.indicators.get(row.indicator);

/** The address of a page in this release, below the language. */
export function citationOf(page: string, { release, lang, origin, t }: ExportContext): string {
  return t('citation', {
    number: release.number,
    date: release.publishedAt.slice(0, 10),
    url: `${origin}/${lang}/${page}?release=${release.number}`,
  });
}

/** Every row can be cited by itself: whose it is, and the address of the indicator's page in this release. */
function citation(row: ReleasedRow, context: ExportContext): string {
  const place = citationOf(`indicators/${row.indicator}`, context);
  const publisher = pickedText(sourceOf(row, context)?.publisher, context);
  return publisher === null ? place : `${publisher}. ${place}`;
}

/** What describes the file in every row, so that a row can be used alone. */
export const OF_THE_RELEASE: readonly Column<unknown>[] = [
  { name: 'release', kind: 'CODE', of: (_row, { release }) => release.number },
  { name: 'released_at', kind: 'TIME', of: (_row, { release }) => release.publishedAt },
  { name: 'method_version', kind: 'CODE', of: (_row, { release }) => release.methodVersion },
];

/** The columns of every exported table, in their order. docs/api.md explains each; a spec compares. */
export const COLUMNS: readonly Column[] = [
  { name: 'indicator', kind: 'CODE', of: (row) => row.indicator },
  {
    name: 'indicator_name',
    kind: 'TEXT',
    of: (row, context) => pickedText(indicatorOf(row, context)?.name, context),
  },
  { name: 'area', kind: 'CODE', of: (row) => row.area },
  {
    name: 'area_name',
    kind: 'TEXT',
    of: (row, context) => pickedText(context.contents.areas.get(row.area)?.names, context),
  },
  { name: 'year', kind: 'INTEGER', of: (row) => String(row.year) },
  { name: 'sex', kind: 'CODE', of: (row) => row.sex },
  { name: 'age', kind: 'CODE', of: (row) => row.age },
  { name: 'urbanisation', kind: 'CODE', of: (row) => row.urbanisation },
  { name: 'region', kind: 'CODE', of: (row) => row.region },
  { name: 'breakdown', kind: 'CODE', of: (row) => row.breakdown },
  {
    name: 'element_name',
    kind: 'TEXT',
    of: (row, context) =>
      pickedText(
        indicatorOf(row, context)?.elements.find(({ code }) => code === row.breakdown)?.name,
        context,
      ),
  },
  { name: 'value', kind: 'DECIMAL', of: (row) => row.value },
  { name: 'unit', kind: 'CODE', of: (row, context) => indicatorOf(row, context)?.unit ?? null },
  {
    name: 'unit_name',
    kind: 'TEXT',
    of: (row, context) => pickedText(indicatorOf(row, context)?.unitText, context),
  },
  { name: 'numerator', kind: 'DECIMAL', of: (row) => row.numerator },
  { name: 'denominator', kind: 'DECIMAL', of: (row) => row.denominator },
  { name: 'obs_status', kind: 'CODE', of: (row) => row.obsStatus },
  { name: 'conf_status', kind: 'CODE', of: (row) => row.confStatus },
  { name: 'missing_reason', kind: 'CODE', of: (row) => row.missingReason },
  { name: 'fact_date', kind: 'TEXT', of: (row) => row.factDate },
  { name: 'provision', kind: 'TEXT', of: (row) => row.provision },
  { name: 'basis', kind: 'CODE', of: (row) => row.basis },
  { name: 'level', kind: 'DECIMAL', of: (row) => row.level },
  { name: 'level_low', kind: 'DECIMAL', of: (row) => row.levelLow },
  { name: 'level_high', kind: 'DECIMAL', of: (row) => row.levelHigh },
  { name: 'word', kind: 'CODE', of: (row) => row.word },
  { name: 'movement', kind: 'CODE', of: (row) => row.movement },
  { name: 'status', kind: 'CODE', of: (row) => row.status },
  { name: 'progress', kind: 'DECIMAL', of: (row) => row.progress },
  { name: 'pace', kind: 'DECIMAL', of: (row) => row.pace },
  {
    name: 'note',
    kind: 'TEXT',
    of: (row, context) =>
      row.obsStatus === 'Q' ? context.t('hidden') : pickedText(row.note, context),
  },
  { name: 'period', kind: 'TEXT', of: (row) => row.period },
  { name: 'source_id', kind: 'CODE', of: (row, context) => sourceOf(row, context)?.id ?? null },
  {
    name: 'source',
    kind: 'TEXT',
    of: (row, context) => pickedText(sourceOf(row, context)?.title, context),
  },
  {
    name: 'publisher',
    kind: 'TEXT',
    of: (row, context) => pickedText(sourceOf(row, context)?.publisher, context),
  },
  {
    name: 'source_year',
    kind: 'INTEGER',
    of: (row, context) => sourceOf(row, context)?.year?.toString() ?? null,
  },
  { name: 'source_url', kind: 'TEXT', of: (row, context) => sourceOf(row, context)?.url ?? null },
  { name: 'source_kind', kind: 'CODE', of: (row, context) => sourceOf(row, context)?.kind ?? null },
  {
    name: 'licence',
    kind: 'TEXT',
    of: (row, context) => sourceOf(row, context)?.licence ?? null,
  },
  { name: 'via', kind: 'CODE', of: (row) => row.via },
  { name: 'submitted_on', kind: 'DATE', of: (row) => row.submittedOn },
  { name: 'approved_on', kind: 'DATE', of: (row) => row.approvedOn },
  { name: 'revision', kind: 'INTEGER', of: (row) => row.revision?.toString() ?? null },
  { name: 'since_release', kind: 'CODE', of: (row) => row.since },
  ...OF_THE_RELEASE,
  { name: 'citation', kind: 'TEXT', of: citation },
];
