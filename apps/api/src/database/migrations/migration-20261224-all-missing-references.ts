import { Migration } from '@mikro-orm/migrations';

/**
 * What many rows refer to is looked for with a plan for all of them. For the first missing one (`limit 1`), of which there is none, PostgreSQL
 * read the whole table again for each of some thousand rows. A return or a reviewer, whom all rows of a statement name, is looked for once.
 */
export class AllMissingReferences extends Migration {
  override up(): void {
    this.addSql(
      `create or replace function work.refuse_dangling() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
        declare
          missing text;
        begin
          for at in 0 .. tg_nargs - 1 by 2 loop
            -- planned for each statement, since it may add one row or very many
            execute format('select (array_agg(a.id))[1] from (select distinct %1$I as id from added) a where not exists (select from work.%2$I r where r.id = a.id)',
              tg_argv[at], tg_argv[at + 1]) into missing;
            if missing is not null then
              raise exception 'work.% refers to a % that is not there: %', tg_table_name, tg_argv[at + 1], missing using errcode = 'foreign_key_violation';
            end if;
          end loop;
          return null;
        end $$`,
    );
  }
}
