// Fills the publication tables of a demonstration by SQL, as releases over many years would. It makes the same rows each time.

/** Releases in which figures come and are revised, the demonstration's own two included. */
const REAL_RELEASES = 12;
/** After them come releases that change nothing: each allows one first read, with the same figures as the newest. */
const SAME_RELEASES = 140;
const [FIRST_YEAR, LAST_YEAR] = [2000, 2025];
/** How many values the last real release adds and revises: the same numbers in a database of any size. */
const [NEW_LAST, REVISED_LAST] = [400, 200];

const RELEASES = `
  insert into publication.release select (jsonb_populate_record(r, jsonb_build_object(
      'sequence', n, 'number', '2026.' || n, 'published_at', r.published_at + n * interval '1 ms'))).*
    from publication.release r, generate_series(r.sequence + 1, ${REAL_RELEASES + SAME_RELEASES}) n
   where r.sequence = (select max(sequence) from publication.release);
  insert into publication.rule_hits select r.sequence, h.area, h.hits
    from publication.release r cross join lateral (select distinct on (area) * from publication.rule_hits order by area, release desc) h
   on conflict do nothing;`;

/** Adds indicators, each with its assessments, to the existing actions. */
const INDICATORS = `
  create temp table pattern as select i.* from publication.indicator i
   where i.kind = 'NUMERIC' and i.scope = 'COUNTRY' and until_release is null
     and exists (select from publication.assessment a where a.kind = 'INDICATOR' and a.subject = i.code and a.until_release is null)
   order by position limit 1;
  insert into publication.indicator select (jsonb_populate_record(p, jsonb_build_object(
      'code', 'W' || n, 'position', 1000 + n))).* from pattern p, generate_series(1, $count) n;
  insert into publication.assessment select (jsonb_populate_record(a, jsonb_build_object('subject', 'W' || n))).*
    from publication.assessment a join pattern p on p.code = a.subject, generate_series(1, $count) n
   where a.kind = 'INDICATOR' and a.until_release is null;
  insert into publication.action_indicator select (jsonb_populate_record(l, jsonb_build_object(
      'indicator', 'W' || n, 'role', 'SUPPORTING', 'position', 1000 + n))).*
    from (select *, row_number() over (order by action) - 1 as at, count(*) over () as actions from (
      select distinct on (action) * from publication.action_indicator where until_release is null order by action, position) d) x
    join publication.action_indicator l using (action, indicator, from_release)
    join generate_series(1, $count) n on n % x.actions = x.at;`;

/**
 * Adds $rows values: first the totals of each indicator, country and year, then part after part of the same cells. The values of a
 * year come with the release of that year; every tenth was revised later, and a fixed number in the last release. One in 97 is hidden.
 */
const VALUES = `
  create temp table cell as
    select row_number() over (order by y desc, i.code, a.code) - 1 as at, i.code as indicator, a.code as area, y as year
      from publication.indicator i, publication.area a, generate_series(${FIRST_YEAR}, ${LAST_YEAR}) y
     where i.kind = 'NUMERIC' and i.scope = 'COUNTRY' and a.kind = 'COUNTRY' and i.until_release is null and a.until_release is null;
  create unique index on cell (at);
  create temp table grown as
    select c.*, g, g / s.cells as part, case when g < ${NEW_LAST} then ${REAL_RELEASES} else greatest(3, ${REAL_RELEASES - 1} - (${LAST_YEAR} - c.year)) end as began,
           case when g % greatest(1, $rows / ${REVISED_LAST}) = 0 then ${REAL_RELEASES} when g % 10 = 3 then least(${REAL_RELEASES - 1}, 4 + g % 7) end as revised
      from (select count(*) as cells from cell) s cross join generate_series(0::bigint, $rows - 1) g join cell c on c.at = g % s.cells
     where g >= s.cells or not exists (
       select from publication.value v where v.indicator = c.indicator and v.area = c.area and v.year = c.year);
  insert into publication.value (indicator, area, year, sex, age, urbanisation, region, breakdown, from_release, until_release,
      value, obs_status, source, via, submitted_on, approved_on, revision)
    select indicator, area, year, case when part = 0 then '_T' else 'F' end, case when part = 0 then '_T' else 'Y' || part % 20 end, '_T',
           case when part = 0 then '_T' else 'R' || part / 20 end, '_T', v.from_release, v.until_release,
           case when not hidden then 10 + (g * 7919 + v.revision) % 9000 / 10.0 end, case when hidden then 'Q' else 'A' end,
           case when not hidden then (select id from publication.source where kind <> 'MEDIA' and until_release is null order by id limit 1) end,
           case when not hidden then 'ENTRY' end, case when not hidden then date '2026-03-01' end,
           case when not hidden then date '2026-04-01' end, case when not hidden then v.revision end
      from (select *, g % 97 = 5 and (revised is null or revised <= began) as hidden from grown) g
      cross join lateral (
        select 1 as revision, began as from_release, case when revised > began then revised end as until_release
        union all select 2, revised, null where revised > began) v;`;

