import { Migration } from '@mikro-orm/migrations';

const CONSTRAINTS = `publication.tally_from_release_fkey, publication.tally_until_release_fkey`;

/** Counts that ended long ago are not looked through to sum up those that stand. */
export class CountsByTheirEnd extends Migration {
  override up(): void {
    // what an earlier migration of the same transaction has counted is checked before its index is made
    this.addSql(`set constraints ${CONSTRAINTS} immediate`);
    this.addSql(`drop index "publication"."tally_counts"`);
    this.addSql(
      `create index "tally_counts" on "publication"."tally" ("until_release", "from_release", "rows", "figures", "hidden")`,
    );
    this.addSql(`set constraints ${CONSTRAINTS} deferred`);
  }
}
