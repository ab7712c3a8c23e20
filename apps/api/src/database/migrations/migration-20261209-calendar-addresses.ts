import { Migration } from '@mikro-orm/migrations';

export class CalendarAddresses extends Migration {
  override up(): void {
    this.addSql(`alter table "work"."user_account" add "calendar" uuid null`);
  }
}
