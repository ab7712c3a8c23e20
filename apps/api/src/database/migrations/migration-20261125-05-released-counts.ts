import { Migration } from '@mikro-orm/migrations';

/**
 * The true counts behind what was released of sensitive indicators, and which were hidden: disclosure control of the next
 * release must know what readers of all earlier ones can compute. A table (indicator × year) is kept once per release that
 * changed it. Working side, append-only, never public.
 */
export class Migration2026112505ReleasedCounts extends Migration {
  override up(): void {
    this.addSql(`create table work.released_table (
      release int not null references publication.release (sequence),
      indicator text not null references work.indicator,
      year int not null,
      threshold_base int not null,
      threshold_detailed int not null,
      withheld jsonb not null,
      primary key (indicator, year, release)
    )`);
    // hiding: COUNT by the plan over the whole table (2.6), RATIO because a share, a rate or a yearly step gives a count away (2.5).
    this.addSql(`create table work.released_count (
      release int not null,
      indicator text not null,
      year int not null,
      key text not null,
      value work.exact not null,
      hiding text check (hiding in ('COUNT', 'RATIO')),
      primary key (indicator, year, release, key),
      foreign key (indicator, year, release) references work.released_table (indicator, year, release)
    )`);
    for (const table of ['released_table', 'released_count']) {
      this
        .addSql(`create trigger ${table}_is_append_only before update or delete or truncate on work.${table}
        for each statement execute function work.refuse_change()`);
    }
  }

  override down(): void {
    this.addSql(`drop table work.released_count, work.released_table`);
  }
}
