import type { EntityManager } from '@mikro-orm/postgresql';
import { agreementState } from '@qadam/domain';
import { sql } from 'kysely';
import { jsonBuildObject } from 'kysely/helpers/postgres';
import { valuesInWork } from '../../database/cells.ts';
import { db } from '../../database/db.ts';
import { exists, inAreas, instant, now, person, rowsAs } from '../../database/expressions.ts';
import { bodyOf } from '../../database/reporting-body.ts';
import type { Language } from '../../graphql/enums.ts';
import { pickText, type Texts } from '../../graphql/local-text.type.ts';
import { dayIn } from '../cycles/calendar.ts';
import type { AgreementDesk, WaitingForAgreement } from './agreement.type.ts';

/** The terms of all agreements, which decide what a release may contain. `today`: the day in the country's own time zone. */
const agreements = (em: EntityManager, at = now) =>
  db(em)
    .selectFrom('work.agreement as g')
    .innerJoin('work.area as a', 'a.code', 'g.area')
    .select(['g.organisation', 'g.area', 'g.indicators'])
    .select(['g.signed_on as signedOn', 'g.valid_until as validUntil', dayIn('a', at).as('today')])
    .select(sql<boolean>`g.settled_at is not null`.as('ended'));

interface OpenedBody {
  organisation: string;
  area: string;
  /** Null: all indicators. */
  indicator: string | null;
}

/** Bodies whose figures below national level may be published now, or at another instant (ISO 8601) by the agreements that are on record then. */
export async function openedBodies(em: EntityManager, at?: string): Promise<OpenedBody[]> {
  const then = at === undefined ? now : sql<Date>`${at}::timestamptz`;
  const all = await agreements(em, then).where('g.recorded_at', '<=', then).execute();
  return all
    .filter((one) => agreementState(one, one.today) === 'IN_FORCE')
    .flatMap(({ organisation, area, indicators }) =>
      (indicators ?? [null]).map((indicator) => ({ organisation, area, indicator })),
    );
}

/** The agreements of some areas, or of all, with what the desk needs to record new ones. */
export async function readAgreementDesk(
  em: EntityManager,
  lang: Language,
  areas: readonly string[] | null,
): Promise<AgreementDesk> {
  const named = <T extends { names: Texts }>({ names, ...rest }: T) => ({
    ...rest,
    name: pickText(names, lang),
  });
  const onRecord = await agreements(em)
    .innerJoin('work.organisation as o', 'o.id', 'g.organisation')
    .innerJoin('work.evidence as e', 'e.id', 'g.document')
    .innerJoin('work.user_account as p', 'p.id', 'g.recorded_by')
    .leftJoin('work.user_account as q', 'q.id', 'g.ended_by')
    .select(['g.id', 'o.names', 'g.note', 'g.ended_reason as endedReason'])
    .select([person('p').$notNull().as('recordedBy'), person('q').as('endedBy')])
    .select((eb) => [
      instant('g.recorded_at').as('recordedAt'),
      sql<string | null>`${instant('g.settled_at')}`.as('endedAt'),
      jsonBuildObject({
        id: eb.ref('e.id'),
        area: eb.ref('e.area'),
        title: eb.ref('e.title'),
        url: eb.ref('e.url'),
      }).as('document'),
    ])
    .where(inAreas('g.area', areas))
    .orderBy('a.position')
    .orderBy('g.recorded_at', 'desc')
    .execute();
  const bodies = await db(em)
    .selectFrom('work.organisation as o')
    .innerJoin('work.area as a', 'a.code', 'o.area')
    .select(['o.id', 'a.code as area', 'o.names'])
    .where(inAreas('o.area', areas))
    .orderBy('a.position')
    .orderBy('o.code')
    .execute();
  const documents = await db(em)
    .selectFrom('work.evidence')
    .select(['id', 'area', 'title', 'url'])
    .where(inAreas('area', areas))
    .orderBy('area')
    .orderBy('added_at', 'desc')
    .limit(500)
    .execute();
  const indicators = await regionalIndicators(em).execute();
  return {
    agreements: onRecord.map(({ names, organisation, area, today, ended, ...rest }) => ({
      ...rest,
      body: named({ id: organisation, area, names }),
      state: agreementState({ ...rest, ended }, today),
    })),
    waiting: await readWaiting(em, lang, areas),
    bodies: bodies.map(named),
    documents,
    indicators: indicators.map(named),
  };
}

/** The indicators reported by region, in the order of the framework. */
export const regionalIndicators = (em: EntityManager) =>
  db(em)
    .selectFrom('work.indicator')
    .select(['code', 'name as names'])
    .where(sql<boolean>`'region' = any(breakdowns)`)
    .orderBy('position');

/** Approved figures below national level that no agreement in force covers. */
export async function readWaiting(
  em: EntityManager,
  lang: Language,
  areas: readonly string[] | null = null,
): Promise<WaitingForAgreement[]> {
  const columns = { organisation: 'uuid', area: 'text', indicator: 'text' } as const;
  const opened = rowsAs('g', columns, await openedBodies(em));
  const rows = await db(em)
    .with('w', (q) =>
      q
        .selectFrom(valuesInWork(areas).as('o'))
        .innerJoin('work.revision as r', 'r.id', 'o.current_revision')
        .select(['o.indicator', 'o.area', 'o.year', bodyOf('o', 'o.current_revision').as('body')])
        .where('o.region', '<>', '_T')
        .where('o.state', '=', 'APPROVED')
        .where('o.sample', '=', false)
        .where('r.via', '<>', 'SOURCE_IMPORT'),
    )
    .selectFrom('w')
    .leftJoin('work.organisation as o', 'o.id', 'w.body')
    .select(({ fn }) => ['w.indicator', 'w.area', 'w.year', fn.countAll<number>().as('values')])
    .select(['o.id', 'o.area as bodyArea', 'o.names'])
    .where((eb) =>
      eb.not(
        exists(
          eb
            .selectFrom(opened)
            .select('g.area')
            .whereRef('g.area', '=', 'w.area')
            .whereRef('g.organisation', '=', 'w.body')
            .where((g) =>
              g.or([g('g.indicator', 'is', null), g('g.indicator', '=', g.ref('w.indicator'))]),
            ),
        ),
      ),
    )
    .groupBy(['w.indicator', 'w.area', 'w.year', 'o.id'])
    .orderBy('w.area')
    .orderBy('w.indicator')
    .orderBy('w.year')
    .execute();
  return rows.map(({ id, bodyArea, names, ...rest }) => ({
    ...rest,
    body:
      id === null || names === null
        ? null
        : { id, area: bodyArea ?? rest.area, name: pickText(names, lang) },
  }));
}
