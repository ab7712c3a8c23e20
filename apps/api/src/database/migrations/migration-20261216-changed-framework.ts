import { Migration } from '@mikro-orm/migrations';

/** What began or ended of indicators and their places in actions, which a comparison looks for. */
export class ChangedFramework extends Migration {
  override up(): void {
    for (const table of ['indicator', 'action_indicator']) {
      this.addSql(`create index "${table}_since" on "publication"."${table}" ("from_release")`);
      this.addSql(
        `create index "${table}_changed" on "publication"."${table}" ("until_release") where "until_release" is not null`,
      );
    }
  }
}
