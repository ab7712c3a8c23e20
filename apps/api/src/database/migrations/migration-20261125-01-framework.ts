import { Migration } from '@mikro-orm/migrations';

/** The framework: what is measured, where, against what. Texts are JSON objects keyed by language. */
export class Migration2026112501Framework extends Migration {
  override up(): void {
    this.addSql(`create schema if not exists work`);
    // Every figure of the product: exact, at most 15 digits on either side of the point, never NaN.
    this.addSql(`create domain work.exact as numeric(30, 15) check (value <> 'NaN'::numeric)`);

    this.addSql(`create table work.area (
      code text primary key,
      kind text not null check (kind in ('COUNTRY', 'GROUP')),
      iso2 text,
      m49 text,
      time_zone text not null,
      names jsonb not null,
      position int not null
    )`);
    this.addSql(`create table work.region (
      code text primary key,
      area text not null references work.area,
      names jsonb not null,
      position int not null
    )`);
    this.addSql(`create table work.source (
      id text primary key,
      title text not null,
      publisher text not null,
      year int,
      url text,
      licence text not null,
      kind text not null check (kind in ('DATASET', 'LAW', 'OFFICIAL', 'MEDIA', 'ORGANISATION'))
    )`);
    this.addSql(`create table work.denominator (
      area text not null references work.area,
      year int not null,
      kind text not null,
      sex text not null default '_T',
      age text not null default '_T',
      value work.exact not null,
      source text not null references work.source,
      primary key (area, kind, year, sex, age)
    )`);
    this.addSql(`create table work.action (
      code text primary key,
      kind text not null check (kind in ('PRIORITY', 'FINDING')),
      pillar text not null check (pillar in ('WORK_TOGETHER', 'REACH_EVERYONE', 'ZERO_TOLERANCE')),
      scope text not null check (scope in ('COUNTRY', 'REGION')),
      title jsonb not null,
      text jsonb not null,
      position int not null
    )`);
    this.addSql(`create table work.indicator (
      code text primary key,
      kind text not null check (kind in ('NUMERIC', 'BINARY', 'MILESTONE')),
      scope text not null check (scope in ('COUNTRY', 'REGION')),
      unit text not null,
      unit_text jsonb not null,
      multiplier work.exact not null default 1,
      decimals int not null check (decimals between 0 and 12),
      direction text not null check (direction in ('INCREASE', 'DECREASE', 'TOWARDS', 'NONE')),
      value_type text not null check (value_type in ('STOCK', 'FLOW', 'CUMULATIVE')),
      regional_method text not null check (regional_method in ('SUM', 'MEAN', 'RATIO', 'WEIGHTED_MEAN', 'COUNT_YES')),
      sensitive boolean not null,
      threshold_base int not null default 5,
      threshold_detailed int not null default 10,
      min work.exact,
      max work.exact,
      whole boolean not null,
      breakdowns text[] not null default '{}',
      sdg_code text,
      denominator text,
      name jsonb not null,
      definition jsonb not null,
      stages jsonb,
      sheet jsonb not null,
      position int not null
    )`);
    this.addSql(`create table work.action_indicator (
      action text not null references work.action,
      indicator text not null references work.indicator,
      role text not null check (role in ('HEADLINE', 'SUPPORTING', 'CONTEXT')),
      weight work.exact not null default 1 check (weight > 0),
      position int not null,
      primary key (action, indicator)
    )`);
    this.addSql(`create index action_indicator_by_indicator on work.action_indicator (indicator)`);
    this.addSql(`create table work.benchmark (
      id text primary key,
      indicator text not null references work.indicator,
      value work.exact not null,
      per work.exact,
      kind text not null check (kind in ('RATE', 'SHARE')),
      sense text not null check (sense in ('AT_LEAST', 'AT_MOST')),
      population text,
      label jsonb not null,
      citation jsonb not null,
      url text,
      source text references work.source
    )`);
    this.addSql(`create table work.series_break (
      indicator text not null references work.indicator,
      area text not null references work.area,
      year int not null,
      kind text not null check (kind in ('definition', 'source', 'law', 'method')),
      note jsonb not null,
      source text references work.source,
      primary key (indicator, area, year)
    )`);
    // Dated facts: what proves a milestone's stage or a yes/no, and legal events that help a reader.
    this.addSql(`create table work.event (
      id text primary key,
      action text references work.action,
      indicator text references work.indicator,
      area text not null references work.area,
      date text not null,
      year int not null,
      scope text not null check (scope in ('FULL', 'PARTIAL', 'CONTEXT')),
      stage int,
      yes_no boolean,
      text jsonb not null,
      source text not null references work.source
    )`);
    this.addSql(`create index event_by_indicator on work.event (indicator, area)`);
    this.addSql(`create table work.alternative (
      indicator text not null references work.indicator,
      area text not null references work.area,
      year int not null,
      source text not null references work.source,
      value work.exact not null,
      note jsonb not null,
      chosen jsonb not null,
      primary key (indicator, area, year, source, value)
    )`);
  }

  override down(): void {
    this.addSql(`drop schema work cascade`);
  }
}
