import { Migration } from '@mikro-orm/migrations';
import { statements } from './migration-20261201-baseline.ts';

const CONSTRAINTS = `publication.tally_from_release_fkey, publication.tally_until_release_fkey`;

/** Each release says how many figures came and changed with it. The columns are there already if the table of counts was made by the version that has this. */
export class WhatAReleaseChanged extends Migration {
  override up(): void {
    // a release that is being published has begun to count, and ends as it began
    this.addSql('lock table publication.value in share mode');
    // what an earlier migration of the same transaction has counted is checked before its table is altered
    this.addSql(`set constraints ${CONSTRAINTS} immediate`);
    this.addSql(
      `alter table "publication"."tally" add column if not exists "came" int, add column if not exists "changed" int`,
    );
    this.addSql(statements('functions.sql'));
    this.addSql('alter table publication.tally disable trigger tally_is_immutable');
    this.addSql(
      `update publication.tally t set came = coalesce(c.came, 0), changed = coalesce(c.changed, 0)
         from publication.tally o left join publication.count_changes() c using (indicator, area, from_release)
         where (t.indicator, t.area, t.from_release) = (o.indicator, o.area, o.from_release)`,
    );
    this.addSql('alter table publication.tally enable trigger tally_is_immutable');
    this.addSql(
      `alter table "publication"."tally" alter column "came" set not null, alter column "changed" set not null`,
    );
    this.addSql(`set constraints ${CONSTRAINTS} deferred`);
  }
}
