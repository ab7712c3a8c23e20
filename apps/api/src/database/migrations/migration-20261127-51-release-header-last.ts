import { Migration } from '@mikro-orm/migrations';

const each = (option: string) => `do $$ declare key record; begin
  for key in select conrelid::regclass as table, conname as name from pg_constraint
    where contype = 'f' and confrelid = 'publication.release'::regclass loop
    execute format('alter table %s alter constraint %I ${option}', key.table, key.name);
  end loop;
end $$`;

/**
 * A release names the last event of the audit chain, which only one transaction at a time may add to. So its tables are
 * written first, and the row that they point to last: whether it is there is asked when the transaction ends.
 */
export class Migration2026112751ReleaseHeaderLast extends Migration {
  override up(): void {
    this.addSql(each('deferrable initially deferred'));
  }

  override down(): void {
    this.addSql(each('not deferrable'));
  }
}
