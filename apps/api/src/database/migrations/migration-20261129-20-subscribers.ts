import { Migration } from '@mikro-orm/migrations';

const BEFORE = `'REMINDER', 'NUDGE', 'RETURNED', 'SUBMITTED', 'DIGEST', 'FOLLOWED',
  'INVITATION', 'PASSWORD_LINK', 'EMAIL_LINK', 'CONFIRMATION', 'ASKED', 'ANSWERED'`;
const ADDED = `'SUBSCRIPTION', 'RELEASE_NEWS', 'ERROR_REPORT'`;

/** Mails to people without an account: who asked for news of releases, and the mailbox of the programme office. */
export class Migration2026112920Subscribers extends Migration {
  override up(): void {
    // An address, a language and a choice: nothing else is known of them. release: up to which one they were told.
    this.addSql(`create table work.subscriber (
      id uuid primary key,
      email text not null,
      language text not null check (language in ('en', 'ru', 'kk', 'ky', 'tg', 'uz')),
      kind text not null check (kind in ('EVERYTHING', 'COUNTRY', 'ACTION')),
      code text,
      asked_at timestamptz not null,
      confirmed_at timestamptz,
      release text,
      check ((kind = 'EVERYTHING') = (code is null))
    )`);
    // Somebody else may type the address of a subscriber: what was confirmed stays as it is until the owner confirms anew.
    this.addSql(
      `create unique index subscriber_confirmed on work.subscriber (email) where confirmed_at is not null`,
    );
    this.addSql(
      `create unique index subscriber_asked on work.subscriber (email) where confirmed_at is null`,
    );
    // Who ends a subscription takes the mails about it along.
    this.addSql(`alter table work.notification
      alter column recipient drop not null,
      add column subscriber uuid references work.subscriber on delete cascade,
      add column address text,
      drop constraint notification_kind_check,
      add constraint notification_kind_check check (kind in (${BEFORE}, ${ADDED})),
      add constraint notification_to_check check (num_nonnulls(recipient, subscriber, address) = 1)`);
    this.addSql(
      `create index notification_by_subscriber on work.notification (subscriber) where subscriber is not null`,
    );
  }

  override down(): void {
    this.addSql(`delete from work.notification where kind in (${ADDED})`);
    this.addSql(`alter table work.notification
      drop column subscriber,
      drop column address,
      alter column recipient set not null,
      drop constraint notification_kind_check,
      add constraint notification_kind_check check (kind in (${BEFORE}))`);
    this.addSql(`drop table work.subscriber`);
  }
}
