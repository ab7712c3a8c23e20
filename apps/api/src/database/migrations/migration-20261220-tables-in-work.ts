import { Migration } from '@mikro-orm/migrations';

/** The list of values in work names the table of each, so that very many are read table by table and not looked up one by one. */
export class TablesInWork extends Migration {
  override up(): void {
    this.addSql('lock table work.observation, work.value_in_work in access exclusive mode');
    this.addSql(
      `alter table "work"."value_in_work" add column "year" int null, add column "indicator" text null`,
    );
    this.addSql(
      `update "work"."value_in_work" l set "year" = o."year", "indicator" = o."indicator" from "work"."observation" o where o."id" = l."observation"`,
    );
    this.addSql(
      `alter table "work"."value_in_work" alter column "year" set not null, alter column "indicator" set not null`,
    );
    this.addSql(`drop index "work"."value_in_work_by_area"`);
    this.addSql(
      `create index "value_in_work_by_table" on "work"."value_in_work" ("area", "year", "indicator")`,
    );
    this.addSql(
      `create or replace function work.list_new_values() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
        begin
          insert into work.value_in_work (observation, area, year, indicator)
            select id, area, year, indicator from inserted where state <> 'PUBLISHED';
          return null;
        end $$`,
    );
    this.addSql(
      `create or replace function work.list_value() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
        begin
          insert into work.value_in_work (observation, area, year, indicator)
            values (new.id, new.area, new.year, new.indicator) on conflict do nothing;
          return null;
        end $$`,
    );
  }
}
