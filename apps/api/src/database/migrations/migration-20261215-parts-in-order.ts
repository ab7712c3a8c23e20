import { Migration } from '@mikro-orm/migrations';
import { statements } from './migration-20261201-baseline.ts';

export class PartsInOrder extends Migration {
  override up(): void {
    // counting a release may take more memory
    this.addSql(statements('functions.sql'));
    this.addSql(`drop index "publication"."value_by_area"`);
    this.addSql(`drop index "publication"."value_totals_by_area"`);
    this.addSql(
      `create index "value_parts" on "publication"."value" ("indicator", "area", (- "year"), ((("sex" <> '_T')::int + ("age" <> '_T')::int + ("urbanisation" <> '_T')::int + ("region" <> '_T')::int + ("breakdown" <> '_T')::int)), "sex", "age", "urbanisation", "region", "breakdown") where "sex" <> '_T' or "age" <> '_T' or "urbanisation" <> '_T' or "region" <> '_T' or "breakdown" <> '_T'`,
    );
  }
}
