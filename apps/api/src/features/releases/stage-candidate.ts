import type { EntityManager } from '@mikro-orm/postgresql';
import type { ObservationStatus } from '@qadam/domain';
import { sql } from 'kysely';
import { by, cellOf, exists, isTotal, now, sameCell } from '../../database/expressions.ts';
import { anyStage, type CopiedTable, fill, keep, stage } from './stage.ts';
import { analyze } from '../../database/planning.ts';
import { AS_REPORTED } from '../alternatives/alternative.store.ts';
import { withholdForShelters } from './disclosure/withheld-for-shelters.ts';
import { figuresInReach, openedSince } from './leaving.ts';
import { shapeOf } from './publication-tables.ts';
import type { ReleaseRequest } from './release-request.ts';

/** Stages the framework as it is now; series breaks, events and alternatives only up to the year that the release is as of. */
export async function stageFramework(
  em: EntityManager,
  { asOfYear, plannedAt }: ReleaseRequest,
): Promise<void> {
  for (const name of ['area', 'action', 'indicator', 'action_indicator', 'benchmark'] as const)
    await copy(em, name);
  for (const name of ['series_break', 'event', 'alternative'] as const)
    await copy(em, name, sql`year <= ${asOfYear}`);
  await stageTargets(em);
  await stageCalendar(em, asOfYear, plannedAt);
}

async function copy(em: EntityManager, name: CopiedTable, where = sql<boolean>`true`) {
  const { columns } = shapeOf(em, name);
  await anyStage(em)
    .insertInto(`candidate_${name}`)
    .columns(columns)
    .expression((eb) => eb.selectFrom(`work.${name}`).select(columns).where(where))
    .execute();
}

/** Stages the newest confirmed plan of every indicator and area. */
async function stageTargets(em: EntityManager): Promise<void> {
  await fill(
    em,
    'target',
    stage(em)
      .selectFrom('work.target_plan as p')
      .innerJoin('work.area as a', 'a.code', 'p.area')
      .distinctOn(['p.indicator', 'p.area'])
      .select(['p.indicator', 'p.area', 'p.version', 'p.baseline_year', 'p.baseline_value'])
      .select(['p.baseline_source', 'p.path', 'p.points', 'p.tolerance', 'p.reference'])
      .select(['p.citation', 'p.rationale'])
      .select(sql<string | null>`(p.decided_at at time zone a.time_zone)::date`.as('confirmed_on'))
      .where('p.state', '=', 'CONFIRMED')
      .$call(by('p.indicator', 'p.area'))
      .orderBy('p.version', 'desc'),
  );
}

/**
 * Stages what each country must report and by when, in the cycles that were open on the day of planning. The body that must do so is not published: a
 * body is named only with a figure it reported.
 */
async function stageCalendar(
  em: EntityManager,
  asOfYear: number,
  plannedAt?: string,
): Promise<void> {
  const at = plannedAt === undefined ? now : sql`${plannedAt}::timestamptz`;
  await fill(
    em,
    'cycle',
    stage(em)
      .selectFrom('work.cycle')
      .select(['year', 'due_on'])
      .where('year', '<=', asOfYear)
      .where('opens_on', '<=', sql<string>`${at}::date`),
  );
  await fill(
    em,
    'assignment',
    stage(em)
      .selectFrom('work.assignment as s')
      .innerJoin('candidate_cycle as c', 'c.year', 's.cycle')
      .select(['s.cycle', 's.area', 's.indicator']),
  );
}

/**
 * Stages for each cell the approved revision, or else the one that was published before, and never a sample of the
 * demonstration. A value that the ministry itself suppressed is hidden like one that disclosure control hides: a reader
 * cannot tell them apart. Below national level a body's own figures wait for its data-sharing agreement; figures that a
 * named source has published already do not. Figures that would lead to a shelter are left out altogether.
 */
export async function stageValues(
  em: EntityManager,
  { asOfYear, plannedAt }: ReleaseRequest,
): Promise<void> {
  const chosen = figuresInReach(em, await openedSince(em, plannedAt), asOfYear);
  await keep(
    em,
    'candidate_origin',
    stage(em)
      .selectFrom(chosen.as('c'))
      .select([...cellOf('c'), 'c.observation', 'c.revision'])
      .select(sql<boolean>`(c.state = 'APPROVED' and c.revision = c.current_revision)`.as('fresh'))
      .where('c.revision', 'is not', null),
  );
  await withholdForShelters(em);
  await analyze(em, 'candidate_origin');
  await fill(em, 'value', valuesOf(em));
  await analyze(em, 'candidate_value');
  await dropShownAlternatives(em);
  await dropInsideAlternatives(em);
}

/** A figure of another source is no alternative to itself once it was chosen. */
const dropShownAlternatives = (em: EntityManager) =>
  stage(em)
    .deleteFrom('candidate_alternative as a')
    .using('candidate_value as v')
    .where(sameCell('v', 'a', ['indicator', 'area', 'year']))
    .where(isTotal('v'))
    .whereRef('v.source', '=', 'a.source')
    .whereRef('v.value', '=', 'a.value')
    .execute();

/**
 * What officers recorded stays inside as long as its cell does; so does a reported value that another source replaced before anybody approved it.
 */
