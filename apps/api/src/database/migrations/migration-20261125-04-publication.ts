import { Migration } from '@mikro-orm/migrations';

/**
 * The public side: the only tables a public query can reach.
 * Every row carries the releases in which it stands: from_release ≤ release < until_release (null: still standing), by the release's sequence number.
 * So any past release can be read again, and the difference of two releases is one query. Rows are written by the release builder and never changed
 * afterwards, except that until_release is set once, when a later release no longer holds the row.
 */
const versioned = `from_release int not null references publication.release (sequence),
      until_release int references publication.release (sequence),
      check (until_release is null or until_release > from_release)`;

const tables: Record<string, { columns: string; key: string }> = {
  area: {
    key: 'code',
    columns: `code text not null, kind text not null, iso2 text, m49 text, names jsonb not null, position int not null`,
  },
  action: {
    key: 'code',
    columns: `code text not null, kind text not null, pillar text not null, scope text not null, title jsonb not null, text jsonb not null,
      position int not null`,
  },
  indicator: {
    key: 'code',
    columns: `code text not null, kind text not null, scope text not null, unit text not null, unit_text jsonb not null, multiplier work.exact not null,
      decimals int not null, direction text not null, value_type text not null, regional_method text not null, sensitive boolean not null,
      min work.exact, max work.exact, breakdowns text[] not null, sdg_code text, name jsonb not null, definition jsonb not null, stages jsonb,
      sheet jsonb not null, position int not null`,
  },
  action_indicator: {
    key: 'action, indicator',
    columns: `action text not null, indicator text not null, role text not null, weight work.exact not null, position int not null`,
  },
  source: {
    key: 'id',
    columns: `id text not null, title text not null, publisher text not null, year int, url text, licence text not null, kind text not null`,
  },
  benchmark: {
    key: 'id',
    columns: `id text not null, indicator text not null, value work.exact not null, per work.exact, kind text not null, sense text not null,
      label jsonb not null, citation jsonb not null, url text, source text`,
  },
  series_break: {
    key: 'indicator, area, year',
    columns: `indicator text not null, area text not null, year int not null, kind text not null, note jsonb not null, source text`,
  },
  event: {
    key: 'id',
    columns: `id text not null, action text, indicator text, area text not null, date text not null, year int not null, scope text not null, stage int,
      yes_no boolean, text jsonb not null, source text not null`,
  },
  alternative: {
    key: 'indicator, area, year, source, value',
    columns: `indicator text not null, area text not null, year int not null, source text not null, value work.exact not null, note jsonb not null,
      chosen jsonb not null`,
  },
  target: {
    key: 'indicator, area',
    columns: `indicator text not null, area text not null, version int not null, baseline_year int, baseline_value work.exact, baseline_source text,
      path text not null, points jsonb not null, tolerance work.exact not null, reference boolean not null, citation jsonb, rationale jsonb not null,
      confirmed_on date`,
  },
  // A hidden cell (obs_status Q) has no value, numerator, denominator, source, note, date or count of revisions: nothing that tells about it.
  value: {
    key: 'indicator, area, year, sex, age, urbanisation, region, breakdown',
    columns: `indicator text not null, area text not null, year int not null, sex text not null, age text not null, urbanisation text not null,
      region text not null, breakdown text not null, value work.exact, numerator work.exact, denominator work.exact, obs_status text not null,
      missing_reason text, source text, source_text text, note jsonb, via text, submitted_on date, approved_on date, revision int, reason text,
      check (obs_status <> 'Q' or num_nonnulls(value, numerator, denominator, missing_reason, source, source_text, note, via, submitted_on,
        approved_on, revision, reason) = 0)`,
  },
  withheld: {
    key: 'indicator, area, year, face',
    columns: `indicator text not null, area text not null, year int not null, face text not null`,
  },
  // subject is an action or indicator code ('' at level COUNTRY); area a country or CA4. detail holds the full result of the rule at that level.
  assessment: {
    key: 'level, subject, area',
    columns: `level text not null check (level in ('INDICATOR', 'ACTION', 'COUNTRY')), subject text not null, area text not null,
      status text not null, progress work.exact, pace work.exact, latest_year int, latest_value work.exact, detail jsonb not null`,
  },
};

export class Migration2026112504Publication extends Migration {
  override up(): void {
    this.addSql(`create schema if not exists publication`);
    this.addSql(`create table publication.release (
      sequence int primary key,
      number text not null unique check (number ~ '^[0-9]{4}\\.[0-9]+$'),
      as_of_year int not null,
      published_at timestamptz not null default now(),
      note jsonb not null,
      annual boolean not null,
      method_version text not null,
      content_hash text not null,
      audit_head text not null
    )`);
    this
      .addSql(`create trigger release_is_append_only before update or delete or truncate on publication.release
      for each statement execute function work.refuse_change()`);
    // Closing a row is the one change allowed, once.
    this.addSql(`create function publication.refuse_change() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and old.until_release is null and new.until_release is not null
           and (to_jsonb(new) - 'until_release') = (to_jsonb(old) - 'until_release') then
          return new;
        end if;
        raise exception 'publication.% is immutable', tg_table_name using errcode = 'restrict_violation';
      end $$`);
    for (const [name, { columns, key }] of Object.entries(tables)) {
      this.addSql(
        `create table publication.${name} (${columns}, ${versioned}, primary key (${key}, from_release))`,
      );
      this.addSql(
        `create unique index ${name}_standing on publication.${name} (${key}) where until_release is null`,
      );
      this
        .addSql(`create trigger ${name}_is_immutable before update or delete on publication.${name}
        for each row execute function publication.refuse_change()`);
      this.addSql(`create trigger ${name}_is_not_emptied before truncate on publication.${name}
        for each statement execute function work.refuse_change()`);
    }
    this.addSql(`create index value_by_area on publication.value (area, indicator, year)`);
    this.addSql(
      `create index value_changed on publication.value (until_release) where until_release is not null`,
    );
    this.addSql(`create index value_since on publication.value (from_release)`);
    this.addSql(`create index assessment_by_area on publication.assessment (area, level)`);
  }

  override down(): void {
    this.addSql(`drop schema publication cascade`);
  }
}
