import { Migration } from '@mikro-orm/migrations';

export class Inbox extends Migration {
  override up(): void {
    this.addSql(
      `alter table "work"."notification" add "path" text null, add "read_at" timestamptz null`,
    );
    this.addSql(
      `create index "notification_by_recipient" on "work"."notification" ("recipient", "created_at" DESC, "id") where "path" is not null`,
    );
  }
}
