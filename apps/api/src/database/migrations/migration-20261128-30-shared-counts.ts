import { Migration } from '@mikro-orm/migrations';

/** What the shipped definitions say: these shares are taken of a count that another indicator hides where it is small. */
const SHIPPED = [
  ['A2.5', 'A2.4'],
  ['A3.5', 'A3.6'],
  ['A5.4', 'A5.6'],
];

/** Which counts of the framework are the same, so that a release protects them together (methods.md 2.7). */
export class Migration2026112830SharedCounts extends Migration {
  override up(): void {
    this.addSql(`alter table work.indicator rename column denominator to denominator_of`);
    this.addSql(`alter table work.indicator add column numerator_of text`);
    for (const [indicator, count] of SHIPPED)
      this
        .addSql(`update work.indicator set denominator_of = '${count}' where code = '${indicator}' and denominator_of is null
        and exists (select 1 from work.indicator i where i.code = '${count}')`);
    this.addSql(
      `alter table work.released_count add column part text not null default 'COUNT' check (part in ('COUNT', 'DENOMINATOR'))`,
    );
    this.addSql(`alter table work.released_count drop constraint released_count_pkey`);
    this.addSql(
      `alter table work.released_count add primary key (indicator, year, release, key, part)`,
    );
    this.addSql(`alter table work.released_table add column told jsonb not null default '[]'`);
    this.addSql(`create table work.different_count (
      count text not null,
      other text not null,
      reason text not null,
      stated_by uuid not null references work.user_account,
      stated_at timestamptz not null default now(),
      check (count collate "C" < other collate "C"),
      primary key (count, other)
    )`);
    this
      .addSql(`create trigger different_count_is_append_only before update or delete or truncate on work.different_count
      for each statement execute function work.refuse_change()`);
  }

  override down(): void {
    this.addSql(`drop table work.different_count`);
    this.addSql(`alter table work.released_table drop column told`);
    this.addSql(`delete from work.released_count where part = 'DENOMINATOR'`);
    this.addSql(`alter table work.released_count drop constraint released_count_pkey`);
    this.addSql(`alter table work.released_count drop column part`);
    this.addSql(`alter table work.released_count add primary key (indicator, year, release, key)`);
    this.addSql(`alter table work.indicator drop column numerator_of`);
    this.addSql(`alter table work.indicator rename column denominator_of to denominator`);
  }
}
