import type { EntityManager } from '@mikro-orm/postgresql';
import { type SeedRow, readSeedJson, readSeedTable, snakeKeys } from './seed-files.ts';
import { loadTargets } from './load-targets.ts';
import { upsert } from './upsert.ts';

interface ActionEntry {
  code: string;
  indicators: { code: string; role: string }[];
}

const COLUMNS = {
  area: 'code kind iso2 m49 time_zone names position',
  region: 'code area names position',
  source: 'id title publisher year url licence kind',
  denominator: 'area year kind value source',
  action: 'code kind scope title quote reading position',
  indicator: `code kind scope unit unit_text multiplier decimals direction value_type regional_method sensitive threshold_base
    threshold_detailed min max whole reported_cases centres_in breakdowns table_axes sdg_code numerator_of denominator_of name definition stages elements sheet position`,
  action_indicator: 'action indicator role position',
  benchmark: 'id indicator value per kind sense population label citation url source',
  series_break: 'indicator area year kind note source',
  event: 'id action indicator area date year yes_no proves text source',
  alternative: 'indicator area year source value note chosen',
};

const KEYS: Partial<Record<keyof typeof COLUMNS, string>> = {
  area: 'code',
  region: 'code',
  action: 'code',
  indicator: 'code',
  action_indicator: 'action indicator',
  series_break: 'indicator area year',
  alternative: 'indicator area year source value',
};

/**
 * Areas, sources, actions, indicators, targets: from the files to the working tables. Repeatable. What an officer has edited
 * since stays as it is, with its links, benchmarks and breaks.
 */
export async function loadFramework(em: EntityManager): Promise<void> {
  await em.transactional(async (tx) => {
    await write(tx, 'area', (readSeedJson('areas.json') as object[]).map(snakeKeys));
    await write(tx, 'region', readSeedTable('regions.csv').map(named));
    await write(tx, 'source', readSeedTable('sources.csv'));
    await upsert(
      tx,
      {
        table: 'work.denominator',
        key: ['area', 'kind', 'year', 'sex', 'age'],
        columns: ['area', 'kind', 'year', 'sex', 'age', 'value', 'source'],
      },
      readSeedTable('denominators.csv').map((row) => ({ sex: '_T', age: '_T', ...row })),
    );
    const edited = await editedCodes(tx);
    const untouched = ({ code }: { code: string }) => !edited.has(code);
    const ofUntouched = ({ indicator }: { indicator?: unknown }) => !edited.has(indicator);
    const actions = (readSeedJson('actions.json') as ActionEntry[]).filter(untouched);
    await write(tx, 'action', actions.map(snakeKeys));
    const indicators = (readSeedJson('indicators.json') as { code: string }[]).filter(untouched);
    await write(tx, 'indicator', indicators.map(indicatorRow));
    await write(tx, 'action_indicator', actions.flatMap(links));
    await write(
      tx,
      'benchmark',
      (readSeedJson('benchmarks.json') as { indicator: string }[])
        .map(benchmarkRow)
        .filter(ofUntouched),
    );
    await write(tx, 'series_break', readSeedTable('breaks.csv').filter(ofUntouched));
    await write(tx, 'event', readSeedTable('events.csv').map(eventRow));
    await write(tx, 'alternative', readSeedTable('alternatives.csv'));
    await loadTargets(tx);
  });
}

async function editedCodes(em: EntityManager): Promise<Set<unknown>> {
  const rows = await em.execute<{ code: string }[]>(
    `select code from work.action where version > 1 union all select code from work.indicator where version > 1`,
  );
  return new Set(rows.map(({ code }) => code));
}

async function write(em: EntityManager, name: keyof typeof COLUMNS, rows: SeedRow[]) {
  const key = (KEYS[name] ?? 'id').split(' ');
  await upsert(em, { table: `work.${name}`, key, columns: COLUMNS[name].split(/\s+/) }, rows);
}

/** The file's name_en and name_ru are the column names. */
function named({ name, ...row }: SeedRow): SeedRow {
  return { ...row, names: name };
}

/** `integer` of the file is a reserved word of SQL: the column is called whole. */
function indicatorRow(entry: object): SeedRow {
  const { integer, ...row } = snakeKeys(entry);
  return {
    threshold_base: 5,
    threshold_detailed: 10,
    reported_cases: false,
    centres_in: null,
    numerator_of: null,
    elements: [],
    ...row,
    whole: integer,
  };
}

/** `proves` stands in its cell as JSON. */
function eventRow({ proves, ...row }: SeedRow): SeedRow {
  return { ...row, proves: JSON.parse(String(proves)) as unknown };
}

/** Named by indicator and order in the file. */
function benchmarkRow(entry: { indicator: string }, index: number): SeedRow {
  return { id: `${entry.indicator}-${String(index + 1)}`, ...snakeKeys(entry) };
}

function links({ code, indicators }: ActionEntry): SeedRow[] {
  return indicators.map((indicator, index) => ({
    action: code,
    indicator: indicator.code,
    role: indicator.role,
    position: index + 1,
  }));
}
