import { Migration } from '@mikro-orm/migrations';
import { statements } from './migration-20261201-baseline.ts';

/** A release is counted from the counts before it. */
export class CountsOfWhatChanged extends Migration {
  override up(): void {
    // a release that is being published has begun to count, and ends as it began
    this.addSql('lock table publication.value in share mode');
    this.addSql(statements('functions.sql'));
  }
}
