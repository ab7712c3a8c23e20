import { Migration } from '@mikro-orm/migrations';

/** Evidence, cells opened again, and who recorded and chose among competing official values. */
export class Migration2026112513Evidence extends Migration {
  override up(): void {
    this.addSql(`create table work.evidence (
      id uuid primary key,
      area text not null references work.area,
      kind text not null check (kind in ('FILE', 'LINK')),
      title text not null check (length(title) between 1 and 300),
      media_type text,
      size int,
      sha256 text,
      url text,
      added_by uuid not null references work.user_account,
      added_at timestamptz not null default now(),
      check ((kind = 'FILE') = (sha256 is not null and media_type is not null and size is not null)),
      check ((kind = 'LINK') = (url is not null)),
      unique (area, sha256),
      unique (area, url)
    )`);
    // Apart from its description, so that no list ever drags the bytes along.
    this.addSql(`create table work.evidence_content (
      evidence uuid primary key references work.evidence,
      content bytea not null
    )`);
    this.addSql(`create table work.evidence_mark (
      number bigint generated always as identity primary key,
      evidence uuid not null references work.evidence,
      public boolean not null,
      marked_by uuid not null references work.user_account,
      marked_at timestamptz not null default now()
    )`);
    this.addSql(`create index evidence_mark_by_evidence on work.evidence_mark (evidence)`);
    // Attached or detached at a revision: a revision names what stood attached when it was the current one.
    this.addSql(`create table work.revision_evidence (
      number bigint generated always as identity primary key,
      revision uuid not null references work.revision,
      evidence uuid not null references work.evidence,
      attached boolean not null,
      author uuid not null references work.user_account,
      created_at timestamptz not null default now()
    )`);
    this.addSql(`create index revision_evidence_by_revision on work.revision_evidence (revision)`);
    this.addSql(`create index revision_evidence_by_evidence on work.revision_evidence (evidence)`);
    this.addSql(`alter table work.submission add column letter uuid references work.evidence`);

    // One person asks to change one locked cell; an officer opens it to that person until a time.
    this.addSql(`create table work.reopening (
      id uuid primary key,
      indicator text not null references work.indicator,
      area text not null references work.area,
      year int not null,
      person uuid not null references work.user_account,
      reason text not null,
      requested_at timestamptz not null default now(),
      decision text check (decision in ('GRANTED', 'DECLINED')),
      until timestamptz,
      note text,
      decided_by uuid references work.user_account,
      decided_at timestamptz,
      revoked_by uuid references work.user_account,
      revoked_at timestamptz,
      check ((decision is null) = (decided_by is null) and (decided_by is null) = (decided_at is null)),
      check ((coalesce(decision, '') = 'GRANTED') = (until is not null)),
      check (decided_by is null or decided_by <> person),
      check ((revoked_by is null) = (revoked_at is null)),
      check (revoked_by is null or until is not null)
    )`);
    this
      .addSql(`create unique index reopening_waiting on work.reopening (area, year, indicator, person)
      where decision is null`);
    this.addSql(`create index reopening_by_person on work.reopening (person, area, year)`);

    this.addSql(`alter table work.alternative
      add column recorded_by uuid references work.user_account,
      add column recorded_at timestamptz`);
    this.addSql(`create table work.alternative_choice (
      number bigint generated always as identity primary key,
      indicator text not null references work.indicator,
      area text not null references work.area,
      year int not null,
      source text references work.source,
      value work.exact,
      why jsonb not null,
      decided_by uuid not null references work.user_account,
      decided_at timestamptz not null default now(),
      check ((source is null) = (value is null))
    )`);
    this.addSql(
      `create index alternative_choice_by_cell on work.alternative_choice (indicator, area, year)`,
    );
    for (const table of APPEND_ONLY) {
      this
        .addSql(`create trigger ${table}_is_append_only before update or delete or truncate on work.${table}
        for each statement execute function work.refuse_change()`);
    }
  }

  override down(): void {
    this.addSql(`alter table work.submission drop column letter`);
    this.addSql(`alter table work.alternative drop column recorded_by, drop column recorded_at`);
    this.addSql(
      `drop table work.alternative_choice, work.reopening, work.revision_evidence, work.evidence_mark, work.evidence_content, work.evidence`,
    );
  }
}

const APPEND_ONLY = [
  'evidence',
  'evidence_content',
  'evidence_mark',
  'revision_evidence',
  'alternative_choice',
];
