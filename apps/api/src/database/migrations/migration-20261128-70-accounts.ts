import { Migration } from '@mikro-orm/migrations';

/** Where people sign in from, accounts that a second person confirms, and mails that carry a link. */
export class Migration2026112870Accounts extends Migration {
  override up(): void {
    // Devices and networks from which somebody has signed in before; the key is a hash under the installation's secret.
    this.addSql(`create table work.sign_in_place (
      key text primary key,
      last_signed_in_at timestamptz not null
    )`);
    // Its keys are hashed under the secret from now on: what was counted before is forgotten, as it is after an hour.
    this.addSql(`delete from work.sign_in_failure`);
    // What was done to an account by which one person alone could act as two. The account waits while a row is not confirmed.
    this.addSql(`create table work.account_confirmation (
      id uuid primary key default gen_random_uuid(),
      user_account uuid not null references work.user_account,
      act text not null check (act in ('INVITED', 'ROLE', 'PASSWORD', 'EMAIL')),
      asked_by uuid not null references work.user_account,
      asked_at timestamptz not null default now(),
      confirmed_by uuid references work.user_account,
      confirmed_at timestamptz,
      check (confirmed_by is null or confirmed_at is not null),
      check (confirmed_by not in (asked_by, user_account))
    )`);
    this.addSql(
      `create index account_confirmation_by_user on work.account_confirmation (user_account)`,
    );
    // Links made before were shown to whoever asked for them.
    for (const table of ['invitation', 'email_change'])
      this.addSql(`update work.${table} set ended_at = now() where ended_at is null`);
    // The link of a mail: its token is put in when the mail leaves, and stands in no table.
    this.addSql(`alter table work.notification
      add column link uuid,
      drop constraint notification_kind_check,
      add constraint notification_kind_check check (kind in ('REMINDER', 'NUDGE', 'RETURNED', 'SUBMITTED', 'DIGEST', 'FOLLOWED',
        'INVITATION', 'PASSWORD_LINK', 'EMAIL_LINK', 'CONFIRMATION')),
      add constraint notification_link_check check ((kind in ('INVITATION', 'PASSWORD_LINK', 'EMAIL_LINK')) = (link is not null))`);
  }

  override down(): void {
    this.addSql(
      `delete from work.notification where kind in ('INVITATION', 'PASSWORD_LINK', 'EMAIL_LINK', 'CONFIRMATION')`,
    );
    this.addSql(`alter table work.notification
      drop constraint notification_link_check,
      drop constraint notification_kind_check,
      add constraint notification_kind_check check (kind in ('REMINDER', 'NUDGE', 'RETURNED', 'SUBMITTED', 'DIGEST', 'FOLLOWED')),
      drop column link`);
    this.addSql(`drop table work.account_confirmation, work.sign_in_place`);
    this.addSql(`delete from work.sign_in_failure`);
  }
}
