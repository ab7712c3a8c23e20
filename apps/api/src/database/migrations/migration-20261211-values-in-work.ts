import { Migration } from '@mikro-orm/migrations';

/** What is handed in and approved is found by an index without its state, and a reporter's revisions by their own column. */
export class ValuesInWork extends Migration {
  override up(): void {
    this.addSql(`drop index "work"."observation_to_release"`);
    this.addSql(
      `create index "observation_in_work" on "work"."observation" ("area", "year") where published_revision is distinct from current_revision`,
    );
    this.addSql(
      `alter table "work"."observation" add constraint "observation_published_check" check (((state = 'PUBLISHED'::text) = (NOT (published_revision IS DISTINCT FROM current_revision))))`,
    );
    // room in each page for the next version of its rows: then no index needs a new entry
    this.addSql(`alter table "work"."observation" set (fillfactor = 50)`);
    this.addSql(`alter table "work"."revision" add "area" text`);
    this.addSql(`alter table "work"."revision" disable trigger "revision_is_append_only"`);
    this.addSql(
      `update "work"."revision" r set "area" = o."area" from "work"."observation" o where o."id" = r."observation"`,
    );
    this.addSql(`alter table "work"."revision" enable trigger "revision_is_append_only"`);
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
