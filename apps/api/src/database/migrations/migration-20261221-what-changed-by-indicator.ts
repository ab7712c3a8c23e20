import { Migration } from '@mikro-orm/migrations';

/**
 * The log of an action looks for what began or ended of its indicators. Parts of some years are read in the order of their index only if PostgreSQL
 * knows how many there are: it counts no expression of an index that has a condition, as `value_parts` has.
 */
export class WhatChangedByIndicator extends Migration {
  override up(): void {
    // made before the old ones are dropped, so that readers need not wait
    this.addSql(
      `create index "value_begun" on "publication"."value" ("from_release", "indicator")`,
    );
    this.addSql(
      `create index "value_ended" on "publication"."value" ("until_release", "indicator") where "until_release" is not null`,
    );
    this.addSql(
      `create statistics "publication"."value_years" on (- "year") from "publication"."value"`,
    );
    this.addSql(`analyze "publication"."value"`);
    this.addSql(`drop index "publication"."value_since", "publication"."value_changed"`);
    this.addSql(`alter index "publication"."value_begun" rename to "value_since"`);
    this.addSql(`alter index "publication"."value_ended" rename to "value_changed"`);
  }
}
