import { Migration } from '@mikro-orm/migrations';

export class StepOfAnIndicator extends Migration {
  override up(): void {
    this.addSql(`alter table "work"."indicator" add "step" numeric(30, 15) null`);
  }
}
