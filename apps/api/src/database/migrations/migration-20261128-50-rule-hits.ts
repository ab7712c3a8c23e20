import { Migration } from '@mikro-orm/migrations';

/**
 * What the validation rules say of the totals of a release: they take seconds for a large one, so they are asked when it is
 * published. hits: [{ area, indicator, year, hits: [{ rule, code, severity, params }] }], without the cells that no rule has
 * a word for. They name the years before, so a withdrawn cell changes those of its series, and only those.
 */
export class Migration2026112850RuleHits extends Migration {
  override up(): void {
    this.addSql(`create table publication.rule_hits (
      release int not null references publication.release (sequence) deferrable initially deferred,
      area text not null,
      hits jsonb not null,
      primary key (release, area)
    )`);
    this
      .addSql(`create function publication.refuse_other_hits() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and (new.release, new.area) = (old.release, old.area)
           and exists (select 1 from publication.tombstone t where t.area = old.area)
           and not exists (
             select 1 from jsonb_array_elements(old.hits) o full join jsonb_array_elements(new.hits) n on n.value = o.value
             where (o.value is null or n.value is null) and coalesce(o.value, n.value) ->> 'indicator' not in
               (select t.indicator from publication.tombstone t where t.area = old.area)) then
          return new;
        end if;
        raise exception 'publication.rule_hits is immutable' using errcode = 'restrict_violation';
      end $$`);
    this
      .addSql(`create trigger rule_hits_are_immutable before update or delete on publication.rule_hits
      for each row execute function publication.refuse_other_hits()`);
    this.addSql(`create trigger rule_hits_are_not_emptied before truncate on publication.rule_hits
      for each statement execute function work.refuse_change()`);
  }

  override down(): void {
    this.addSql(`drop table publication.rule_hits`);
    this.addSql(`drop function publication.refuse_other_hits`);
  }
}
