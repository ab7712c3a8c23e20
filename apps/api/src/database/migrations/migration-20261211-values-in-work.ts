import { Migration } from '@mikro-orm/migrations';

/** What is handed in and approved is found by an index without its state, and a reporter's revisions by their own column. */
export class ValuesInWork extends Migration {
  override up(): void {
    this.addSql(`drop index "work"."observation_to_release"`);
    // room in each page for the next version of its rows: then no index needs a new entry
    this.addSql(`alter table "work"."observation" set (fillfactor = 50)`);
    // writes the table anew, so that its pages get their room
    this.addSql(
      `alter table "work"."observation" add "in_work" boolean generated always as ((state <> 'PUBLISHED'::text)) stored not null`,
    );
    this.addSql(
      `create index "observation_in_work" on "work"."observation" ("area", "year") where in_work`,
    );
    this.addSql(`alter table "work"."revision" add "area" text`);
    this.addSql(`alter table "work"."revision" disable trigger "revision_is_append_only"`);
    this.addSql(
      `update "work"."revision" r set "area" = o."area" from "work"."observation" o where o."id" = r."observation"`,
    );
    this.addSql(`alter table "work"."revision" enable trigger "revision_is_append_only"`);
    this.addSql(
      `alter table "work"."revision" add constraint "revision_area_check" check ((area IS NOT NULL))`,
    );
    // a server of the version before writes none
    this.addSql(
      `create function work.area_of_revision() returns trigger language plpgsql as $$ begin
        new.area := (select o.area from work.observation o where o.id = new.observation);
        return new;
      end $$`,
    );
    this.addSql(
      `create trigger "revision_has_area" before insert on "work"."revision" for each row when (new.area is null) execute function work.area_of_revision()`,
    );
  }
}