const TALLIES = `
  do $$ begin
    for release in 3..${REAL_RELEASES} loop perform publication.tally_values(release); end loop;
  end $$;`;

/** Settings for a throw-away cluster, in which data lost by a crash do not matter. */
const SESSION = `
  set synchronous_commit = off;
  set work_mem = '256MB';
  set maintenance_work_mem = '1GB';
  set max_parallel_maintenance_workers = 2;`;

/** `client`: of the database to fill; `rows`: how many values to add; `indicators`: how many indicators to add. */
export async function grow(client, { rows, indicators = 0 }) {
  await client.query(SESSION);
  await client.query('begin');
  await client.query(RELEASES);
  if (indicators > 0) await client.query(INDICATORS.replaceAll('$count', String(indicators)));
  await withoutIndexes(client, 'publication.value', () =>
    client.query(VALUES.replaceAll('$rows', String(rows))),
  );
  await client.query('analyze publication.value');
  await client.query(TALLIES);
  await client.query('commit');
  await client.query('vacuum analyze');
}

/** Drops indexes, keys and references and makes them again after all rows are inserted: row by row takes several times as long. */
async function withoutIndexes(client, table, fill) {
  const { rows } = await client.query(
    `select format('alter table %s drop constraint %I', $1::text, conname) as dropped,
            format('alter table %s add constraint %I %s', $1::text, conname, pg_get_constraintdef(oid)) as made
       from pg_constraint where conrelid = $1::regclass and contype in ('p', 'f')
     union all
     select format('drop index %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
       from pg_index where indrelid = $1::regclass and not indisprimary`,
    [table],
  );
  for (const { dropped } of rows) await client.query(dropped);
  await fill();
  for (const { made } of rows) await client.query(made);
}

/** For each action and country, the codes on its page: `shown` (all indicators), `laws` (those that are laws), `named` (the sources). */
const SHOWN = `
  with link as (select * from publication.action_indicator where until_release is null),
    area as (select code from publication.area where kind = 'COUNTRY' and until_release is null),
    has as (
      select l.action as page, i.code, i.kind, l.position, l.role = 'HEADLINE' as first, 50 as most
        from link l join publication.indicator i on i.code = l.indicator where i.until_release is null
      union all
      select a.code, i.code, i.kind, i.position, exists (select from link l where l.indicator = i.code and l.role = 'HEADLINE'), 100
        from area a, publication.indicator i where i.until_release is null),
    shown as (
      select * from (
        select *, row_number() over (partition by page, kind = 'MILESTONE', first order by position, code) as at from has) h
       where kind = 'MILESTONE' or first or at <= most),
    named as (
      select l.action as page, v.source from link l join publication.value v using (indicator) where v.until_release is null
      union select v.area, v.source from publication.value v where v.until_release is null
      union select l.action, e.source from link l join publication.event e using (indicator) where e.until_release is null
      union select e.action, e.source from publication.event e where e.until_release is null
      union select e.area, e.source from publication.event e where e.until_release is null)
  select json_object_agg(page, json_build_object('shown', codes, 'laws', laws, 'named', sources)) from (
    select page, json_agg(code) as codes, coalesce(json_agg(code) filter (where kind = 'MILESTONE'), '[]') as laws,
           (select json_agg(source) from named n where n.page = s.page and source is not null) as sources
      from shown s group by page) p`;

/** What can be asked for: codes with values in every country and year, the releases, and the last that changed something. */
export async function subjects(client) {
  const { rows } = await client.query(`select
    (select json_agg(i.code order by i.code) from (select code from publication.indicator where kind = 'NUMERIC' and scope = 'COUNTRY' and until_release is null order by code limit 40) i) as indicators,
    (select json_agg(code order by position) from publication.area where kind = 'COUNTRY' and until_release is null) as areas,
    (select json_agg(code order by position) from publication.action where until_release is null) as actions,
    (select json_agg(number order by sequence) from publication.release) as releases,
    (select json_agg(distinct indicator) from publication.value where ${REAL_RELEASES} in (from_release, until_release)) as changed,
    (${SHOWN}) as shown,
    (select count(*)::int from publication.value) as values`);
  return { ...rows[0], lastReal: REAL_RELEASES };
}
