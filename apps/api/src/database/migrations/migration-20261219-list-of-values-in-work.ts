import { Migration } from '@mikro-orm/migrations';

/** Values in work are listed in a table, so that a release writes no index of an observation. */
export class ListOfValuesInWork extends Migration {
  override up(): void {
    this.addSql('lock table work.observation, work.revision in access exclusive mode');
    this.addSql(
      `create table "work"."value_in_work" ("observation" uuid not null, "area" text not null, primary key ("observation"))`,
    );
    this.addSql(
      `insert into "work"."value_in_work" select "id", "area" from "work"."observation" where "state" <> 'PUBLISHED'`,
    );
    this.addSql(`create index "value_in_work_by_area" on "work"."value_in_work" ("area")`);
    this.addSql(`drop index "work"."observation_series"`);
    this.addSql(`drop index "work"."observation_in_work"`);
    this.addSql(`alter table "work"."observation" drop column "in_work"`);
    this.addSql(
      `alter table "work"."observation" drop constraint "observation_indicator_area_year_sex_age_urbanisation_region_key"`,
    );
    this.addSql(
      `alter table "work"."observation" add constraint "observation_cell_key" unique ("indicator", "area", "sex", "age", "urbanisation", "region", "breakdown", "year")`,
    );
    // they write with the rights of the owner: nobody else adds to the list
    this.addSql(
      `create function work.list_new_values() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
        begin
          insert into work.value_in_work select id, area from inserted where state <> 'PUBLISHED';
          return null;
        end $$`,
    );
    this.addSql(
      `create trigger "observation_begins_in_work" after insert on "work"."observation" referencing new table as inserted
        for each statement execute function work.list_new_values()`,
    );
    this.addSql(
      `create function work.list_value() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
        begin
          insert into work.value_in_work values (new.id, new.area) on conflict do nothing;
          return null;
        end $$`,
    );
    this.addSql(
      `create trigger "observation_comes_back" after update of "state" on "work"."observation"
        for each row when (old.state = 'PUBLISHED' and new.state <> 'PUBLISHED') execute function work.list_value()`,
    );
    this.addSql(`alter table "work"."revision" drop constraint "revision_observation_fkey"`);
    this.addSql(
      `create function work.refuse_stray_revision() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
        declare
          missing uuid;
        begin
          -- planned for each statement, since it may add one row or very many
          execute 'select a.observation from added a
            where not exists (select from work.observation o where o.id = a.observation and o.area = a.area) limit 1' into missing;
          if missing is not null then
            raise exception 'work.revision refers to an observation that is not there, or has another area: %', missing using errcode = 'foreign_key_violation';
          end if;
          return null;
        end $$`,
    );
    this.addSql(
      `create trigger "revision_is_of_an_observation" after insert on "work"."revision" referencing new table as added
        for each statement execute function work.refuse_stray_revision()`,
    );
  }
}
