import { Migration } from '@mikro-orm/migrations';

/** People, sessions and the audit chain. */
export class Migration2026112502People extends Migration {
  override up(): void {
    this.addSql(`create table work.organisation (
      id uuid primary key,
      code text not null unique,
      area text references work.area,
      names jsonb not null
    )`);
    this.addSql(`create table work.user_account (
      id uuid primary key,
      email text not null unique check (email = lower(email)),
      name text not null,
      role text not null check (role in ('DONOR', 'REPORTER', 'OFFICER', 'ADMIN', 'AUDITOR')),
      area text references work.area,
      organisation uuid references work.organisation,
      password_hash text not null,
      created_at timestamptz not null default now(),
      disabled_at timestamptz,
      check ((role = 'REPORTER') = (area is not null))
    )`);
    this.addSql(`create table work.session (
      token_hash text primary key,
      user_account uuid not null references work.user_account,
      created_at timestamptz not null default now(),
      last_seen_at timestamptz not null default now()
    )`);
    this.addSql(`create index session_by_user on work.session (user_account)`);
    // Failed sign-ins, counted per account and per address; in PostgreSQL, so that they hold across processes.
    this.addSql(`create table work.sign_in_failure (
      key text primary key,
      failures int not null,
      last_failed_at timestamptz not null
    )`);
    // A mutation's answer by its idempotency key: written in the transaction of the change, kept 48 hours.
    this.addSql(`create table work.idempotent_answer (
      user_account uuid not null references work.user_account,
      key text not null,
      request_hash text not null,
      answer jsonb not null,
      created_at timestamptz not null default now(),
      primary key (user_account, key)
    )`);
    // Insert-only and chained: hash = sha256(previous hash, content). The head is printed in each release.
    this.addSql(`create table work.audit_event (
      number bigint primary key,
      at timestamptz not null,
      actor uuid references work.user_account,
      role text,
      operation text not null,
      subject text not null,
      area text references work.area,
      before jsonb,
      after jsonb,
      previous_hash text not null,
      hash text not null unique
    )`);
    this.addSql(`create index audit_event_by_subject on work.audit_event (subject)`);
    this.addSql(`create function work.refuse_change() returns trigger language plpgsql as $$
      begin raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation'; end $$`);
    this
      .addSql(`create trigger audit_event_is_append_only before update or delete or truncate on work.audit_event
      for each statement execute function work.refuse_change()`);
  }

  override down(): void {
    this.addSql(
      `drop table work.audit_event, work.idempotent_answer, work.sign_in_failure, work.session, work.user_account, work.organisation`,
    );
    this.addSql(`drop function work.refuse_change`);
  }
}
