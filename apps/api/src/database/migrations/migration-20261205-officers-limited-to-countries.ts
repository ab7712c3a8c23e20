import { Migration } from '@mikro-orm/migrations';

export class OfficersLimitedToCountries extends Migration {
  override up(): void {
    this.addSql(`alter table "work"."user_account" add "areas" text[] null`);
    this.addSql(
      `alter table "work"."user_account" add constraint "officers_are_limited" check (((areas IS NULL) OR ((role = 'OFFICER'::text) AND (cardinality(areas) > 0))))`,
    );
  }
}
