/** The one exception to immutability (invariant 4): what two people withdrew for somebody's safety. */
export const WITHDRAWAL_UP: readonly string[] = [
  `create table work.withdrawal (
    id uuid primary key,
    indicator text not null references work.indicator,
    area text not null references work.area,
    year int not null,
    sex text not null, age text not null, urbanisation text not null, region text not null, breakdown text not null,
    reason text not null,
    state text not null default 'REQUESTED' check (state in ('REQUESTED', 'CONFIRMED', 'REJECTED')),
    requested_by uuid not null references work.user_account,
    requested_at timestamptz not null default now(),
    decided_by uuid references work.user_account,
    settled_at timestamptz,
    check (decided_by <> requested_by),
    check ((state = 'REQUESTED') = (settled_at is null) and (settled_at is null) = (decided_by is null))
  )`,
  `create unique index withdrawal_of_cell on work.withdrawal (indicator, area, year, sex, age, urbanisation, region, breakdown)
   where state <> 'REJECTED'`,
  `create trigger withdrawal_is_settled_once before update on work.withdrawal for each row execute function work.refuse_settled()`,
  `create trigger withdrawal_is_kept before delete or truncate on work.withdrawal
   for each statement execute function work.refuse_change()`,
  // The rows as they were published, for the hashes of the releases up to the last one then. Never public.
  `create table work.withdrawn_row (
    withdrawal uuid not null references work.withdrawal,
    relation text not null check (relation in ('value', 'assessment', 'target')),
    content jsonb not null,
    last_release int not null references publication.release (sequence)
  )`,
  `create trigger withdrawn_row_is_append_only before update or delete or truncate on work.withdrawn_row
   for each statement execute function work.refuse_change()`,
  // A row becomes its tombstone only inside publication.withdraw, after its content was put on record.
  `create or replace function publication.refuse_change() returns trigger language plpgsql as $$
  declare
    before jsonb := to_jsonb(old);
    after jsonb;
    hidden text[] := case tg_table_name
      when 'value' then '{value,numerator,denominator,obs_status,missing_reason,source,source_text,note,via,submitted_on,approved_on,revision,reason}'
      when 'assessment' then '{status,progress,pace,latest_year,latest_value,detail}'
      when 'target' then '{baseline_value,baseline_source}' else '{}' end;
    chosen uuid := nullif(current_setting('qadam.withdrawal', true), '')::uuid;
  begin
    if tg_op = 'UPDATE' then
      after := to_jsonb(new);
      if before ->> 'until_release' is null and after ->> 'until_release' is not null
         and after - 'until_release' = before - 'until_release' then
        return new;
      end if;
      if chosen is not null and after - hidden = before - hidden
         and (case tg_table_name when 'value' then after ->> 'obs_status' = 'Q'
           when 'assessment' then after ->> 'status' = 'SUPPRESSED' and after ->> 'latest_value' is null
           when 'target' then after ->> 'baseline_value' is null else false end)
         and exists (select 1 from work.withdrawn_row r join work.withdrawal w on w.id = r.withdrawal and w.state = 'CONFIRMED'
           where r.withdrawal = chosen and r.relation = tg_table_name and r.content = before) then
        return new;
      end if;
    end if;
    raise exception 'publication.% is immutable', tg_table_name using errcode = 'restrict_violation';
  end $$`,
  // Replaces a withdrawn cell, and what was computed from it, in every release that held it; answers how many rows.
  `create function publication.withdraw(chosen uuid) returns int language plpgsql as $$
  declare
    w work.withdrawal;
    whole boolean;
    latest int := (select max(sequence) from publication.release);
    rows int;
  begin
    select * into w from work.withdrawal where id = chosen and state = 'CONFIRMED';
    if not found then
      raise exception 'only a confirmed withdrawal is carried out' using errcode = 'restrict_violation';
    end if;
    whole := (w.sex, w.age, w.urbanisation, w.region, w.breakdown) = ('_T', '_T', '_T', '_T', '_T');
    insert into work.withdrawn_row select chosen, 'value', to_jsonb(v), latest from publication.value v
      where (v.indicator, v.area, v.year, v.sex, v.age, v.urbanisation, v.region, v.breakdown)
          = (w.indicator, w.area, w.year, w.sex, w.age, w.urbanisation, w.region, w.breakdown) and v.obs_status <> 'Q';
    insert into work.withdrawn_row select chosen, 'assessment', to_jsonb(a), latest from publication.assessment a
      where whole and a.level = 'INDICATOR' and a.subject = w.indicator and a.status <> 'SUPPRESSED'
        and (a.area = w.area or a.area in (select code from work.area where kind = 'GROUP'));
    insert into work.withdrawn_row select chosen, 'target', to_jsonb(t), latest from publication.target t
      where whole and t.indicator = w.indicator and t.area = w.area and t.baseline_year = w.year and t.baseline_value is not null;
    perform set_config('qadam.withdrawal', chosen::text, true);
    update publication.value v set value = null, numerator = null, denominator = null, obs_status = 'Q', missing_reason = null, source = null,
      source_text = null, note = null, via = null, submitted_on = null, approved_on = null, revision = null, reason = null
      from work.withdrawn_row r where r.withdrawal = chosen and r.relation = 'value' and r.content = to_jsonb(v);
    get diagnostics rows = row_count;
    update publication.assessment a set status = 'SUPPRESSED', progress = null, pace = null, latest_year = null, latest_value = null,
      detail = coalesce((select jsonb_object_agg(e.key, case jsonb_typeof(e.value) when 'array' then '[]'::jsonb else 'null'::jsonb end)
        from jsonb_each(a.detail) e), '{}')
      from work.withdrawn_row r where r.withdrawal = chosen and r.relation = 'assessment' and r.content = to_jsonb(a);
    update publication.target t set baseline_value = null, baseline_source = null
      from work.withdrawn_row r where r.withdrawal = chosen and r.relation = 'target' and r.content = to_jsonb(t);
    perform set_config('qadam.withdrawal', '', true);
    return rows;
  end $$`,
];

export const WITHDRAWAL_DOWN: readonly string[] = [
  `drop function publication.withdraw`,
  `create or replace function publication.refuse_change() returns trigger language plpgsql as $$
  begin
    if tg_op = 'UPDATE' and old.until_release is null and new.until_release is not null
       and (to_jsonb(new) - 'until_release') = (to_jsonb(old) - 'until_release') then
      return new;
    end if;
    raise exception 'publication.% is immutable', tg_table_name using errcode = 'restrict_violation';
  end $$`,
  `drop table work.withdrawn_row, work.withdrawal`,
];
