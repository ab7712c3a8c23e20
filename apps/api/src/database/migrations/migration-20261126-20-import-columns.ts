import { Migration } from '@mikro-orm/migrations';

/** The columns of a file as they were understood, and what a person said of them. */
export class Migration2026112620ImportColumns extends Migration {
  override up(): void {
    this.addSql(`alter table work.import_job
      add column columns jsonb not null default '[]', add column column_choice jsonb`);
  }

  override down(): void {
    this.addSql(`alter table work.import_job drop column columns, drop column column_choice`);
  }
}