async function dropInsideAlternatives(em: EntityManager): Promise<void> {
  const db = stage(em);
  const key = ['indicator', 'area', 'year'] as const;
  const origin = db
    .selectFrom('candidate_origin as o')
    .where(sameCell('o', 'w', key))
    .where(isTotal('o'));
  const decisions = db
    .selectFrom('work.review as d')
    .select('d.decision')
    .where('d.revision', '=', sql.ref<string>('r.id'))
    .orderBy('d.created_at', 'desc')
    .limit(1);
  const reported = db
    .selectFrom('work.observation as o')
    .innerJoin('work.revision as r', 'r.observation', 'o.id')
    .where(sameCell('o', 'w', key))
    .where(isTotal('o'))
    .where('r.via', '<>', 'SOURCE_IMPORT')
    .where('r.value', '=', sql.ref<string>('w.value'));
  const passed = reported.where(
    sql<boolean>`(r.id = o.published_revision or ${decisions} = 'APPROVED')`,
  );
  // version 0.5, which may still run beside this one, names the officer who replaced it
  const replaced = sql<boolean>`(w.recorded_by is null or w.note @> ${JSON.stringify(AS_REPORTED)}::jsonb)`;
  await db
    .deleteFrom('candidate_alternative as a')
    .using('work.alternative as w')
    .where(sameCell('w', 'a', key))
    .whereRef('w.source', '=', 'a.source')
    .whereRef('w.value', '=', 'a.value')
    .where('w.recorded_at', 'is not', null)
    .where(
      sql<boolean>`(not ${exists(origin)} or (${replaced} and ${exists(reported)} and not ${exists(passed)}))`,
    )
    .execute();
}

const ofObservation = sql`(partition by r.observation order by r.number)`;

/** The values of the chosen revisions. One that the ministry suppressed is not joined, so that only its key and the status Q are left. */
const valuesOf = (em: EntityManager) =>
  stage(em)
    .with('submitted', (db) =>
      db
        .selectFrom('work.submission_revision as l')
        .innerJoin('work.submission as s', 's.id', 'l.submission')
        .select(['l.revision', sql<Date>`min(s.submitted_at)`.as('at')])
        .select(sql<string>`(array_agg(s.organisation order by s.submitted_at desc))[1]`.as('body'))
        .where('s.recalled_at', 'is', null)
        .groupBy('l.revision'),
    )
    .with('approved', (db) =>
      db
        .selectFrom('work.review')
        .select((eb) => ['revision', eb.fn.max('created_at').as('at')])
        .where('decision', '=', 'APPROVED')
        .groupBy('revision'),
    )
    .with('counted', (db) =>
      db
        .selectFrom('work.revision as r')
        .innerJoin('candidate_origin as o', 'o.observation', 'r.observation')
        .select(['r.id', sql<number>`(row_number() over ${ofObservation})::int`.as('ordinal')])
        .where(sql<boolean>`(r.via = 'SOURCE_IMPORT' or r.id in (select revision from submitted))`),
    )
    .selectFrom('candidate_origin as o')
    .innerJoin('work.area as a', 'a.code', 'o.area')
    .leftJoin('work.revision as r', (join) =>
      join
        .onRef('r.id', '=', 'o.revision')
        .on('r.missing_reason', 'is distinct from', 'SUPPRESSED')
        .on('r.obs_status', '<>', 'Q'),
    )
    .leftJoin('submitted as s', 's.revision', 'r.id')
    .leftJoin('approved as p', 'p.revision', 'r.id')
    .leftJoin('counted as c', 'c.id', 'r.id')
    .leftJoin('work.assignment as n', (join) =>
      join.onRef('n.cycle', '=', 'o.year').on(sameCell('n', 'o', ['area', 'indicator'])),
    )
    .leftJoin('work.user_account as u', 'u.id', 'r.author')
    .leftJoin('work.organisation as b', (join) =>
      join
        .on('r.via', '<>', 'SOURCE_IMPORT')
        .on(sql<boolean>`b.id = coalesce(s.body, n.organisation, u.organisation)`),
    )
    .select(cellOf('o'))
    .select((eb) => [
      ...(['r.value', 'r.numerator', 'r.denominator', 'r.missing_reason', 'r.source'] as const),
      ...(['r.source_text', 'r.note', 'r.via', 'r.reason', 'r.period', 'r.fact_date'] as const),
      ...(['r.provision', 'r.basis', 'b.code as body', 'c.ordinal as revision'] as const),
      eb.fn.coalesce('r.obs_status', eb.val('Q')).$castTo<ObservationStatus>().as('obs_status'),
      sql<string | null>`(s.at at time zone a.time_zone)::date`.as('submitted_on'),
      sql<string | null>`(p.at at time zone a.time_zone)::date`.as('approved_on'),
    ]);

/** Stages only sources that a row of the release names: any other would reveal unpublished work. */
export async function stageSources(em: EntityManager): Promise<void> {
  const db = stage(em);
  const named = db
    .selectFrom('candidate_value')
    .select('source')
    .union(db.selectFrom('candidate_target').select('baseline_source as source'))
    .union(db.selectFrom('candidate_event').select('source'))
    .union(db.selectFrom('candidate_alternative').select('source'))
    .union(db.selectFrom('candidate_series_break').select('source'))
    .union(db.selectFrom('candidate_benchmark').select('source'));
  await copy(em, 'source', sql`id in ${named}`);
}

/** Stages only bodies whose figures are published, for the same reason. */
export async function stageBodies(em: EntityManager): Promise<void> {
  await fill(
    em,
    'body',
    stage(em)
      .selectFrom('work.organisation')
      .select(['code', 'area', 'names'])
      .where('code', 'in', (eb) => eb.selectFrom('candidate_value').select('body')),
  );
}
