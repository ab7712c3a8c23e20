import { Migration } from '@mikro-orm/migrations';

/** By which categories the parts of an indicator are collected: [{ dimension, codes: [{ code, name }] }], rows first. */
export class Migration2026112540BreakdownTables extends Migration {
  override up(): void {
    this.addSql(`alter table work.indicator add column table_axes jsonb not null default '[]'`);
  }

  override down(): void {
    this.addSql(`alter table work.indicator drop column table_axes`);
  }
}
