import { Migration } from '@mikro-orm/migrations';

/** Before all that locks tables until the end: pages and desks of the version before go on while it is made. */
export class PartsInOrder extends Migration {
  override up(): void {
    this.addSql(
      `create index "value_parts" on "publication"."value" ("indicator", "area", (- "year"), ((("sex" <> '_T')::int + ("age" <> '_T')::int + ("urbanisation" <> '_T')::int + ("region" <> '_T')::int + ("breakdown" <> '_T')::int)), "sex", "age", "urbanisation", "region", "breakdown") where "sex" <> '_T' or "age" <> '_T' or "urbanisation" <> '_T' or "region" <> '_T' or "breakdown" <> '_T'`,
    );
  }
}
