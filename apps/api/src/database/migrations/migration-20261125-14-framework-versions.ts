import { Migration } from '@mikro-orm/migrations';

/** The framework is edited at a desk: versions against lost changes, the mark of reported cases, and why a weight changed. */
export class Migration2026112514FrameworkVersions extends Migration {
  override up(): void {
    this.addSql(`alter table work.action add column version int not null default 1`);
    this.addSql(`alter table work.indicator add column version int not null default 1`);
    this.addSql(`alter table work.cycle add column version int not null default 1`);
    // Reported cases are context: whoever scores must find no wanted direction, whatever code asks.
    this
      .addSql(`alter table work.indicator add column reported_cases boolean not null default false,
      add constraint reported_cases_are_never_scored check (not reported_cases or direction = 'NONE')`);
    // Closed by hand before its last day.
    this.addSql(`alter table work.cycle add column closed_at timestamptz`);
    this.addSql(`create table work.method_note (
      number int generated always as identity primary key,
      action text not null references work.action,
      reason text not null check (length(reason) between 1 and 4000),
      before jsonb not null,
      after jsonb not null,
      author uuid not null references work.user_account,
      created_at timestamptz not null default now()
    )`);
    this
      .addSql(`create trigger method_note_is_append_only before update or delete or truncate on work.method_note
      for each statement execute function work.refuse_change()`);
  }

  override down(): void {
    this.addSql(`drop table work.method_note`);
    this.addSql(`alter table work.cycle drop column version, drop column closed_at`);
    this.addSql(
      `alter table work.indicator drop constraint reported_cases_are_never_scored, drop column reported_cases, drop column version`,
    );
    this.addSql(`alter table work.action drop column version`);
  }
}
