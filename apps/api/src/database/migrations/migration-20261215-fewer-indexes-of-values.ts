import { Migration } from '@mikro-orm/migrations';
import { statements } from './migration-20261201-baseline.ts';

export class FewerIndexesOfValues extends Migration {
  override up(): void {
    // counting a release may take more memory
    this.addSql(statements('functions.sql'));
    this.addSql(`drop index "publication"."value_by_area"`);
    this.addSql(`drop index "publication"."value_totals_by_area"`);
  }
}
