import { Migration } from '@mikro-orm/migrations';

/** Where a figure about shelters says how many centres stand behind it. */
export class Migration2026112690CentresBehind extends Migration {
  override up(): void {
    this.addSql(`alter table work.indicator add column centres_in text
      check (centres_in in ('VALUE', 'NUMERATOR', 'DENOMINATOR', 'ELSEWHERE'))`);
  }

  override down(): void {
    this.addSql(`alter table work.indicator drop column centres_in`);
  }
}
