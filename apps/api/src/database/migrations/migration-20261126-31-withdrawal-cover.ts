import { Migration } from '@mikro-orm/migrations';
import { WITHDRAWAL_COVER_UP } from './withdrawal-cover-sql.ts';
import { WITHDRAWAL_UP } from './withdrawal-sql.ts';

/** A withdrawn cell takes with it what would give it away, in its table and beside it. */
export class Migration2026112631WithdrawalCover extends Migration {
  override up(): void {
    for (const sql of WITHDRAWAL_COVER_UP) this.addSql(sql);
  }

  override down(): void {
    this.addSql(`drop function publication.withdraw`);
    for (const sql of WITHDRAWAL_UP.filter((sql) => sql.includes(' function publication.')))
      this.addSql(sql);
    this
      .addSql(`alter table work.withdrawn_row drop constraint withdrawn_row_relation_check, add constraint withdrawn_row_relation_check
      check (relation in ('value', 'assessment', 'target'))`);
    this.addSql(`drop table work.withdrawal_cell`);
  }
}
