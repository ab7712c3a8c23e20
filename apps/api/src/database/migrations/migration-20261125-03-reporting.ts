import { Migration } from '@mikro-orm/migrations';

/** Reporting: the working side. Nothing here is ever read by a public query. */
export class Migration2026112503Reporting extends Migration {
  override up(): void {
    this.addSql(`create table work.cycle (
      year int primary key check (year between 1990 and 2100),
      opens_on date not null,
      due_on date not null,
      closes_on date not null,
      check (opens_on <= due_on and due_on <= closes_on)
    )`);
    this.addSql(`create table work.assignment (
      cycle int not null references work.cycle,
      indicator text not null references work.indicator,
      area text not null references work.area,
      organisation uuid not null references work.organisation,
      primary key (cycle, area, indicator)
    )`);
    this.addSql(`create table work.observation (
      id uuid primary key,
      indicator text not null references work.indicator,
      area text not null references work.area,
      year int not null check (year between 1900 and 2100),
      sex text not null default '_T',
      age text not null default '_T',
      urbanisation text not null default '_T',
      region text not null default '_T',
      breakdown text not null default '_T',
      state text not null check (state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED', 'PUBLISHED')),
      version int not null default 1,
      current_revision uuid not null,
      published_revision uuid,
      sample boolean not null default false,
      unique (indicator, area, year, sex, age, urbanisation, region, breakdown)
    )`);
    this.addSql(`create index observation_by_area on work.observation (area, year, state)`);
    this.addSql(
      `create index observation_to_release on work.observation (state) where state in ('APPROVED', 'SUBMITTED')`,
    );
    // Append-only: one row per acknowledged save. value, or numerator and denominator, or a missing reason.
    this.addSql(`create table work.revision (
      id uuid primary key,
      observation uuid not null references work.observation deferrable initially deferred,
      number int not null,
      value work.exact,
      numerator work.exact,
      denominator work.exact,
      missing_reason text check (missing_reason in ('NOT_COLLECTED', 'NOT_SHARED', 'NOT_APPLICABLE', 'SUPPRESSED')),
      obs_status text not null check (obs_status ~ '^[A-Z]$'),
      source text references work.source,
      source_text text,
      note jsonb,
      comment text,
      reason text check (reason in ('NEW_SOURCE', 'CORRECTION', 'DEFINITION', 'COVERAGE')),
      via text not null check (via in ('ENTRY', 'IMPORT', 'SOURCE_IMPORT')),
      author uuid references work.user_account,
      created_at timestamptz not null default now(),
      unique (observation, number),
      check (value is null or missing_reason is null),
      check ((via = 'SOURCE_IMPORT') = (author is null))
    )`);
    this.addSql(`alter table work.observation
      add constraint observation_current foreign key (current_revision) references work.revision deferrable initially deferred,
      add constraint observation_published foreign key (published_revision) references work.revision deferrable initially deferred`);
    this
      .addSql(`create trigger revision_is_append_only before update or delete or truncate on work.revision
      for each statement execute function work.refuse_change()`);
    this.addSql(`create table work.submission (
      id uuid primary key,
      number text not null unique,
      cycle int not null references work.cycle,
      area text not null references work.area,
      organisation uuid references work.organisation,
      note text,
      submitted_by uuid not null references work.user_account,
      submitted_at timestamptz not null default now(),
      recalled_at timestamptz
    )`);
    this.addSql(`create index submission_by_area on work.submission (area, cycle)`);
    this.addSql(`create table work.submission_revision (
      submission uuid not null references work.submission,
      revision uuid not null references work.revision,
      primary key (submission, revision)
    )`);
    this.addSql(
      `create index submission_revision_by_revision on work.submission_revision (revision)`,
    );
    // What a reviewer decided, at exactly which revision. Append-only; an undone approval is a row of its own.
    this.addSql(`create table work.review (
      id uuid primary key,
      observation uuid not null references work.observation,
      revision uuid not null references work.revision,
      decision text not null check (decision in ('APPROVED', 'RETURNED', 'APPROVAL_UNDONE')),
      reason text,
      reviewer uuid not null references work.user_account,
      created_at timestamptz not null default now(),
      check (decision <> 'RETURNED' or reason is not null)
    )`);
    this.addSql(`create index review_by_observation on work.review (observation)`);
    this
      .addSql(`create trigger review_is_append_only before update or delete or truncate on work.review
      for each statement execute function work.refuse_change()`);
    this.addSql(`create table work.message (
      id uuid primary key,
      observation uuid not null references work.observation,
      author uuid not null references work.user_account,
      text text not null check (length(text) between 1 and 4000),
      created_at timestamptz not null default now()
    )`);
    this.addSql(`create index message_by_observation on work.message (observation)`);
    // Versioned per indicator and area: a confirmed plan is never edited, a change is a new version.
    this.addSql(`create table work.target_plan (
      id uuid primary key,
      indicator text not null references work.indicator,
      area text not null references work.area,
      version int not null,
      state text not null check (state in ('PROPOSED', 'CONFIRMED', 'REJECTED')),
      baseline_year int,
      baseline_value work.exact,
      baseline_source text references work.source,
      path text not null check (path in ('LINEAR', 'COMPOUND')),
      points jsonb not null,
      tolerance work.exact not null default 0,
      reference boolean not null,
      citation jsonb,
      rationale jsonb not null,
      proposed_by uuid references work.user_account,
      proposed_at timestamptz not null default now(),
      decided_by uuid references work.user_account,
      decided_at timestamptz,
      unique (indicator, area, version),
      check (decided_by is null or decided_by <> proposed_by)
    )`);
  }

  override down(): void {
    this.addSql(
      `drop table work.target_plan, work.message, work.review, work.submission_revision, work.submission, work.revision, work.observation, work.assignment, work.cycle cascade`,
    );
  }
}
