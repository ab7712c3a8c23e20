import { Migration } from '@mikro-orm/migrations';

/** Whoever proposed a target may reject it, which withdraws it; another person confirms it. */
export class WithdrawnProposals extends Migration {
  override up(): void {
    this.addSql(`alter table "work"."target_plan" drop constraint "target_plan_check"`);
    this.addSql(
      `alter table "work"."target_plan" add constraint "target_plan_check" check (((decided_by IS NULL) OR (decided_by <> proposed_by) OR (state = 'REJECTED'::text)))`,
    );
  }
}
