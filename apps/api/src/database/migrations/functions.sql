-- The functions of triggers, and the one that withdraws a released figure: the only place that hides what was published.
-- Written by hand; MikroORM does not compare functions (orm.config.ts).

create or replace function publication.refuse_change() returns trigger
  language plpgsql as $$
  declare
    before jsonb := to_jsonb(old);
    after jsonb;
    hidden text[] := case tg_table_name
      when 'value' then '{value,numerator,denominator,obs_status,missing_reason,source,source_text,body,period,fact_date,provision,basis,note,via,submitted_on,approved_on,revision,reason}'
      when 'assessment' then '{word,level,low,high,known,movement,points,status,progress,pace,latest_year,latest_value,detail}'
      when 'target' then '{baseline_value,baseline_source,rationale}' else '{}' end;
    counts text[] := '{figures,hidden,origins,codes,came,changed}';
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
           when 'assessment' then after -> 'detail' ->> 'reason' = 'SUPPRESSED' and after ->> 'level' is null and after ->> 'latest_value' is null
           when 'target' then after ->> 'baseline_value' is null else false end) then
        return new;
      end if;
      if tg_table_name = 'tally' and after - counts = before - counts
         and exists (select 1 from work.withdrawal_cell c join work.withdrawal w on w.id = c.withdrawal
           where w.id = chosen and w.state = 'CONFIRMED' and c.indicator = before ->> 'indicator') then
        return new;
      end if;
    elsif recorded and tg_table_name in ('alternative', 'event', 'document', 'value_document') then
      return old;
    end if;
    raise exception 'publication.% is immutable', tg_table_name using errcode = 'restrict_violation';
  end $$;

create or replace function publication.refuse_other_bytes() returns trigger
  language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and new.document = old.document and new.content is null
           and exists (select 1 from work.withdrawn_row r join work.withdrawal w on w.id = r.withdrawal and w.state = 'CONFIRMED'
             where r.relation = 'document' and r.content ->> 'id' = old.document::text
               and w.id = nullif(current_setting('qadam.withdrawal', true), '')::uuid) then
          return new;
        end if;
        raise exception 'publication.document_content is immutable' using errcode = 'restrict_violation';
      end $$;

create or replace function publication.refuse_other_hits() returns trigger
  language plpgsql as $$
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
      end $$;

-- its rows are those of a table that a later migration makes
set local check_function_bodies = off;
drop function if exists publication.count_values(int, text);

