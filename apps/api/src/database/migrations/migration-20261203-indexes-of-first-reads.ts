import { Migration } from '@mikro-orm/migrations';

export class IndexesOfFirstReads extends Migration {
  override up(): void {
    this.addSql(
      `create index "value_totals" on "publication"."value" ("indicator", "area", "year") where "sex" = '_T' and "age" = '_T' and "urbanisation" = '_T' and "region" = '_T' and "breakdown" = '_T'`,
    );
    this.addSql(
      `create index "value_totals_by_area" on "publication"."value" ("area", "indicator", "year") where "sex" = '_T' and "age" = '_T' and "urbanisation" = '_T' and "region" = '_T' and "breakdown" = '_T'`,
    );
  }
}
