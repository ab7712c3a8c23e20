import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { expressionBuilder, sql } from 'kysely';
import { jsonBuildObject } from 'kysely/helpers/postgres';
import { db } from '../../database/db.ts';
import { countRows, instant, person } from '../../database/expressions.ts';
import { isId } from '../../database/ids.ts';
import type { Tables } from '../../database/tables.ts';
import { type Actor, permit } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import type { Language } from '../../graphql/enums.ts';
import { pickText, type Texts } from '../../graphql/local-text.type.ts';
import { AreaReader } from '../countries/area.reader.ts';
import { EVIDENCE } from '../evidence/evidence.store.ts';
import { undoableBatches } from '../reviews/approval-batch.ts';
import type { ReviewQueue } from './review-queue.type.ts';
import { WorkObservationReader } from './work-observation.reader.ts';

@Injectable()
export class ReviewQueueService {
  constructor(
    private readonly em: EntityManager,
    private readonly areas: AreaReader,
    private readonly observations: WorkObservationReader,
  ) {}

  async reviewQueue(
    actor: Actor,
    lang: Language,
    askedArea: string | null,
    submission: string | null,
  ): Promise<ReviewQueue> {
    const { area, values, chosen } = await this.asked(actor, askedArea, submission);
    const ids = values.map(({ id }) => id);
    const observations = await this.observations.byIds(this.em, ids, lang);
    const inState = (state: string) => observations.filter((one) => one.state === state);
    const submitted = inState('SUBMITTED');
    const open = new Set(submitted.map(({ id }) => id));
    const returns = new Map(chosen === null ? [] : [[chosen.id, chosen]]);
    for (const { id, handedIn } of values) {
      if (handedIn !== null && open.has(id)) returns.set(handedIn.id, handedIn);
    }
    return {
      submitted,
      approved: inState('APPROVED'),
      returned: inState('RETURNED'),
      batches: await undoableBatches(this.em, area),
      returns: Array.from(returns.values(), ({ organisation, ...one }) => ({
        ...one,
        organisation: organisation && pickText(organisation, lang),
        observations: values.flatMap(({ id, handedIn }) => (handedIn?.id === one.id ? [id] : [])),
      })),
    };
  }

  /** All that waits, or one return. A return that does not exist answers like one of a foreign area. */
  private async asked(actor: Actor, area: string | null, submission: string | null) {
    if (submission === null) {
      permit(actor, 'READ_WORK', { area });
      if (area !== null) await this.areas.get(this.em, area);
      return { area, values: await valuesToReview(this.em, area), chosen: null };
    }
    const found = await returnToReview(this.em, submission);
    permit(actor, 'READ_WORK', { area: found?.handedIn.area });
    if (found === null) throw new ApiError('NOT_FOUND');
    const { handedIn: chosen, ids } = found;
    return { area: chosen.area, values: ids.map((id) => ({ id, handedIn: chosen })), chosen };
  }
}

const eb = expressionBuilder<Tables & { s: Tables['work.submission'] }, 's'>();

/** Submission `s` as a reviewer takes it up. */
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

/** What a queue shows of revision `r` and its observation `o`. Figures of named public sources had no reviewer and need none. */
const REVIEWED = sql<boolean>`(o.state in ('SUBMITTED', 'APPROVED', 'RETURNED') and r.via <> 'SOURCE_IMPORT')`;

/** The return with its values. None where its reporter took it back: then there is nothing to review. */
async function returnToReview(em: EntityManager, id: string) {
  if (!isId(id)) return null;
  const row = await db(em)
    .selectFrom('work.submission as s')
    .select((s) => [
      HANDED_IN.as('handedIn'),
      s
        .selectFrom('work.submission_revision as x')
        .innerJoin('work.revision as r', 'r.id', 'x.revision')
        .innerJoin('work.observation as o', 'o.current_revision', 'r.id')
        .select(
          sql<string[]>`coalesce(json_agg(o.id order by o.indicator, o.year, o.id), '[]')`.as(
            'ids',
          ),
        )
        .whereRef('x.submission', '=', 's.id')
        .where(REVIEWED)
        .$asScalar()
        .$notNull()
        .as('ids'),
    ])
    .where('s.id', '=', id)
    .where('s.recalled_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

/** In the order they were handed in, each with the return in which it came last. */
const valuesToReview = (em: EntityManager, area: string | null) =>
  db(em)
    .selectFrom('work.observation as o')
    .innerJoin('work.revision as r', 'r.id', 'o.current_revision')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('work.submission_revision as x')
          .innerJoin('work.submission as s', 's.id', 'x.submission')
          .select(['s.submitted_at as at', HANDED_IN.as('handedIn')])
          .whereRef('x.revision', '=', 'r.id')
          .where('s.recalled_at', 'is', null)
          .orderBy('s.submitted_at', 'desc')
          .limit(1)
          .as('came'),
      (join) => join.onTrue(),
    )
    .select(['o.id', 'came.handedIn'])
    .where(REVIEWED)
    .$if(area !== null, (query) => query.where('o.area', '=', area))
    .orderBy(({ fn }) => fn.coalesce('came.at', 'r.created_at'))
    .orderBy('o.area')
    .orderBy('o.indicator')
    .orderBy('o.year')
    .orderBy('o.id')
    .execute();
