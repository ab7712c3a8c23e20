import type { EntityManager } from '@mikro-orm/postgresql';
import { can, maySign, signatureState } from '@qadam/domain';
import { sql } from 'kysely';
import { jsonArrayFrom, jsonBuildObject } from 'kysely/helpers/postgres';
import { db } from '../../database/db.ts';
import { exists, inAreas, instant, now, person } from '../../database/expressions.ts';
import type { Actor } from '../../graphql/access.ts';
import type { Language } from '../../graphql/enums.ts';
import { pickText } from '../../graphql/local-text.type.ts';
import { isChanged, preparedValues } from '../observations/waiting-signature.ts';
import type { SignatureRequest } from './signature-request.type.ts';

/** Does the request still have values that are drafts and in no later request? */
const isUnfinished = exists(
  preparedValues()
    .select('o.id')
    .where('o.state', '=', 'DRAFT')
    .where((of) =>
      of.not(
        of.exists(
          of
            .selectFrom('work.signature_request_revision as y')
            .innerJoin('work.revision as s', 's.id', 'y.revision')
            .innerJoin('work.signature_request as later', 'later.id', 'y.request')
            .select('later.id')
            .whereRef('s.observation', '=', 'o.id')
            .whereRef('later.prepared_at', '>', 'q.prepared_at'),
        ),
      ),
    ),
);

const requests = (em: EntityManager) =>
  db(em)
    .selectFrom('work.signature_request as q')
    .innerJoin('work.area as a', 'a.code', 'q.area')
    .innerJoin('work.user_account as p', 'p.id', 'q.prepared_by')
    .leftJoin('work.user_account as d', 'd.id', 'q.decided_by')
    .leftJoin('work.evidence as e', 'e.id', 'q.letter')
    .select(['q.id', 'q.area', 'a.names as areaNames', 'q.cycle', 'q.note', 'q.comment'])
    .select((of) => [
      'q.decision',
      person('p').$notNull().as('preparedBy'),
      instant('q.prepared_at').as('preparedAt'),
      person('d').as('decidedBy'),
      sql<string | null>`${instant('q.decided_at')}`.as('decidedAt'),
      of
        .case()
        .when('e.id', 'is not', null)
        .then(
          jsonBuildObject({ id: of.ref('e.id').$notNull(), title: of.ref('e.title').$notNull() }),
        )
        .end()
        .as('letter'),
      isChanged.as('changed'),
      jsonArrayFrom(
        preparedValues()
          .select(({ fn }) => ['o.year', fn.countAll<number>().as('values')])
          .groupBy('o.year')
          .orderBy('o.year', 'desc'),
      ).as('years'),
      jsonArrayFrom(
        preparedValues().select('r.author').distinct().where('r.author', 'is not', null),
      ).as('authors'),
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof requests>['executeTakeFirstOrThrow']>>;

interface Asked {
  areas: readonly string[] | null;
  /** Only requests prepared for the cycle of this year, or with values of this year. */
  year?: number;
}

/** Requests that wait for a second signature, or that were given back or changed and not prepared again; newest first. */
export async function openSignatureRequests(
  em: EntityManager,
  reader: Actor,
  { areas, year }: Asked,
  lang: Language,
): Promise<SignatureRequest[]> {
  const rows = await requests(em)
    .where(inAreas('q.area', areas))
    .where('q.ended_at', 'is', null)
    .where((of) => of.or([of.and([of('q.decision', 'is', null), of.not(isChanged)]), isUnfinished]))
    .$if(year !== undefined, (query) =>
      query.where((of) =>
        of.or([
          of('q.cycle', '=', year ?? 0),
          exists(
            preparedValues()
              .select('o.id')
              .where('o.year', '=', year ?? 0),
          ),
        ]),
      ),
    )
    .orderBy('q.prepared_at', 'desc')
    .orderBy('q.id')
    .execute();
  return rows.map((row) => toRequest(row, reader, lang));
}

export async function signatureRequestById(
  em: EntityManager,
  reader: Actor,
  id: string,
): Promise<SignatureRequest | null> {
  const row = await requests(em).where('q.id', '=', id).executeTakeFirst();
  return row === undefined ? null : toRequest(row, reader, reader.lang);
}

function toRequest(
  { decision, changed, authors, areaNames, years, ...row }: Row,
  reader: Actor,
  lang: Language,
): SignatureRequest {
  const state = signatureState({ decision, changed });
  const prepared = {
    preparedBy: row.preparedBy.id,
    authors: authors.flatMap(({ author }) => author ?? []),
  };
  return {
    ...row,
    areaName: pickText(areaNames, lang),
    state,
    years,
    values: years.reduce((sum, one) => sum + one.values, 0),
    maySign:
      state === 'WAITING' &&
      can(reader, 'SIGN_RETURN', { area: row.area }) === 'ALLOWED' &&
      maySign(reader.id, prepared),
  };
}

/** The authors of the values of a request. */
export async function preparedAuthors(em: EntityManager, request: string): Promise<string[]> {
  const rows = await db(em)
    .selectFrom('work.signature_request_revision as x')
    .innerJoin('work.revision as r', 'r.id', 'x.revision')
    .select('r.author')
    .distinct()
    .where('x.request', '=', request)
    .execute();
  return rows.flatMap(({ author }) => author ?? []);
}

/** The values of a request, in the form that `choose` takes. */
export const asPrepared = (em: EntityManager, request: string) =>
  db(em)
    .selectFrom('work.signature_request_revision as x')
    .innerJoin('work.revision as r', 'r.id', 'x.revision')
    .select(['r.observation as id', 'x.version'])
    .select(sql<number>`row_number() over (order by r.observation)::int - 1`.as('place'))
    .where('x.request', '=', request);

/** Ends the requests of an area that have nothing left to be signed or prepared again. */
export async function endPassedRequests(em: EntityManager, area: string): Promise<void> {
  await db(em)
    .updateTable('work.signature_request as q')
    .set({ ended_at: now })
    .where('q.area', '=', area)
    .where('q.ended_at', 'is', null)
    .where((of) => of.or([of('q.decision', 'is not', null), isChanged]))
    .where((of) => of.not(isUnfinished))
    .execute();
}
