import { Migration } from '@mikro-orm/migrations';
import { WITHDRAWAL_LEVELS_UP } from './withdrawal-levels-sql.ts';

const FACT = `add column fact_date text check (fact_date ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'),
  add column provision text, add column basis text check (basis in ('OFFICIAL', 'MEDIA'))`;

/**
 * Method 2: how far each action is, from laws told element by element. There is no way back to the columns of method 1, and
 * a database that has released anything by it is refused before this runs (migrate.ts).
 */
export class Migration2026112910Levels extends Migration {
  override up(): void {
    for (const schema of ['work', 'publication']) {
      this.addSql(`alter table ${schema}.action drop column pillar, add column quote jsonb`);
      this.addSql(`alter table ${schema}.action rename column text to reading`);
      // [{ code, name, definition, instrument, origin, counts }], in the order they are shown.
      this.addSql(
        `alter table ${schema}.indicator add column elements jsonb not null default '[]'`,
      );
      // [{ element, stage, provision, basis }].
      this.addSql(`alter table ${schema}.event drop column scope, drop column stage,
        add column proves jsonb not null default '[]'`);
    }
    this.addSql(`alter table work.revision ${FACT}`);
    this.addSql(`alter table publication.value ${FACT},
      add constraint value_hidden_has_no_fact check (obs_status <> 'Q' or num_nonnulls(fact_date, provision, basis) = 0)`);

    // kind: of an indicator or an action. level, low and high are shares; status is the pace of a number toward its target.
    this.addSql(`alter table publication.assessment drop constraint assessment_level_check`);
    this.addSql(`alter table publication.assessment rename column level to kind`);
    this.addSql(`alter table publication.assessment
      add constraint assessment_kind_check check (kind in ('INDICATOR', 'ACTION')),
      add column word text not null check (word in ('DONE', 'MOSTLY_DONE', 'UNDER_WAY', 'BEGUN', 'NOT_BEGUN', 'PARTLY_KNOWN', 'NOT_KNOWN')),
      add column level work.exact,
      add column low work.exact not null,
      add column high work.exact not null,
      add column known int not null,
      add column total int not null,
      add column movement text not null check (movement in ('FORWARD', 'NONE', 'BACK', 'MIXED', 'UNKNOWN')),
      add column points work.exact,
      alter column status drop not null`);
    for (const sql of WITHDRAWAL_LEVELS_UP) this.addSql(sql);
  }

  override down(): void {
    throw new Error('There is no way back to method 1: restore a copy of the database instead.');
  }
}
