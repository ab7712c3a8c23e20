import { Migration } from '@mikro-orm/migrations';

/** What signed-in people follow, the views they keep, when they last looked, and whether they want a mail a month. */
export class Migration2026112740Following extends Migration {
  override up(): void {
    // Not append-only: what somebody is interested in is theirs to take back, and goes when they are forgotten.
    this.addSql(`create table work.follow (
      user_account uuid not null references work.user_account,
      kind text not null check (kind in ('COUNTRY', 'ACTION', 'INDICATOR')),
      code text not null,
      created_at timestamptz not null default now(),
      primary key (user_account, kind, code)
    )`);
    this.addSql(`create table work.saved_view (
      id uuid primary key,
      user_account uuid not null references work.user_account,
      name text not null,
      path text not null check (path ~ '^/[a-z]{2}(/|[?#]|$)'),
      created_at timestamptz not null default now()
    )`);
    this.addSql(`create index saved_view_by_person on work.saved_view (user_account, created_at)`);
    // before: of the visit before this one. digest: the mail of a month, off until somebody asks for it;
    // digest_month and digest_release: the last month that was dealt with, and up to which release.
    this.addSql(`create table work.follower (
      user_account uuid primary key references work.user_account,
      looked_at timestamptz,
      looked_release text,
      before_at timestamptz,
      before_release text,
      digest boolean not null default false,
      digest_month text,
      digest_release text,
      check ((looked_at is null) = (looked_release is null)),
      check ((before_at is null) = (before_release is null)),
      check (not digest or digest_month is not null)
    )`);
    this.addSql(`alter table work.notification drop constraint notification_kind_check`);
    this.addSql(`alter table work.notification add constraint notification_kind_check
      check (kind in ('REMINDER', 'NUDGE', 'RETURNED', 'SUBMITTED', 'DIGEST', 'FOLLOWED'))`);
  }

  override down(): void {
    this.addSql(`delete from work.notification where kind = 'FOLLOWED'`);
    this.addSql(`alter table work.notification drop constraint notification_kind_check`);
    this.addSql(`alter table work.notification add constraint notification_kind_check
      check (kind in ('REMINDER', 'NUDGE', 'RETURNED', 'SUBMITTED', 'DIGEST'))`);
    this.addSql(`drop table work.follower, work.saved_view, work.follow`);
  }
}
