import { Migration } from '@mikro-orm/migrations';
import { WITHDRAWAL_COVER_UP } from './withdrawal-cover-sql.ts';

const FUNCTIONS = WITHDRAWAL_COVER_UP.filter((sql) => sql.includes(' function publication.'));

/** What a row of a release loses when it is withdrawn, with the columns that came with this migration. */
const withNewColumns = (sql: string): string =>
  sql
    .replaceAll('source,source_text,', 'source,source_text,body,period,')
    .replaceAll('source_text = null,', 'source_text = null, body = null, period = null,');

/** Which body reported a figure, and the days a figure is about where they are not the calendar year. */
export class Migration2026112820BodyAndPeriod extends Migration {
  override up(): void {
    this.addSql(`alter table work.revision add column period text`);
    this.addSql(`alter table publication.value add column body text, add column period text,
      add constraint value_hidden_has_no_body check (obs_status <> 'Q' or num_nonnulls(body, period) = 0)`);
    this.addSql(`create table publication.body (
      code text not null,
      area text,
      names jsonb not null,
      from_release int not null references publication.release (sequence) deferrable initially deferred,
      until_release int references publication.release (sequence) deferrable initially deferred,
      check (until_release is null or until_release > from_release),
      primary key (code, from_release)
    )`);
    this.addSql(
      `create unique index body_standing on publication.body (code) where until_release is null`,
    );
    this.addSql(`create trigger body_is_immutable before update or delete on publication.body
      for each row execute function publication.refuse_change()`);
    this.addSql(`create trigger body_is_not_emptied before truncate on publication.body
      for each statement execute function work.refuse_change()`);
    for (const sql of FUNCTIONS) this.addSql(withNewColumns(sql));
  }

  override down(): void {
    for (const sql of FUNCTIONS) this.addSql(sql);
    this.addSql(`drop table publication.body`);
    this.addSql(`alter table publication.value drop column body, drop column period`);
    this.addSql(`alter table work.revision drop column period`);
  }
}
