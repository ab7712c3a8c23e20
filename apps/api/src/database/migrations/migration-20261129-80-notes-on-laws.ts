import { Migration } from '@mikro-orm/migrations';

/** A note on the method says why an action is weighed otherwise, or why a law has other elements. */
export class Migration2026112980NotesOnLaws extends Migration {
  override up(): void {
    this.addSql(`alter table work.method_note
      alter column action drop not null,
      add column indicator text references work.indicator,
      add constraint method_note_on_check check (num_nonnulls(action, indicator) = 1)`);
  }

  override down(): void {
    this.addSql(`alter table work.method_note disable trigger method_note_is_append_only`);
    this.addSql(`delete from work.method_note where action is null`);
    this.addSql(`alter table work.method_note enable trigger method_note_is_append_only`);
    this.addSql(
      `alter table work.method_note drop column indicator, alter column action set not null`,
    );
  }
}
