import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Migration } from '@mikro-orm/migrations';

/** The text of a file beside this one. */
export const statements = (file: string): string =>
  readFileSync(path.join(import.meta.dirname, file), 'utf8');

/** Every table as its entity describes it, and what guards them. */
export class Baseline extends Migration {
  override up(): void {
    for (const file of ['tables.sql', 'functions.sql', 'triggers.sql']) {
      this.addSql(statements(file));
    }
  }

  override down(): void {
    this.addSql('drop schema publication cascade; drop schema work cascade');
  }
}
