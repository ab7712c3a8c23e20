import { CELL_COLUMNS } from '../../database/cell-columns.ts';
/**
 * Every table of the publication schema: its columns (without from_release and until_release) and its key. What is not
 * listed here is neither staged, published nor hashed.
 */
export const PUBLICATION_TABLES = {
  area: table('code', 'kind iso2 m49 names position'),
  action: table('code', 'kind scope title quote reading position'),
  indicator: table(
    'code',
    `kind scope unit unit_text multiplier decimals direction value_type regional_method sensitive min max breakdowns sdg_code
     name definition stages elements sheet position`,
  ),
  action_indicator: table('action indicator', 'role weight position'),
  benchmark: table('id', 'indicator value per kind sense label citation url source'),
  series_break: table('indicator area year', 'kind note source'),
  event: table('id', 'action indicator area date year yes_no proves text source'),
  alternative: table('indicator area year source value', 'note chosen'),
  target: table(
    'indicator area',
    'version baseline_year baseline_value baseline_source path points tolerance reference citation rationale confirmed_on',
  ),
  value: table(
    CELL_COLUMNS.join(' '),
    `value numerator denominator obs_status missing_reason source source_text note via submitted_on approved_on revision reason
     body period fact_date provision basis`,
  ),
  withheld: table('indicator area year face', ''),
  assessment: table(
    'kind subject area',
    'word level low high known total movement points status progress pace latest_year latest_value detail',
  ),
  help_line: table('area lang', 'text'),
  contact: table('area body', 'names mailbox'),
  document: table('id', 'kind title media_type size sha256 url lang'),
  value_document: table([...CELL_COLUMNS, 'document'].join(' '), ''),
  cycle: table('year', 'due_on'),
  assignment: table('cycle area indicator', ''),
  source: table('id', 'title publisher year url licence kind'),
  body: table('code', 'area names'),
} as const;

export type PublicationTable = keyof typeof PUBLICATION_TABLES;

export const TABLE_NAMES = Object.keys(PUBLICATION_TABLES) as PublicationTable[];

interface Shape {
  key: readonly string[];
  columns: readonly string[];
}

function table(key: string, others: string): Shape {
  const words = (text: string) => text.split(/\s+/).filter((word) => word !== '');
  return { key: words(key), columns: [...words(key), ...words(others)] };
}

/** `a.x, a.y`: the listed columns of one row. */
export function columnsOf(alias: string, columns: readonly string[]): string {
  return columns.map((column) => `${alias}.${column}`).join(', ');
}
