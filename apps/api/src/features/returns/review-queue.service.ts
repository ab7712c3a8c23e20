import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { expressionBuilder, sql } from 'kysely';
import { jsonArrayFrom, jsonBuildObject } from 'kysely/helpers/postgres';
import { valuesInWork } from '../../database/cells.ts';
import { db } from '../../database/db.ts';
import { anyOf, countRows, instant, person } from '../../database/expressions.ts';
import { isId } from '../../database/ids.ts';
import { asServer } from '../../database/standing.ts';
import type { Tables } from '../../database/tables.ts';
import { type Actor, permit, permitAreas } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import type { Language } from '../../graphql/enums.ts';
import { pickText, type Texts } from '../../graphql/local-text.type.ts';
import { AreaReader } from '../countries/area.reader.ts';
import { EVIDENCE } from '../evidence/evidence.store.ts';
import { undoableBatches } from '../reviews/approval-batch.ts';
import { MarkedValuesReader } from './marked-values.reader.ts';
import type { ReviewQueue } from './review-queue.type.ts';
import { WorkObservationReader } from './work-observation.reader.ts';

@Injectable()
export class ReviewQueueService {
  constructor(
    private readonly em: EntityManager,
    private readonly areas: AreaReader,
    private readonly observations: WorkObservationReader,
    private readonly marked: MarkedValuesReader,
  ) {}

  async reviewQueue(
    actor: Actor,
    lang: Language,
    askedArea: string | null,
    submission: string | null,
  ): Promise<ReviewQueue> {
    const { areas, values, returns } = await this.asked(actor, askedArea, submission);
    const ids = values.map(({ id }) => id);
    const observations = await this.observations.byIds(this.em, ids, lang);
    const inState = (state: string) => observations.filter((one) => one.state === state);
    const valuesOf = Map.groupBy(values, (value) => value.submission);
    return {
      submitted: inState('SUBMITTED'),
      approved: inState('APPROVED'),
      returned: inState('RETURNED'),
      // read with the server's own rights: an officer limited to some areas would only see parts of a batch
      batches: await asServer(() => undoableBatches(this.em, areas)),
      returns: Array.from(returns.values(), ({ organisation, indicators, ...one }) => ({
        ...one,
        organisation: organisation && pickText(organisation, lang),
        waiting: indicators.reduce((sum, each) => sum + each.waiting, 0),
        indicators: indicators.map((each) => ({ ...each, name: pickText(each.name, lang) })),
        observations: (valuesOf.get(one.id) ?? []).map(({ id }) => id),
      })),
    };
  }

  /** All waiting values, or those of one return. If the return does not exist, the answer is the same as for one of a foreign area. */
  private async asked(
    actor: Actor,
    area: string | null,
    submission: string | null,
  ): Promise<Asked> {
    if (submission === null) {
      const areas = permitAreas(actor, 'READ_WORK', area);
      if (area !== null) await this.areas.get(this.em, area);
      const { values, waiting } = await valuesToReview(this.em, areas);
      return { areas, values, returns: await returnsOf(this.em, waiting) };
    }
    const returns = await returnsOf(this.em, isId(submission) ? [submission] : []);
    const chosen = returns.get(submission);
    permit(actor, 'READ_WORK', { area: chosen?.area });
    if (chosen === undefined) throw new ApiError('NOT_FOUND');
    const all = await valuesOfReturn(this.em, submission);
    const shown = all.length > LISTED ? await this.some(actor, chosen.area, all) : all;
    return { areas: [chosen.area], values: shown.map(({ id }) => ({ id, submission })), returns };
  }

  /** For a large return: the waiting values to look at, and some of those already decided. */
  private async some(
    actor: Actor,
    area: string,
    all: Awaited<ReturnType<typeof valuesOfReturn>>,
  ): Promise<{ id: string }[]> {
    const waits = all.filter(({ state }) => state === 'SUBMITTED').map(({ id }) => id);
    const chosen = await this.marked.choose(this.em, actor, area, waits);
    const decided = all.filter(({ state }) => state !== 'SUBMITTED').slice(0, LISTED);
    return [...chosen.map((id) => ({ id })), ...decided];
  }
}

interface Asked {
  areas: readonly string[] | null;
  /** The values, each with the submission that it came in. */
  values: { id: string; submission: string | null }[];
  returns: Awaited<ReturnType<typeof returnsOf>>;
}

/** A return with more values than this is not listed value by value. */
const LISTED = 500;

const eb = expressionBuilder<Tables & { s: Tables['work.submission'] }, 's'>();

/** Submission `s` as shown to a reviewer. */
const HANDED_IN = jsonBuildObject({
  id: eb.ref('s.id'),
  number: eb.ref('s.number'),
  area: eb.ref('s.area'),
  cycle: eb.ref('s.cycle'),
  note: eb.ref('s.note'),
  organisation: eb
    .selectFrom('work.organisation as g')
    .select('g.names')
    .whereRef('g.id', '=', 's.organisation')
    .$asScalar()
    .$castTo<Texts | null>(),
  submittedBy: eb
    .selectFrom('work.user_account as w')
    .select(person('w').$notNull().as('person'))
    .whereRef('w.id', '=', 's.submitted_by')
    .$asScalar()
    .$notNull(),
  signedBy: eb
    .selectFrom('work.user_account as z')
    .select(person('z').as('person'))
    .whereRef('z.id', '=', 's.signed_by')
    .$asScalar(),
  submittedAt: instant('s.submitted_at'),
  handedIn: countRows(
    eb.selectFrom('work.submission_revision as y').whereRef('y.submission', '=', 's.id'),
  ),
  letter: eb
    .selectFrom('work.evidence as e')
    .innerJoin('work.user_account as p', 'p.id', 'e.added_by')
    .select(EVIDENCE.as('evidence'))
    .whereRef('e.id', '=', 's.letter')
    .$asScalar(),
});

