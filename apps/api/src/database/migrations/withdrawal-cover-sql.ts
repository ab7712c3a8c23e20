const CELL = 'indicator, area, year, sex, age, urbanisation, region, breakdown';
const OWN = (alias: string) =>
  CELL.split(', ')
    .map((column) => `${alias}.${column}`)
    .join(', ');

const NO_PROJECTION = `jsonb_build_object('reason', 'SUPPRESSED', 'latestYear', null, 'latestValue', null, 'requiredPerYear', null,
  'actualPerYear', null, 'ratio', null, 'points', 0, 'fromYear', null, 'year', null, 'low', null, 'central', null, 'high', null,
  'reachedLow', null, 'reachedCentral', null, 'reachedHigh', null, 'pathGap', null, 'flags', '[]'::jsonb)`;
const NO_COVERAGE = `jsonb_build_object('assessed', 0, 'total', coalesce(a.detail -> 'coverage' -> 'total', '0'), 'display', 'NO_FIGURE',
  'central', null, 'low', null, 'high', null)`;
const NO_HEADLINE = `jsonb_build_object('code', 'SUPPRESSED', 'onTrack', 0, 'behind', 0, 'movedAway', 0, 'pending', 0,
  'notAssessed', coalesce(a.detail -> 'headline' -> 'total', '0'), 'total', coalesce(a.detail -> 'headline' -> 'total', '0'),
  'indicatorsAssessed', 0, 'indicatorsTotal', coalesce(a.detail -> 'headline' -> 'indicatorsTotal', '0'))`;

