import type { EntityManager } from '@mikro-orm/postgresql';
import type { SeedRow } from './seed-files.ts';

interface Target {
  table: string;
  key: readonly string[];
  columns: readonly string[];
}

/** Writes all rows in one statement; what is already so is not touched. */
export async function upsert(em: EntityManager, target: Target, rows: SeedRow[]): Promise<void> {
  const { table, key, columns } = target;
  const others = columns.filter((column) => !key.includes(column));
  const list = columns.join(', ');
  const of = (alias: string) => others.map((column) => `${alias}.${column}`).join(', ');
  const onConflict =
    others.length === 0
      ? 'do nothing'
      : `do update set ${others.map((column) => `${column} = excluded.${column}`).join(', ')}
         where row(${of('t')}) is distinct from row(${of('excluded')})`;
  await em.execute(
    `insert into ${table} as t (${list})
     select ${list} from jsonb_populate_recordset(null::${table}, ?::jsonb)
     on conflict (${key.join(', ')}) ${onConflict}`,
    [JSON.stringify(rows)],
  );
}
