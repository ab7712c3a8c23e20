import { Migration } from '@mikro-orm/migrations';
import { statements } from './migration-20261201-baseline.ts';

const CONSTRAINTS = `publication.tally_from_release_fkey, publication.tally_until_release_fkey`;

/** Each release says how many figures came and changed with it. Databases from before version 0.6 have counted that in the migration of the tally. */
export class WhatAReleaseTold extends Migration {
  override up(): void {
    // a release that is being published has begun to count, and ends as it began
    this.addSql('lock table publication.value in share mode');
    // what an earlier migration of the same transaction has counted is checked before its table is altered
    this.addSql(`set constraints ${CONSTRAINTS} immediate`);
    for (const count of ['came', 'changed'])
      this.addSql(
        `alter table "publication"."tally" add column if not exists "${count}" int not null default 0, alter column "${count}" drop default`,
      );
    this.addSql(statements('functions.sql'));
    this.addSql('alter table publication.tally disable trigger tally_is_immutable');
    this.addSql(
      `update publication.tally set came = t.came, changed = t.changed
         from (select indicator, area, from_release, count(*) filter (where came) as came, count(*) filter (where changed) as changed
           from publication.figures_told() group by 1, 2, 3) t
         where (tally.indicator, tally.area, tally.from_release) = (t.indicator, t.area, t.from_release)`,
    );
    this.addSql('alter table publication.tally enable trigger tally_is_immutable');
    this.addSql(`set constraints ${CONSTRAINTS} deferred`);
  }
}
