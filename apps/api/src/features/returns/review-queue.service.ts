import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { expressionBuilder, sql } from 'kysely';
import { jsonArrayFrom, jsonBuildObject } from 'kysely/helpers/postgres';
import { valuesInWork } from '../../database/cells.ts';
import { db } from '../../database/db.ts';
import { anyOf, by, countRows, instant, person } from '../../database/expressions.ts';
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
    const { areas, values, returns, waiting } = await this.asked(actor, askedArea, submission);
    const ids = values.map(({ id }) => id);
    const observations = await this.observations.byIds(this.em, ids, lang);
    const inState = (state: string) => observations.filter((one) => one.state === state);
    const valuesOf = Map.groupBy(values, (value) => value.submission);
    const waitingOf = Map.groupBy(waiting, (one) => one.submission);
    return {
      submitted: inState('SUBMITTED'),
      approved: inState('APPROVED'),
      returned: inState('RETURNED'),
      // read with the server's own rights: an officer limited to some areas would only see parts of a batch
      batches: await asServer(() => undoableBatches(this.em, areas)),
      returns: returns.map(({ organisation, ...one }) => {
        const indicators = waitingOf.get(one.id) ?? [];
        return {
          ...one,
          organisation: organisation && pickText(organisation, lang),
          waiting: indicators.reduce((sum, each) => sum + each.waiting, 0),
          indicators: indicators.map((each) => ({ ...each, name: pickText(each.name, lang) })),
          observations: (valuesOf.get(one.id) ?? []).map(({ id }) => id),
        };
      }),
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
      const ids = new Set(waiting.map((one) => one.submission));
      return { areas, values, waiting, returns: await returnsOf(this.em, [...ids]) };
    }
    const returns = await returnsOf(this.em, isId(submission) ? [submission] : []);
    const [chosen] = returns;
    permit(actor, 'READ_WORK', { area: chosen?.area });
    if (chosen === undefined) throw new ApiError('NOT_FOUND');
    const { values: all, waiting } = await valuesOfReturn(this.em, submission);
    const shown = all.length > LISTED ? await this.some(actor, chosen.area, all) : all;
    const values = shown.map(({ id }) => ({ id, submission }));
    return { areas: [chosen.area], values, returns, waiting };
  }

  /** For a large return: the waiting values to look at, and some of those already decided. */
  private async some(
    actor: Actor,
    area: string,
    all: readonly { id: string; state: string }[],
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
  /** How many values of each submission wait, by indicator. */
  waiting: { submission: string; indicator: string; name: Texts; waiting: number }[];
}

/** A return with more values than this is not listed value by value. */
const LISTED = 500;

const IN_REVIEW = ['SUBMITTED', 'APPROVED', 'RETURNED'] as const;

/** The values to review of a query, each with the submission that it came in. */
interface Came {
  id: string;
  state: string;
  area: string;
  indicator: string;
  year: number;
  revision: string;
  submission: string | null;
}
const came = expressionBuilder<Tables & { came: Came }>();

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

/** How many of the values `came` wait, by submission and indicator, in the order in which the submissions came. */
const WAITING = jsonArrayFrom(
  came
    .selectFrom(
      came
        .selectFrom('came')
        .select(({ fn }) => ['submission', 'indicator', fn.countAll<number>().as('waiting')])
        .where('state', '=', 'SUBMITTED')
        .groupBy(['submission', 'indicator'])
        .as('w'),
    )
    .innerJoin('work.submission as s', 's.id', 'w.submission')
    .innerJoin('work.indicator as i', 'i.code', 'w.indicator')
    .select(['s.id as submission', 'i.code as indicator', 'i.name', 'w.waiting'])
    .$call(by('s.submitted_at', 's.area', 's.id', 'i.position')),
);

/**
 * The submission in which revision `o.current_revision` came. There is only one that was not recalled: only drafts are submitted, and each save
 * writes another revision. An array without `limit`, so that PostgreSQL looks up each value by its revision whatever it believes of a return just
 * handed in: for the first row of many it might read the table instead.
 */
