import { Migration } from '@mikro-orm/migrations';

/** What a return holds and what is decided refers to rows that are looked for all at once, and that nobody can remove. */
export class ReferencesOfManyRows extends Migration {
  override up(): void {
    // in the order of those who write meanwhile
    this.addSql(
      'lock table work.observation, work.revision, work.submission, work.submission_revision, work.review, work.user_account in access exclusive mode',
    );
    for (const [table, columns] of Object.entries(REFERENCES)) {
      for (const column of Object.keys(columns))
        this.addSql(`alter table "work"."${table}" drop constraint "${table}_${column}_fkey"`);
    }
    this.addSql(
      `create function work.refuse_dangling() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
        declare
          missing text;
        begin
          for at in 0 .. tg_nargs - 1 by 2 loop
            -- planned for each statement, since it may add one row or very many
            execute format('select a.%1$I from added a where not exists (select from work.%2$I r where r.id = a.%1$I) limit 1',
              tg_argv[at], tg_argv[at + 1]) into missing;
            if missing is not null then
              raise exception 'work.% refers to a % that is not there: %', tg_table_name, tg_argv[at + 1], missing using errcode = 'foreign_key_violation';
            end if;
          end loop;
          return null;
        end $$`,
    );
    for (const [table, columns] of Object.entries(REFERENCES)) {
      const referred = Object.entries(columns).flatMap((pair) => pair.map((one) => `'${one}'`));
      this.addSql(
        `create trigger "${table}_refers_to_rows" after insert on "work"."${table}" referencing new table as added for each statement execute function work.refuse_dangling(${referred.join(', ')})`,
      );
    }
    this.addSql(
      `create trigger "submission_revision_is_append_only" before update or delete or truncate on "work"."submission_revision" for each statement execute function work.refuse_change()`,
    );
    for (const table of ['observation', 'submission', 'user_account'])
      this.addSql(
        `create trigger "${table}_is_kept" before delete or truncate or update of "id" on "work"."${table}" for each statement execute function work.refuse_change()`,
      );
  }
}

const REFERENCES = {
  submission_revision: { submission: 'submission', revision: 'revision' },
  review: { observation: 'observation', revision: 'revision', reviewer: 'user_account' },
};
