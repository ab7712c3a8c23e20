import { Migration } from '@mikro-orm/migrations';

/** What an administrator keeps: invitations, sessions that can be named, help lines; and the ways of searching the audit chain. */
export class Migration2026112511Administration extends Migration {
  override up(): void {
    // Somebody who was invited has no password yet.
    this.addSql(`alter table work.user_account
      alter column password_hash drop not null,
      add column version int not null default 1,
      add column last_signed_in_at timestamptz`);
    this.addSql(`alter table work.organisation add column version int not null default 1`);
    // Its token's hash is nothing to show: a session is named by this.
    this.addSql(
      `alter table work.session add column id uuid not null default gen_random_uuid() unique`,
    );
    // A link by which somebody sets a password, once. ended_at: used, replaced by a newer one, or taken back.
    this.addSql(`create table work.invitation (
      id uuid primary key,
      user_account uuid not null references work.user_account,
      token_hash text not null unique,
      created_by uuid not null references work.user_account,
      created_at timestamptz not null default now(),
      expires_at timestamptz not null,
      ended_at timestamptz
    )`);
    this.addSql(
      `create unique index invitation_open on work.invitation (user_account) where ended_at is null`,
    );
    // Where help is found, per area and language. Working side: what readers see of it, a release decides.
    this.addSql(`create table work.help_line (
      area text not null references work.area,
      lang text not null check (lang in ('en', 'ru', 'kk', 'ky', 'tg', 'uz')),
      text text not null check (length(text) <= 4000),
      version int not null default 1,
      updated_by uuid not null references work.user_account,
      updated_at timestamptz not null default now(),
      primary key (area, lang)
    )`);
    for (const column of ['operation', 'actor', 'area', 'at'])
      this.addSql(
        `create index audit_event_by_${column} on work.audit_event (${column}, number desc)`,
      );
  }

  override down(): void {
    for (const column of ['operation', 'actor', 'area', 'at'])
      this.addSql(`drop index work.audit_event_by_${column}`);
    this.addSql(`drop table work.help_line, work.invitation`);
    this.addSql(`alter table work.session drop column id`);
    this.addSql(`alter table work.organisation drop column version`);
    // An account without a password stays one that nobody can sign in to.
    this.addSql(`update work.user_account set password_hash = '' where password_hash is null`);
    this.addSql(`alter table work.user_account
      drop column last_signed_in_at, drop column version, alter column password_hash set not null`);
  }
}
