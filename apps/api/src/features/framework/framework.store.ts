import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { FrameworkAction, FrameworkIndicator } from '@qadam/domain';
import { without } from './without.ts';

const ACTION = 'kind scope title quote reading position';
const INDICATOR = `kind scope unit unit_text multiplier decimals direction reported_cases centres_in value_type regional_method sensitive
  threshold_base threshold_detailed min max whole breakdowns table_axes sdg_code numerator_of denominator_of name definition stages elements sheet position`;
const LINK = 'action indicator role weight position';
const BENCHMARK = 'id indicator value per kind sense population label citation url source';
const BREAK = 'indicator area year kind note source';

/** Set-based: a statement per table, however much changes. Every change of an object is a version of it. */
@Injectable()
export class FrameworkStore {
  async writeIndicators(
    em: EntityManager,
    indicators: readonly FrameworkIndicator[],
  ): Promise<void> {
    if (indicators.length === 0) return;
    const rows = indicators.map((one) => snakeKeys(without(one, 'benchmarks', 'breaks')));
    await upsert(em, 'work.indicator', INDICATOR, rows);
    const codes = indicators.map(({ code }) => code);
    await em.execute(`delete from work.benchmark where indicator in (?)`, [codes]);
    await em.execute(`delete from work.series_break where indicator in (?)`, [codes]);
    await insert(
      em,
      'work.benchmark',
      BENCHMARK,
      indicators.flatMap(({ code, benchmarks }) =>
        benchmarks.map((benchmark) => ({ ...benchmark, indicator: code })),
      ),
    );
    await insert(
      em,
      'work.series_break',
      BREAK,
      indicators.flatMap(({ code, breaks }) =>
        breaks.map((seriesBreak) => ({ ...seriesBreak, indicator: code })),
      ),
    );
  }

  async writeActions(em: EntityManager, actions: readonly FrameworkAction[]): Promise<void> {
    if (actions.length === 0) return;
    await upsert(
      em,
      'work.action',
      ACTION,
      actions.map((one) => without(one, 'indicators')),
    );
    await em.execute(`delete from work.action_indicator where action in (?)`, [
      actions.map(({ code }) => code),
    ]);
    await insert(
      em,
      'work.action_indicator',
      LINK,
      actions.flatMap(({ code: action, indicators }) =>
        indicators.map(({ code, role, weight }, index) => ({
          action,
          indicator: code,
          role,
          weight,
          position: index + 1,
        })),
      ),
    );
  }
}

const words = (text: string): string[] => text.split(/\s+/);

async function upsert(em: EntityManager, table: string, columns: string, rows: object[]) {
  const names = words(columns);
  await em.execute(
    `insert into ${table} as t (code, ${names.join(', ')})
     select code, ${names.join(', ')} from jsonb_populate_recordset(null::${table}, ?::jsonb)
     on conflict (code) do update set version = t.version + 1,
       ${names.map((name) => `${name} = excluded.${name}`).join(', ')}`,
    [JSON.stringify(rows)],
  );
}

async function insert(em: EntityManager, table: string, columns: string, rows: object[]) {
  const names = words(columns).join(', ');
  await em.execute(
    `insert into ${table} (${names})
     select ${names} from jsonb_populate_recordset(null::${table}, ?::jsonb)`,
    [JSON.stringify(rows)],
  );
}

function snakeKeys(entry: object): object {
  return Object.fromEntries(
    Object.entries(entry).map(([key, value]) => [
      key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value as unknown,
    ]),
  );
}
