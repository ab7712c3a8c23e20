import { Migration } from '@mikro-orm/migrations';

/** What a person says of a file stays with its job: what unknown texts stand for, and what was put right in which row. */
export class Migration2026112810ImportAnswers extends Migration {
  override up(): void {
    this.addSql(`alter table work.import_job
      add column codes jsonb not null default '{}', add column mends jsonb not null default '{}'`);
  }

  override down(): void {
    this.addSql(`alter table work.import_job drop column codes, drop column mends`);
  }
}