-- What a release holds of each indicator and area of which it began or ended rows: the counts that it ended, and what came and went
-- since. `unsure`: with what went a code, or the first or last year of an origin, may be gone. Only all rows can tell; those of a
-- `subject` are counted from none.
create function publication.count_values(release int, subject text default null)
    returns table (indicator text, area text, rows int, figures int, hidden int, first_year int, last_year int, origins jsonb, codes jsonb, unsure boolean)
  language sql stable
  -- there are few groups of many rows: sorting them takes five times as long, and millions of rows in little memory twice
  set enable_sort = off set enable_nestloop = off set enable_seqscan = off set jit = off set work_mem = '64MB' as $$
    with moved as (
      select indicator, area, year, sex, age, urbanisation, region, breakdown, obs_status, source, body, sign,
          coalesce(body, source_text) is not null as own, value is not null or obs_status = 'Q' as figure
        from (select *, 1 as sign from publication.value where $2 is null and from_release = $1
          union all select *, -1 from publication.value where $2 is null and until_release = $1
          union all select *, 1 from publication.value
            where indicator = $2 and area in (select area from publication.value where indicator = $2 and $1 in (from_release, until_release))
              and from_release <= $1 and (until_release is null or until_release > $1)) v
    ), known as (
      select * from publication.tally where $2 is null and until_release = $1
    ), origin as (
      select indicator, area, source, body, own, sum(rows) as rows, sum(figures) as figures, sum(hidden) as hidden,
          min(first) as first, max(last) as last,
          sum(rows) > 0 and (min(gone) <= min(first) or max(gone) >= max(last)) as unsure
        from (
          select indicator, area, source, body, own, sum(sign) as rows, sum(sign) filter (where figure) as figures, sum(sign) filter (where obs_status = 'Q') as hidden,
              min(year) filter (where sign > 0) as first, max(year) filter (where sign > 0) as last,
              case when max(sign) < 0 then year end as gone
            from moved group by 1, 2, 3, 4, 5, year
          union all select k.indicator, k.area, o.source, o.body, o.own, o.rows, 0, o.hidden, o.first, o.last, null
            from known k cross join lateral jsonb_to_recordset(k.origins) o(source text, body text, own boolean, rows int, hidden int, first int, last int)) one
        group by 1, 2, 3, 4, 5
    ), code as (
      select indicator, area, name, jsonb_agg(code order by code collate "C") as list, bool_or(unsure) as unsure
        from (
          select indicator, area, name, code, sign < 0 as unsure
            from (
              select indicator, area, year::text, sex, age, urbanisation, region, breakdown, obs_status, max(sign) as sign from moved group by grouping sets (
                (1, 2, 3), (1, 2, sex), (1, 2, age), (1, 2, urbanisation), (1, 2, region), (1, 2, breakdown), (1, 2, obs_status))) one
            cross join lateral (values ('years', year), ('sexes', sex), ('ages', age), ('urbanisations', urbanisation), ('regions', region),
              ('breakdowns', breakdown), ('statuses', obs_status)) named (name, code)
            where code is not null
          union select k.indicator, k.area, c.key, jsonb_array_elements_text(c.value), false from known k cross join lateral jsonb_each(k.codes) c) one
        group by 1, 2, 3
    )
    select indicator, area, sum(o.rows)::int, (coalesce(k.figures, 0) + coalesce(sum(o.figures), 0))::int, coalesce(sum(o.hidden), 0)::int,
        min(first) filter (where o.rows > 0), max(last) filter (where o.rows > 0), jsonb_agg(jsonb_build_object('source', source, 'body', body, 'own', own,
          'rows', o.rows, 'hidden', coalesce(o.hidden, 0), 'first', first, 'last', last) order by source, body, own) filter (where o.rows > 0),
        c.codes, coalesce(bool_or(o.unsure), false) or c.unsure
      from origin o join (select indicator, area, jsonb_object_agg(name, list) as codes, bool_or(unsure) as unsure from code group by 1, 2) c using (indicator, area)
      left join known k using (indicator, area)
      group by indicator, area, k.figures, c.codes, c.unsure
  $$;
set local check_function_bodies = on;

-- How many figures of each indicator and area came with each release, and how many changed for a reader: not those that are hidden as before (methods.md
-- 1.11). Without settings of its own, so that a condition on what is counted reaches the rows.
create or replace function publication.count_changes()
    returns table (indicator text, area text, from_release int, came int, changed int)
  language sql stable as $$
    select n.indicator, n.area, n.from_release, (count(*) filter (where o.indicator is null))::int,
        (count(*) filter (where (n.obs_status = 'Q') <> (o.obs_status = 'Q') or n.obs_status <> 'Q' and o.obs_status <> 'Q' and n.value <> o.value))::int
      from publication.value n left join publication.value o
        on (o.indicator, o.area, o.year, o.sex, o.age, o.urbanisation, o.region, o.breakdown)
          = (n.indicator, n.area, n.year, n.sex, n.age, n.urbanisation, n.region, n.breakdown)
        and o.until_release = n.from_release and (o.value is not null or o.obs_status = 'Q')
      where n.value is not null or n.obs_status = 'Q'
      group by n.indicator, n.area, n.from_release
  $$;

