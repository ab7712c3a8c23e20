import { ormConfig, withOrm } from './orm.config.ts';

/** The one constraint that no entity describes: it spans three columns (features/releases/released-table.entity.ts). */
const IN_THE_BASELINE_ONLY =
  'alter table "work"."released_count" drop constraint "released_count_indicator_year_release_fkey";';

/** The statements that would make the tables of a database match the entities; empty if they match. */
export async function schemaDifference(url: string): Promise<string> {
  const statements = await withOrm(ormConfig(url), ({ schema }) =>
    schema.getUpdateSchemaSQL({ wrap: false }),
  );
  return statements.replace(IN_THE_BASELINE_ONLY, '').trim();
}
