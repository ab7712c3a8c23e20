import { Migration } from '@mikro-orm/migrations';

/**
 * The log of an action looks for what began or ended of its indicators. Parts of some years are read in the order of their index only if PostgreSQL
 * knows how many there are: it counts no expression of an index that has a condition, as `value_parts` has.
 */
export class WhatChangedByIndicator extends Migration {
  override up(): void {
    this.addSql(`drop index "publication"."value_since", "publication"."value_changed"`);
    this.addSql(
      `create index "value_since" on "publication"."value" ("from_release", "indicator")`,
    );
    this.addSql(
      `create index "value_changed" on "publication"."value" ("until_release", "indicator") where "until_release" is not null`,
    );
    this.addSql(
      `create statistics "publication"."value_years" on (- "year") from "publication"."value"`,
    );
  }
}