-- Once for each release: whoever writes it calls this before it holds the chain of events.
create or replace function publication.tally_values(release int) returns void
  language plpgsql
  -- as many figures may have come as there are, none of them in any statistics yet
  set enable_nestloop = off set enable_sort = off set jit = off as $$
  begin
    if exists (select from publication.tally where $1 in (from_release, until_release)) then
      return;
    end if;
    update publication.tally set until_release = $1 where until_release is null and (indicator, area) in (
      select v.indicator, v.area from publication.value v where v.from_release = $1
      union select v.indicator, v.area from publication.value v where v.until_release = $1);
    insert into publication.tally (indicator, area, from_release, rows, figures, hidden, first_year, last_year, origins, codes, came, changed)
      with counted as (select * from publication.count_values($1))
      select c.indicator, c.area, $1, c.rows, c.figures, c.hidden, c.first_year, c.last_year, c.origins, c.codes, coalesce(t.came, 0), coalesce(t.changed, 0) from (
        select * from counted where not unsure
        union all select anew.* from (select distinct indicator from counted where unsure) u cross join lateral publication.count_values($1, u.indicator) anew
          where (anew.indicator, anew.area) in (select indicator, area from counted where unsure)) c
      left join publication.count_changes() t on t.from_release = $1 and (t.indicator, t.area) = (c.indicator, c.area);
  end $$;

-- For a process of a version that does not count, while another has migrated its database.
create or replace function publication.tally_release() returns trigger
  language plpgsql as $$
  begin
    perform publication.tally_values(new.sequence);
    return null;
  end $$;

