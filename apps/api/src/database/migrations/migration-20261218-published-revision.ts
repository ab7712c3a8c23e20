import { Migration } from '@mikro-orm/migrations';

/** A published revision is looked for only where it is not the current one, which has a foreign key of its own: not when a value is published. */
export class PublishedRevision extends Migration {
  override up(): void {
    this.addSql('lock table work.observation, work.revision in access exclusive mode');
    this.addSql(`alter table "work"."observation" drop constraint "observation_published"`);
    this.addSql(
      `create function work.refuse_foreign_revision() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
        begin
          if not exists (select from work.revision r where r.id = new.published_revision and r.observation = new.id) then
            raise exception 'work.observation has no revision % to be published', new.published_revision using errcode = 'foreign_key_violation';
          end if;
          return null;
        end $$`,
    );
    // at the end of the transaction, since a value may be inserted before its revisions
    this.addSql(
      `create constraint trigger "observation_begins_published" after insert on "work"."observation" deferrable initially deferred
        for each row when (new.published_revision is not null) execute function work.refuse_foreign_revision()`,
    );
    this.addSql(
      `create constraint trigger "observation_is_corrected" after update of "published_revision", "current_revision" on "work"."observation" deferrable initially deferred
        for each row when (new.published_revision <> new.current_revision) execute function work.refuse_foreign_revision()`,
    );
  }
}
