import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Alternative } from '../../features/alternatives/alternative.entity.ts';
import { Area, Region } from '../../features/countries/area.entity.ts';
import { Action, ActionIndicator } from '../../features/framework/action.entity.ts';
import { Benchmark, Denominator } from '../../features/framework/benchmark.entity.ts';
import { Event, SeriesBreak } from '../../features/framework/event.entity.ts';
import { Source } from '../../features/framework/source.entity.ts';
import { Indicator } from '../../features/indicators/indicator.entity.ts';
import { without } from '../../features/framework/without.ts';
import { TargetPlan } from '../../features/targets/target-plan.entity.ts';
import { db } from '../db.ts';
import { upsertRows } from '../entity-rows.ts';
import { readSeedJson, readSeedTable, type SeedRow } from './seed-files.ts';

interface ActionEntry {
  code: string;
  indicators: { code: string; role: string }[];
}

/**
 * Loads areas, sources, actions, indicators and targets from the files into the working tables. It can be repeated: what an officer has edited since
 * stays as it is, with its links, benchmarks and breaks.
 */
export async function loadFramework(em: EntityManager): Promise<void> {
  await em.transactional(async (tx) => {
    await upsertRows(tx, Area, readSeedJson('areas.json') as SeedRow[]);
    await upsertRows(tx, Region, readSeedTable('regions.csv').map(named));
    await upsertRows(tx, Source, readSeedTable('sources.csv'));
    await upsertRows(tx, Denominator, readSeedTable('denominators.csv').map(ofAll));
    const edited = await editedCodes(tx);
    const untouched = ({ code }: { code: string }) => !edited.has(code);
    const ofUntouched = ({ indicator }: { indicator?: unknown }) => !edited.has(indicator);
    const actions = (readSeedJson('actions.json') as ActionEntry[]).filter(untouched);
    await upsertRows(
      tx,
      Action,
      actions.map((action) => without(action, 'indicators')),
    );
    const indicators = (readSeedJson('indicators.json') as (SeedRow & { code: string })[]).filter(
      untouched,
    );
    await upsertRows(tx, Indicator, indicators.map(indicatorRow));
    await upsertRows(tx, ActionIndicator, actions.flatMap(links));
    const benchmarks = readSeedJson('benchmarks.json') as SeedRow[];
    await upsertRows(tx, Benchmark, benchmarks.filter(ofUntouched));
    await upsertRows(tx, SeriesBreak, readSeedTable('breaks.csv').filter(ofUntouched));
    await upsertRows(tx, Event, readSeedTable('events.csv').map(eventRow));
    await upsertRows(tx, Alternative, readSeedTable('alternatives.csv'));
    await loadTargets(tx);
  });
}

async function editedCodes(em: EntityManager): Promise<Set<unknown>> {
  const edited = (table: 'work.action' | 'work.indicator') =>
    db(em).selectFrom(table).select('code').where('version', '>', 1);
  const rows = await edited('work.action').unionAll(edited('work.indicator')).execute();
  return new Set(rows.map(({ code }) => code));
}

/** Columns name_en and name_ru of the file become `names`. */
function named({ name, ...row }: SeedRow): SeedRow {
  return { ...row, names: name };
}

/** Both sexes and all ages, unless the file says otherwise. */
function ofAll(row: SeedRow): SeedRow {
  return { sex: '_T', age: '_T', ...row };
}

/** `integer` of the file is a reserved word of SQL, so the column is called whole. `context` is dropped, because the roles say the same. */
function indicatorRow({ integer, ...row }: SeedRow): SeedRow {
  return {
    reportedCases: false,
    elements: [],
    step: null,
    ...without(row, 'context'),
    whole: integer,
  };
}

/** The cell `proves` holds JSON. */
function eventRow({ proves, ...row }: SeedRow): SeedRow {
  return { ...row, proves: JSON.parse(String(proves)) as unknown };
}

function links({ code, indicators }: ActionEntry): SeedRow[] {
  return indicators.map((indicator, index) => ({
    action: code,
    indicator: indicator.code,
    role: indicator.role,
    position: index + 1,
  }));
}

/**
 * Reference targets: international values with their citation. Nobody proposed or confirmed them, so they are marked as `reference`. Plans that
 * officers made since stay as they are.
 */
async function loadTargets(em: EntityManager): Promise<void> {
  await upsertRows(em, TargetPlan, readSeedTable('targets.csv').map(planRow), 'STAYS');
}

function planRow(row: SeedRow): SeedRow {
  return {
    ...row,
    id: randomUUID(),
    version: 1,
    state: 'CONFIRMED',
    points: pathPoints(String(row['points'])),
    tolerance: row['tolerance'] ?? '0',
    reference: true,
  };
}

/** "2027:3;2030:5": years and values of the path, the target last. */
function pathPoints(text: string): { year: number; value: string }[] {
  return text.split(/[;|]/).map((point) => {
    const [year = '', value = ''] = point.split(':');
    return { year: Number(year), value };
  });
}
