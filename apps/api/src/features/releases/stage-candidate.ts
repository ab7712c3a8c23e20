import type { EntityManager } from '@mikro-orm/postgresql';
import { cellColumns, PART_AS_TEXTS } from '../../database/cell-columns.ts';
import { leaveOutBesideShelters } from './disclosure/beside-shelters.ts';
import { IN_REACH, MAY_LEAVE, OPENED, openedBodiesAsJson } from './leaving.ts';
import { PUBLICATION_TABLES, TABLE_NAMES } from './publication-tables.ts';

/**
 * A candidate release is staged in temporary tables of the transaction, `candidate_<table>`, so that it is compared,
 * hashed and written as sets, however many values there are. Nothing of it outlives the transaction.
 */
export async function createStage(em: EntityManager): Promise<void> {
  // These are sets, never a row at a time; without statistics of what was just filled the planner would think otherwise.
  await em.execute('set local enable_nestloop = off');
  await em.execute('set local enable_mergejoin = off');
  for (const name of TABLE_NAMES) {
    await em.execute(
      `create temp table candidate_${name} on commit drop as
       select ${PUBLICATION_TABLES[name].columns.join(', ')} from publication.${name} with no data`,
    );
  }
  await em.execute(
    `create temp table candidate_origin (observation uuid, revision uuid, fresh boolean, indicator text, area text, year int,
       ${PART_AS_TEXTS}) on commit drop`,
  );
}

/** The framework as it stands, without what lies behind the year the release looks from. */
export async function stageFramework(em: EntityManager, asOfYear: number): Promise<void> {
  for (const name of ['area', 'action', 'indicator', 'action_indicator', 'benchmark'] as const)
    await copy(em, name);
  for (const name of ['series_break', 'event', 'alternative'] as const)
    await copy(em, name, asOfYear);
  await em.execute(
    `insert into candidate_target
     select distinct on (p.indicator, p.area) p.indicator, p.area, p.version, p.baseline_year, p.baseline_value, p.baseline_source, p.path, p.points,
       p.tolerance, p.reference, p.citation, p.rationale, (p.decided_at at time zone a.time_zone)::date
     from work.target_plan p join work.area a on a.code = p.area
     where p.state = 'CONFIRMED' order by p.indicator, p.area, p.version desc`,
  );
  await stageCalendar(em, asOfYear);
}

/** What is asked of which country and by when. The body asked is not published: a body is named only with a figure it reported. */
async function stageCalendar(em: EntityManager, asOfYear: number): Promise<void> {
  await em.execute(
    `insert into candidate_cycle select year, due_on from work.cycle where year <= ? and opens_on <= now()::date`,
    [asOfYear],
  );
  await em.execute(
    `insert into candidate_assignment
     select s.cycle, s.area, s.indicator from work.assignment s join candidate_cycle c on c.year = s.cycle`,
  );
}

async function copy(em: EntityManager, name: keyof typeof PUBLICATION_TABLES, untilYear?: number) {
  const columns = PUBLICATION_TABLES[name].columns.join(', ');
  await em.execute(
    `insert into candidate_${name} (${columns}) select ${columns} from work.${name}
     ${untilYear === undefined ? '' : 'where year <= ?'}`,
    untilYear === undefined ? [] : [untilYear],
  );
}

/**
 * Values: the approved revision, else the one published before. Samples of the demonstration never. What the ministry
 * itself suppressed is hidden like what disclosure control hides: a reader cannot tell them apart. Below national level
 * a body's own figures wait for its data-sharing agreement; what a named source has published already does not. Figures
 * that would point to a shelter do not leave at all.
 */
export async function stageValues(em: EntityManager, asOfYear: number): Promise<void> {
  await em.execute(
    `with ${OPENED}, chosen as (
       select o.*, case when ${MAY_LEAVE} then o.current_revision else o.published_revision end as chosen_revision
       from work.observation o left join work.revision r on o.region <> '_T' and r.id = o.current_revision
       where ${IN_REACH} and (o.state = 'APPROVED' or o.published_revision is not null)
     )
     insert into candidate_origin
     select id, chosen_revision, state = 'APPROVED' and chosen_revision = current_revision, ${cellColumns()}
     from chosen where chosen_revision is not null`,
    [await openedBodiesAsJson(em), asOfYear],
  );
  await leaveOutBesideShelters(em);
  await em.execute('analyze candidate_origin');
  await em.execute(
    `with submitted as (
       select l.revision, min(s.submitted_at) as at, (array_agg(s.organisation order by s.submitted_at desc))[1] as organisation
       from work.submission_revision l join work.submission s on s.id = l.submission
       where s.recalled_at is null group by l.revision
     ), approved as (
       select revision, max(created_at) as at from work.review where decision = 'APPROVED' group by revision
     ), counted as (
       select r.id, row_number() over (partition by r.observation order by r.number) as number
       from work.revision r join candidate_origin o on o.observation = r.observation
       where r.via = 'SOURCE_IMPORT' or r.id in (select revision from submitted)
     ), origin as (
       select ${ORIGIN_COLUMNS}, s.at as submitted_at, p.at as approved_at, c.number::int as ordinal, a.time_zone, b.code as body,
         coalesce(r.missing_reason = 'SUPPRESSED' or r.obs_status = 'Q', false) as hidden
       from candidate_origin o join work.revision r on r.id = o.revision join work.area a on a.code = o.area
         left join submitted s on s.revision = r.id left join approved p on p.revision = r.id left join counted c on c.id = r.id
         left join work.assignment n on n.cycle = o.year and n.area = o.area and n.indicator = o.indicator
         left join work.user_account u on u.id = r.author
         left join work.organisation b on r.via <> 'SOURCE_IMPORT' and b.id = coalesce(s.organisation, n.organisation, u.organisation)
     )
     insert into candidate_value (${cellColumns()}, value, numerator, denominator,
       obs_status, missing_reason, source, source_text, note, via, submitted_on, approved_on, revision, reason, body, period,
       fact_date, provision, basis)
     select ${cellColumns()}, value, numerator, denominator, obs_status, missing_reason,
       source, source_text, note, via, (submitted_at at time zone time_zone)::date, (approved_at at time zone time_zone)::date, ordinal, reason, body, period, fact_date, provision, basis
     from origin where not hidden
     union all
     select ${cellColumns()}, null, null, null, 'Q', null, null, null, null, null, null, null, null, null, null, null, null, null, null
     from origin where hidden`,
  );
  await em.execute('analyze candidate_value');
}

const ORIGIN_COLUMNS = `${cellColumns('o')}, r.value, r.numerator, r.denominator,
  r.obs_status, r.missing_reason, r.source, r.source_text, r.note, r.via, r.reason, r.period, r.fact_date, r.provision, r.basis`;

/** Only sources that something published names: another one would tell of unpublished work. */
export async function stageSources(em: EntityManager): Promise<void> {
  await em.execute(
    `insert into candidate_source
     select id, title, publisher, year, url, licence, kind from work.source where id in (
       select source from candidate_value union select baseline_source from candidate_target union select source from candidate_event
       union select source from candidate_alternative union select source from candidate_series_break union select source from candidate_benchmark)`,
  );
}

/** Only bodies whose figures are published, for the same reason. */
export async function stageBodies(em: EntityManager): Promise<void> {
  await em.execute(
    `insert into candidate_body select code, area, names from work.organisation
     where code in (select body from candidate_value)`,
  );
}