create or replace function publication.withdraw(chosen uuid) returns integer
  language plpgsql as $$
  declare
    latest int := (select max(sequence) from publication.release);
    rows int;
  begin
    if not exists (select 1 from work.withdrawal where id = withdraw.chosen and state = 'CONFIRMED') then
      raise exception 'only a confirmed withdrawal is carried out' using errcode = 'restrict_violation';
    end if;
    -- Judged: the figure itself, or the element of a law whose level is made from it.
    create temp table gone on commit drop as
      select c.*, (c.sex, c.age, c.urbanisation, c.region, c.breakdown) = ('_T', '_T', '_T', '_T', '_T') as whole,
        (c.sex, c.age, c.urbanisation, c.region) = ('_T', '_T', '_T', '_T')
          and (c.breakdown = '_T' or coalesce(i.kind = 'MILESTONE', false)) as judged
      from work.withdrawal_cell c left join work.indicator i on i.code = c.indicator where c.withdrawal = withdraw.chosen;

    insert into work.withdrawn_row (withdrawal, relation, content, last_release) select withdraw.chosen, 'value', to_jsonb(v), latest from publication.value v join gone g
      on (v.indicator, v.area, v.year, v.sex, v.age, v.urbanisation, v.region, v.breakdown) = (g.indicator, g.area, g.year, g.sex, g.age, g.urbanisation, g.region, g.breakdown) where v.obs_status <> 'Q';
    insert into work.withdrawn_row (withdrawal, relation, content, last_release) select withdraw.chosen, 'assessment', to_jsonb(a), latest from publication.assessment a
      where a.detail ->> 'reason' is distinct from 'SUPPRESSED' and exists (select 1 from gone g where g.judged
        and (a.area = g.area or a.area in (select code from work.area where kind = 'GROUP')) and case a.kind
        when 'INDICATOR' then a.subject = g.indicator
        else exists (select 1 from publication.action_indicator l
          where l.action = a.subject and l.indicator = g.indicator and l.role = 'HEADLINE') end);
    insert into work.withdrawn_row (withdrawal, relation, content, last_release) select distinct withdraw.chosen, 'target', to_jsonb(t), latest from publication.target t join gone g
      on g.whole and t.indicator = g.indicator and t.area = g.area and t.baseline_year = g.year where t.baseline_value is not null;
    insert into work.withdrawn_row (withdrawal, relation, content, last_release) select distinct withdraw.chosen, 'alternative', to_jsonb(x), latest from publication.alternative x
      join gone g on x.indicator = g.indicator and x.area = g.area and x.year = g.year;
    insert into work.withdrawn_row (withdrawal, relation, content, last_release) select distinct withdraw.chosen, 'event', to_jsonb(x), latest from publication.event x
      join gone g on x.area = g.area and x.year = g.year
        and (x.indicator = g.indicator or x.proves @> jsonb_build_array(jsonb_build_object('element', g.breakdown)));
    insert into work.withdrawn_row (withdrawal, relation, content, last_release) select distinct withdraw.chosen, 'document', to_jsonb(d), latest from publication.document d
      where d.id in (select x.document from publication.value_document x join gone g
        on x.indicator = g.indicator and x.area = g.area and x.year = g.year);
    insert into work.withdrawn_row (withdrawal, relation, content, last_release) select distinct withdraw.chosen, 'value_document', to_jsonb(x), latest from publication.value_document x
      where x.document in (select (r.content ->> 'id')::uuid from work.withdrawn_row r where r.withdrawal = withdraw.chosen and r.relation = 'document');

    perform set_config('qadam.withdrawal', withdraw.chosen::text, true);
    update publication.value v set value = null, numerator = null, denominator = null, obs_status = 'Q', missing_reason = null, source = null,
      source_text = null, body = null, period = null, fact_date = null, provision = null, basis = null, note = null, via = null,
      submitted_on = null, approved_on = null, revision = null, reason = null
      from work.withdrawn_row r where r.withdrawal = withdraw.chosen and r.relation = 'value' and r.content = to_jsonb(v);
    get diagnostics rows = row_count;
    update publication.assessment a set word = 'NOT_KNOWN', level = null, low = 0, high = 1, known = 0, movement = 'UNKNOWN', points = null,
      status = case when a.status is null then null else 'SUPPRESSED' end, progress = null, pace = null, latest_year = null, latest_value = null,
      detail = case a.kind when 'INDICATOR' then jsonb_build_object('reason', 'SUPPRESSED', 'flags', '[]'::jsonb, 'expectedShare', null, 'expectedValue', null,
  'paceFlags', '[]'::jsonb, 'projection', jsonb_build_object('reason', 'SUPPRESSED', 'latestYear', null, 'latestValue', null, 'requiredPerYear', null,
  'actualPerYear', null, 'ratio', null, 'points', 0, 'fromYear', null, 'year', null, 'low', null, 'central', null, 'high', null,
  'reachedLow', null, 'reachedCentral', null, 'reachedHigh', null, 'pathGap', null, 'flags', '[]'::jsonb), 'benchmarkGaps', '[]'::jsonb, 'elements', '[]'::jsonb) else jsonb_build_object('reason', 'SUPPRESSED', 'flags', '[]'::jsonb, 'coverage', 0,
  'percent', jsonb_build_object('level', null, 'low', 0, 'high', 100),
  'movement', jsonb_build_object('forward', 0, 'none', 0, 'back', 0, 'unknown', a.total)) end
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
    insert into publication.tombstone select indicator, area, year, sex, age, urbanisation, region, breakdown from gone on conflict do nothing;
    -- a tombstone stands in the same releases as the row before it
    update publication.tally set figures = c.figures, hidden = c.hidden, origins = c.origins, codes = c.codes
      from (select distinct t.from_release, t.indicator from publication.tally t where t.indicator in (select g.indicator from gone g)) s
      cross join lateral publication.count_values(s.from_release, s.indicator) c
      where (tally.indicator, tally.area, tally.from_release) = (c.indicator, c.area, s.from_release);
    update publication.tally set came = c.came, changed = c.changed
      from publication.count_changes() c
      where c.indicator = any (array(select g.indicator from gone g))
        and (tally.indicator, tally.area, tally.from_release) = (c.indicator, c.area, c.from_release);
    perform set_config('qadam.withdrawal', '', true);
    drop table gone;
    return rows;
  end $$;

create or replace function work.refuse_change() returns trigger
  language plpgsql as $$
      begin raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation'; end $$;

create or replace function work.refuse_settled() returns trigger
  language plpgsql as $$
      begin
        if old.settled_at is null and new.settled_at is not null then return new; end if;
        raise exception '% is append-only once settled', tg_table_name using errcode = 'restrict_violation';
      end $$;
