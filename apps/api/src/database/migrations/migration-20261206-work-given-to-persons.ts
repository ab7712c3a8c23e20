import { Migration } from '@mikro-orm/migrations';

export class WorkGivenToPersons extends Migration {
  override up(): void {
    this.addSql(`alter table "work"."notification" drop constraint "notification_kind_check"`);
    this.addSql(
      `alter table "work"."notification" add constraint "notification_kind_check" check ("kind" in ('REMINDER', 'NUDGE', 'RETURNED', 'SUBMITTED', 'DIGEST', 'FOLLOWED', 'INVITATION', 'PASSWORD_LINK', 'PASSWORD_FORGOTTEN', 'EMAIL_LINK', 'CONFIRMATION', 'ASKED', 'ANSWERED', 'SUBSCRIPTION', 'RELEASE_NEWS', 'ERROR_REPORT', 'ASSIGNED'))`,
    );
    this.addSql(`alter table "work"."assignment" add "person" uuid null`);
    this.addSql(
      `alter table "work"."assignment" add constraint "assignment_person_fkey" foreign key ("person") references "work"."user_account" ("id") on update no action on delete no action`,
    );
  }
}
