import { Migration } from '@mikro-orm/migrations';

export class CustodianOfAnIndicator extends Migration {
  override up(): void {
    this.addSql(`alter table "work"."indicator" add "custodian" text null`);
    this.addSql(`alter table "publication"."indicator" add "custodian" text null`);
  }
}
