import { Migration } from '@mikro-orm/migrations';

const BEFORE = `'REMINDER', 'NUDGE', 'RETURNED', 'SUBMITTED', 'DIGEST', 'FOLLOWED',
  'INVITATION', 'PASSWORD_LINK', 'EMAIL_LINK', 'CONFIRMATION'`;

/** A question to a reporter, and its answer, is told by mail like a return. */
export class Migration2026112880AnnouncedMessages extends Migration {
  override up(): void {
    this.addSql(`create table work.announced_message (
      message uuid primary key references work.message,
      announced_at timestamptz not null
    )`);
    this.addSql(`create index message_question on work.message (observation) where question`);
    // only what is asked from now on is news
    this.addSql(`insert into work.announced_message (message, announced_at)
      select id, now() from work.message`);
    this.allow(`${BEFORE}, 'ASKED', 'ANSWERED'`);
  }

  override down(): void {
    this.addSql(`delete from work.notification where kind in ('ASKED', 'ANSWERED')`);
    this.allow(BEFORE);
    this.addSql(`drop index work.message_question`);
    this.addSql(`drop table work.announced_message`);
  }

  private allow(kinds: string): void {
    this.addSql(`alter table work.notification drop constraint notification_kind_check`);
    this.addSql(
      `alter table work.notification add constraint notification_kind_check check (kind in (${kinds}))`,
    );
  }
}