const CAME_IN = sql<string | null>`(array(${expressionBuilder<
  Tables & { o: Tables['work.observation'] },
  'o'
>()
  .selectFrom('work.submission_revision as x')
  .select('x.submission')
  .whereRef('x.revision', '=', 'o.current_revision')
  .where('x.submission', 'not in', (of) =>
    of.selectFrom('work.submission as s').select('s.id').where('s.recalled_at', 'is not', null),
  )}))[1]`;

/** Those of `came` that are not of a large return, in the order of their submission. A figure from a named public source has no review. */
const VALUES = jsonArrayFrom(
  came
    .selectFrom('came as c')
    // each by its id, even if PostgreSQL expects so many that it would rather read all revisions
    .innerJoinLateral(
      (of) =>
        of
          .selectFrom('work.revision as v')
          .select('v.created_at')
          .whereRef('v.id', '=', 'c.revision')
          .where('v.via', '<>', 'SOURCE_IMPORT')
          .offset(sql.lit(0))
          .as('r'),
      (on) => on.onTrue(),
    )
    .leftJoin('work.submission as s', 's.id', 'c.submission')
    .select(['c.id', 'c.submission'])
    .where((of) =>
      of.or([
        of('c.submission', 'is', null),
        of('c.submission', 'in', (small) =>
          small
            .selectFrom('came')
            .select('submission')
            .groupBy('submission')
            .having(({ fn }) => fn.countAll(), '<=', LISTED),
        ),
      ]),
    )
    .orderBy(({ fn }) => fn.coalesce('s.submitted_at', 'r.created_at'))
    .$call(by('c.area', 'c.indicator', 'c.year', 'c.id')),
);

/** The submissions that exist and were not recalled, as a recalled one has nothing to review. In the order of `ids`. */
async function returnsOf(em: EntityManager, ids: readonly string[]) {
  const rows = await db(em)
    .selectFrom('work.submission as s')
    .select(HANDED_IN.as('handedIn'))
    .where('s.id', '=', anyOf(ids))
    .where('s.recalled_at', 'is', null)
    .execute();
  const byId = new Map(rows.map(({ handedIn }) => [handedIn.id, handedIn]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** The values of a return to review, and how many of them wait. */
const valuesOfReturn = (em: EntityManager, submission: string) =>
  db(em)
    .with(
      (cte) => cte('came').materialized(),
      (query) =>
        query
          .selectFrom('work.submission_revision as x')
          .innerJoin('work.revision as r', 'r.id', 'x.revision')
          .innerJoin('work.observation as o', (on) =>
            on.onRef('o.id', '=', 'r.observation').onRef('o.current_revision', '=', 'r.id'),
          )
          .select(['o.id', 'o.state', 'o.indicator', 'o.year', 'x.submission'])
          .where('x.submission', '=', submission)
          .where('o.state', 'in', IN_REVIEW)
          .where('r.via', '<>', 'SOURCE_IMPORT'),
    )
    .selectNoFrom([
      jsonArrayFrom(
        came
          .selectFrom('came')
          .select(['id', 'state'])
          .$call(by('indicator', 'year', 'id')),
      ).as('values'),
      WAITING.as('waiting'),
    ])
    .executeTakeFirstOrThrow();

/**
 * The values to review in the order of their submission, each with the submission it came in, without those of large returns; and the
 * submissions with waiting values, in the same order, with the number of these by indicator.
 */
const valuesToReview = (em: EntityManager, areas: readonly string[] | null) =>
  db(em)
    .with(
      (cte) => cte('came').materialized(),
      (query) =>
        query
          .selectFrom(valuesInWork(areas).as('o'))
          .select(['o.id', 'o.state', 'o.area', 'o.indicator', 'o.year'])
          .select(['o.current_revision as revision', CAME_IN.as('submission')])
          .where('o.state', 'in', IN_REVIEW),
    )
    .selectNoFrom([VALUES.as('values'), WAITING.as('waiting')])
    .executeTakeFirstOrThrow();
