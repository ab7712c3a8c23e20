import { Migration } from '@mikro-orm/migrations';

/** A message keeps the role in which it was written: an answer stays an answer when its author gets another role. */
export class RoleOfAnAuthor extends Migration {
  override up(): void {
    this.addSql(`alter table "work"."message" add "role" text null`);
    // the audit trail knows the role of the time; a reason to return a value is in no event of its own
    this.addSql(
      `update "work"."message" m set "role" = coalesce(
        (select e."role" from "work"."audit_event" e where e."subject" = m."observation"::text and e."after" ->> 'message' = m."id"::text limit 1),
        u."role")
        from "work"."user_account" u where u."id" = m."author"`,
    );
  }
}
