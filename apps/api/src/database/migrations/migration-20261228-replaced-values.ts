import { Migration } from '@mikro-orm/migrations';

/**
 * A reported value that another source replaced is recorded by nobody, which keeps it inside until it is approved. Version 0.5 named the officer who
 * chose the other source, with this note.
 */
export class ReplacedValues extends Migration {
  override up(): void {
    this.addSql(
      `update "work"."alternative" set "recorded_by" = null
        where "recorded_at" is not null and "note" @> '{"en": "As reported by the country.", "ru": "По отчёту страны."}'`,
    );
  }
}
