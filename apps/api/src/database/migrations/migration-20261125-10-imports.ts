import { Migration } from '@mikro-orm/migrations';

/** Files that ministries send: a job for each, its rows as they were checked, and which series is which indicator. */
export class Migration2026112510Imports extends Migration {
  override up(): void {
    this.addSql(`create table work.import_job (
      id uuid primary key,
      area text not null references work.area,
      cycle int not null references work.cycle,
      file_name text not null,
      format text,
      lang text,
      content bytea not null,
      state text not null check (state in ('READING', 'CHECKED', 'REFUSED', 'COMMITTED')),
      seen int,
      checked int not null default 0,
      summary jsonb,
      problems jsonb not null default '[]',
      created_by uuid not null references work.user_account,
      created_at timestamptz not null default now(),
      touched_at timestamptz not null default now(),
      committed_at timestamptz
    )`);
    this.addSql(`create index import_job_by_area on work.import_job (area, cycle, created_at)`);
    // Not append-only: a job is a workbench. What it commits is in work.revision, which is.
    this.addSql(`create table work.import_row (
      job uuid not null references work.import_job on delete cascade,
      number int not null,
      line int not null,
      verdict text not null check (verdict in ('NEW', 'CHANGED', 'SAME', 'REJECTED')),
      severity text not null check (severity in ('OK', 'WARN', 'ERROR')),
      cell jsonb,
      content jsonb,
      version int,
      before text,
      typed text,
      source jsonb,
      problems jsonb not null default '[]',
      primary key (job, number)
    )`);
    this.addSql(`create table work.series_mapping (
      area text not null references work.area,
      format text not null,
      series text not null,
      indicator text not null references work.indicator,
      totals jsonb not null default '{}',
      note text,
      mapped_by uuid not null references work.user_account,
      mapped_at timestamptz not null default now(),
      primary key (area, format, series)
    )`);
  }

  override down(): void {
    this.addSql(`drop table work.series_mapping, work.import_row, work.import_job`);
  }
}