/** How many values of the submission wait, by indicator. */
const WAITING = jsonArrayFrom(
  eb
    .selectFrom('work.submission_revision as x')
    .innerJoin('work.revision as r', 'r.id', 'x.revision')
    .innerJoin('work.observation as o', (on) =>
      on.onRef('o.id', '=', 'r.observation').onRef('o.current_revision', '=', 'r.id'),
    )
    .innerJoin('work.indicator as i', 'i.code', 'o.indicator')
    .select(({ fn }) => ['i.code as indicator', 'i.name', fn.countAll<number>().as('waiting')])
    .whereRef('x.submission', '=', 's.id')
    .where('o.state', '=', 'SUBMITTED')
    .groupBy('i.code')
    .orderBy('i.position'),
);

/** Does the queue show revision `r` of observation `o`? Not if the figure is from a named public source: those have no review. */
const REVIEWED = sql<boolean>`(o.state in ('SUBMITTED', 'APPROVED', 'RETURNED') and r.via <> 'SOURCE_IMPORT')`;

/** The submissions that exist and were not recalled, as a recalled one has nothing to review. In the order of `ids`. */
async function returnsOf(em: EntityManager, ids: readonly string[]) {
  const rows = await db(em)
    .selectFrom('work.submission as s')
    .select([HANDED_IN.as('handedIn'), WAITING.as('indicators')])
    .where('s.id', '=', anyOf(ids))
    .where('s.recalled_at', 'is', null)
    .execute();
  const byId = new Map(rows.map(({ handedIn, ...row }) => [handedIn.id, { ...handedIn, ...row }]));
  return new Map(
    ids.flatMap((id) => {
      const found = byId.get(id);
      return found === undefined ? [] : [[id, found] as const];
    }),
  );
}

const valuesOfReturn = (em: EntityManager, submission: string) =>
  db(em)
    .selectFrom('work.submission_revision as x')
    .innerJoin('work.revision as r', 'r.id', 'x.revision')
    .innerJoin('work.observation as o', (on) =>
      on.onRef('o.id', '=', 'r.observation').onRef('o.current_revision', '=', 'r.id'),
    )
    .select(['o.id', 'o.state'])
    .where('x.submission', '=', submission)
    .where(REVIEWED)
    .orderBy('o.indicator')
    .orderBy('o.year')
    .orderBy('o.id')
    .execute();

/**
 * The values to review in the order of their submission, each with the submission it came in last, without those of large returns; and
 * the submissions with waiting values, in the same order.
 */
async function valuesToReview(em: EntityManager, areas: readonly string[] | null) {
  const rows = await db(em)
    .with('value', (query) =>
      query
        .selectFrom(valuesInWork(areas).as('o'))
        .innerJoin('work.revision as r', 'r.id', 'o.current_revision')
        .leftJoinLateral(
          (eb) =>
            eb
              .selectFrom('work.submission_revision as x')
              .innerJoin('work.submission as s', 's.id', 'x.submission')
              .select(['s.submitted_at as at', 's.id as submission'])
              .whereRef('x.revision', '=', 'r.id')
              .where('s.recalled_at', 'is', null)
              .orderBy('s.submitted_at', 'desc')
              .limit(1)
              .as('came'),
          (join) => join.onTrue(),
        )
        .select(['o.id', 'o.state', 'o.area', 'o.indicator', 'o.year', 'came.submission'])
        .select(({ fn }) => fn.coalesce('came.at', 'r.created_at').as('at'))
        .where(REVIEWED),
    )
    .with('counted', (query) =>
      query
        .selectFrom('value')
        .selectAll()
        .select(({ fn }) => [
          fn
            .countAll<number>()
            .over((of) => of.partitionBy('submission'))
            .as('size'),
          sql<number>`row_number() over (partition by submission order by state <> 'SUBMITTED', area, indicator, year, id)`.as(
            'place',
          ),
        ]),
    )
    .selectFrom('counted')
    .select(['id', 'state', 'submission', 'size'])
    .where((eb) =>
      eb.or([eb('size', '<=', LISTED), eb('submission', 'is', null), eb('place', '=', 1)]),
    )
    .orderBy('at')
    .orderBy('area')
    .orderBy('indicator')
    .orderBy('year')
    .orderBy('id')
    .execute();
  const waiting = rows.flatMap(({ state, submission }) =>
    state === 'SUBMITTED' && submission !== null ? [submission] : [],
  );
  const values = rows.filter(({ submission, size }) => submission === null || size <= LISTED);
  return { values, waiting: [...new Set(waiting)] };
}
