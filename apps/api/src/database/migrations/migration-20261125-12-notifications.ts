import { Migration } from '@mikro-orm/migrations';

/** Mails to people: the outbox, what was announced, and reminders by hand. */
export class Migration2026112512Notifications extends Migration {
  override up(): void {
    this.addSql(`alter table work.user_account add column language text not null default 'ru'
      check (language in ('en', 'ru', 'kk', 'ky', 'tg', 'uz'))`);
    // The key says what is told to whom: a restart or a second process cannot write it twice. Not append-only:
    // texts greet a person and must be erasable. job: who is to send it now; another one when it is sent again.
    this.addSql(`create table work.notification (
      id uuid primary key,
      key text not null unique,
      kind text not null check (kind in ('REMINDER', 'NUDGE', 'RETURNED', 'SUBMITTED', 'DIGEST')),
      recipient uuid not null references work.user_account,
      area text references work.area,
      cycle int references work.cycle,
      language text not null,
      subject text not null,
      text text not null,
      html text not null,
      state text not null default 'WAITING'
        check (state in ('WAITING', 'SENDING', 'SENT', 'RETRY', 'FAILED', 'HELD')),
      attempts int not null default 0,
      error text,
      job uuid not null,
      created_at timestamptz not null,
      changed_at timestamptz not null,
      check ((state in ('RETRY', 'FAILED')) = (error is not null))
    )`);
    this.addSql(`create index notification_by_time on work.notification (created_at desc, id)`);
    this.addSql(
      `create index notification_to_send on work.notification (state) where state in ('WAITING', 'SENDING')`,
    );
    // Returns that stand in a mail already: each is announced once, however mails are put together.
    this.addSql(`create table work.announced_return (
      review uuid primary key references work.review,
      announced_at timestamptz not null
    )`);
    this.addSql(`create table work.nudge (
      id uuid primary key,
      area text not null references work.area,
      cycle int not null references work.cycle,
      officer uuid not null references work.user_account,
      nudged_at timestamptz not null
    )`);
    this.addSql(`create index nudge_by_area on work.nudge (area, cycle, nudged_at)`);
    this
      .addSql(`create trigger nudge_is_append_only before update or delete or truncate on work.nudge
      for each statement execute function work.refuse_change()`);
  }

  override down(): void {
    this.addSql(`drop table work.nudge, work.announced_return, work.notification`);
    this.addSql(`alter table work.user_account drop column language`);
  }
}
