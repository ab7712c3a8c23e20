import { Migration } from '@mikro-orm/migrations';

/** An officer is written to when a planned release is refused. */
export class RefusedReleases extends Migration {
  override up(): void {
    this.addSql(`alter table "work"."notification" drop constraint "notification_kind_check"`);
    this.addSql(
      `alter table "work"."notification" add constraint "notification_kind_check" check ("kind" in ('REMINDER', 'NUDGE', 'RETURNED', 'SUBMITTED', 'DIGEST', 'FOLLOWED', 'INVITATION', 'PASSWORD_LINK', 'PASSWORD_FORGOTTEN', 'EMAIL_LINK', 'CONFIRMATION', 'ASKED', 'ANSWERED', 'SUBSCRIPTION', 'RELEASE_NEWS', 'ERROR_REPORT', 'ASSIGNED', 'DEADLINE', 'SIGNATURE_ASKED', 'SIGNED', 'GIVEN_BACK', 'SIGNATURE_RULE', 'RELEASE_REFUSED'))`,
    );
  }
}
