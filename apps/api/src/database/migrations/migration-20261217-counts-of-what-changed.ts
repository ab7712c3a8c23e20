import { Migration } from '@mikro-orm/migrations';
import { statements } from './migration-20261201-baseline.ts';

/** A release is counted from the counts before it. */
export class CountsOfWhatChanged extends Migration {
  override up(): void {
    this.addSql(statements('functions.sql'));
  }
}