/** The cells of a withdrawal: the one asked for, and what would give it away. */
export const WITHDRAWAL_COVER_UP: readonly string[] = [
  `create table work.withdrawal_cell (
    withdrawal uuid not null references work.withdrawal,
    indicator text not null, area text not null, year int not null, sex text not null, age text not null,
    urbanisation text not null, region text not null, breakdown text not null,
    cover boolean not null,
    primary key (withdrawal, ${CELL})
  )`,
  `create index withdrawal_cell_by_table on work.withdrawal_cell (indicator, year)`,
  `insert into work.withdrawal_cell select id, ${CELL}, false from work.withdrawal where state = 'CONFIRMED'`,
  `insert into publication.tombstone select ${CELL}, settled_at from work.withdrawal where state = 'CONFIRMED'`,
  `create trigger withdrawal_cell_is_append_only before update or delete or truncate on work.withdrawal_cell
   for each statement execute function work.refuse_change()`,
  `alter table work.withdrawn_row drop constraint withdrawn_row_relation_check, add constraint withdrawn_row_relation_check
   check (relation in ('value', 'assessment', 'target', 'alternative', 'event', 'document', 'value_document'))`,
  // A row becomes its tombstone, or goes where it can have none, only inside publication.withdraw, after it was put on record.
  `create or replace function publication.refuse_change() returns trigger language plpgsql as $$
  declare
    before jsonb := to_jsonb(old);
    after jsonb;
    hidden text[] := case tg_table_name
      when 'value' then '{value,numerator,denominator,obs_status,missing_reason,source,source_text,note,via,submitted_on,approved_on,revision,reason}'
      when 'assessment' then '{status,progress,pace,latest_year,latest_value,detail}'
      when 'target' then '{baseline_value,baseline_source,rationale}' else '{}' end;
    chosen uuid := nullif(current_setting('qadam.withdrawal', true), '')::uuid;
    recorded boolean := chosen is not null and exists (select 1 from work.withdrawn_row r
      join work.withdrawal w on w.id = r.withdrawal and w.state = 'CONFIRMED'
      where r.withdrawal = chosen and r.relation = tg_table_name and r.content = before);
  begin
    if tg_op = 'UPDATE' then
      after := to_jsonb(new);
      if before ->> 'until_release' is null and after ->> 'until_release' is not null
         and after - 'until_release' = before - 'until_release' then
        return new;
      end if;
      if recorded and after - hidden = before - hidden
         and (case tg_table_name when 'value' then after ->> 'obs_status' = 'Q'
           when 'assessment' then after ->> 'status' = 'SUPPRESSED' and after ->> 'latest_value' is null
           when 'target' then after ->> 'baseline_value' is null else false end) then
        return new;
      end if;
    elsif recorded and tg_table_name in ('alternative', 'event', 'document', 'value_document') then
      return old;
    end if;
    raise exception 'publication.% is immutable', tg_table_name using errcode = 'restrict_violation';
  end $$`,
  `create or replace function publication.withdraw(chosen uuid) returns int language plpgsql as $$
  declare
    latest int := (select max(sequence) from publication.release);
    rows int;
  begin
    if not exists (select 1 from work.withdrawal where id = withdraw.chosen and state = 'CONFIRMED') then
      raise exception 'only a confirmed withdrawal is carried out' using errcode = 'restrict_violation';
    end if;
    create temp table gone on commit drop as
      select c.*, (c.sex, c.age, c.urbanisation, c.region, c.breakdown) = ('_T', '_T', '_T', '_T', '_T') as whole,
        coalesce(a.kind = 'GROUP', false) as grouped
      from work.withdrawal_cell c left join work.area a on a.code = c.area where c.withdrawal = withdraw.chosen;

    insert into work.withdrawn_row select withdraw.chosen, 'value', to_jsonb(v), latest from publication.value v join gone g
      on (${OWN('v')}) = (${OWN('g')}) where v.obs_status <> 'Q';
    insert into work.withdrawn_row select withdraw.chosen, 'assessment', to_jsonb(a), latest from publication.assessment a
      where a.status <> 'SUPPRESSED' and exists (select 1 from gone g where g.whole and case a.level
        when 'INDICATOR' then a.subject = g.indicator and (a.area = g.area or a.area in (select code from work.area where kind = 'GROUP'))
        when 'ACTION' then (a.area = g.area or a.area in (select code from work.area where kind = 'GROUP'))
          and exists (select 1 from publication.action_indicator l where l.action = a.subject and l.indicator = g.indicator and l.role = 'HEADLINE')
        else (a.area = g.area or g.grouped)
          and exists (select 1 from publication.action_indicator l where l.indicator = g.indicator and l.role = 'HEADLINE') end);
    insert into work.withdrawn_row select distinct withdraw.chosen, 'target', to_jsonb(t), latest from publication.target t join gone g
      on g.whole and t.indicator = g.indicator and t.area = g.area and t.baseline_year = g.year where t.baseline_value is not null;
    insert into work.withdrawn_row select distinct withdraw.chosen, 'alternative', to_jsonb(x), latest from publication.alternative x
      join gone g on x.indicator = g.indicator and x.area = g.area and x.year = g.year;
    insert into work.withdrawn_row select distinct withdraw.chosen, 'event', to_jsonb(x), latest from publication.event x
      join gone g on x.indicator = g.indicator and x.area = g.area and x.year = g.year;
    insert into work.withdrawn_row select distinct withdraw.chosen, 'document', to_jsonb(d), latest from publication.document d
      where d.id in (select x.document from publication.value_document x join gone g
        on x.indicator = g.indicator and x.area = g.area and x.year = g.year);
    insert into work.withdrawn_row select distinct withdraw.chosen, 'value_document', to_jsonb(x), latest from publication.value_document x
      where x.document in (select (r.content ->> 'id')::uuid from work.withdrawn_row r where r.withdrawal = withdraw.chosen and r.relation = 'document');

    perform set_config('qadam.withdrawal', withdraw.chosen::text, true);
    update publication.value v set value = null, numerator = null, denominator = null, obs_status = 'Q', missing_reason = null, source = null,
      source_text = null, note = null, via = null, submitted_on = null, approved_on = null, revision = null, reason = null
      from work.withdrawn_row r where r.withdrawal = withdraw.chosen and r.relation = 'value' and r.content = to_jsonb(v);
    get diagnostics rows = row_count;
    update publication.assessment a set status = 'SUPPRESSED', progress = null, pace = null, latest_year = null, latest_value = null,
      detail = case a.level
        when 'INDICATOR' then jsonb_build_object('expectedShare', null, 'expectedValue', null, 'flags', '[]'::jsonb, 'benchmarkGaps', '[]'::jsonb,
          'projection', ${NO_PROJECTION})
        when 'ACTION' then jsonb_build_object('score', null, 'meanProgress', null, 'counts', '{}'::jsonb, 'coverage', ${NO_COVERAGE})
        else jsonb_build_object('strengths', '[]'::jsonb, 'behind', '[]'::jsonb, 'headline', ${NO_HEADLINE}) end
      from work.withdrawn_row r where r.withdrawal = withdraw.chosen and r.relation = 'assessment' and r.content = to_jsonb(a);
    update publication.target t set baseline_value = null, baseline_source = null, rationale = '{}'
      from work.withdrawn_row r where r.withdrawal = withdraw.chosen and r.relation = 'target' and r.content = to_jsonb(t);
    delete from publication.alternative x using work.withdrawn_row r
      where r.withdrawal = withdraw.chosen and r.relation = 'alternative' and r.content = to_jsonb(x);
    delete from publication.event x using work.withdrawn_row r
      where r.withdrawal = withdraw.chosen and r.relation = 'event' and r.content = to_jsonb(x);
    delete from publication.value_document x using work.withdrawn_row r
      where r.withdrawal = withdraw.chosen and r.relation = 'value_document' and r.content = to_jsonb(x);
    delete from publication.document x using work.withdrawn_row r
      where r.withdrawal = withdraw.chosen and r.relation = 'document' and r.content = to_jsonb(x);
    update publication.document_content d set content = null
      where d.content is not null and d.document in (select (r.content ->> 'id')::uuid from work.withdrawn_row r
        where r.withdrawal = withdraw.chosen and r.relation = 'document');
    insert into publication.tombstone select ${CELL} from gone on conflict do nothing;
    perform set_config('qadam.withdrawal', '', true);
    drop table gone;
    return rows;
  end $$`,
];
