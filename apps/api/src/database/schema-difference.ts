import type { MikroORM } from '@mikro-orm/postgresql';

/** The one constraint that no entity says: it spans three columns (features/releases/released-table.entity.ts). */
const IN_THE_BASELINE_ONLY =
  'alter table "work"."released_count" drop constraint "released_count_indicator_year_release_fkey";';

/** The statements that make the tables what the entities describe; empty where both agree. */
export async function schemaDifference(orm: MikroORM): Promise<string> {
  const statements = await orm.schema.getUpdateSchemaSQL({ wrap: false });
  return statements.replace(IN_THE_BASELINE_ONLY, '').trim();
}
