import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { reopeningState } from '@qadam/domain';
import { sql } from 'kysely';
import { db } from '../../database/db.ts';
import { inAreas, instant, person } from '../../database/expressions.ts';
import { preparedRows } from '../../database/prepared.ts';
import type { Language } from '../../graphql/enums.ts';
import { pickText } from '../../graphql/local-text.type.ts';
import type { CellFrame } from './cell-ref.ts';
import type { Reopening } from './reopening.type.ts';

/** The facts that decide the state of request `g`, by the clock of the database. */
const FACTS = [
  'g.decision',
  sql<boolean>`g.revoked_at is not null`.as('revoked'),
  sql<boolean>`coalesce(g.until <= now(), false)`.as('expired'),
] as const;

const reopenings = (em: EntityManager) =>
  db(em)
    .selectFrom('work.reopening as g')
    .innerJoin('work.indicator as i', 'i.code', 'g.indicator')
    .innerJoin('work.user_account as u', 'u.id', 'g.person')
    .leftJoin('work.user_account as d', 'd.id', 'g.decided_by')
    .select(['g.id', 'g.area', 'g.year', 'g.indicator', 'g.reason', 'g.note', 'i.name'])
    .select(FACTS)
    .select([
      person('u').$notNull().as('person'),
      person('d').as('decidedBy'),
      instant('g.requested_at').as('requestedAt'),
      sql<string | null>`${instant('g.until')}`.as('until'),
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof reopenings>['executeTakeFirstOrThrow']>>;

export type LockedReopening = Awaited<ReturnType<ReopeningReader['lock']>>[number];

@Injectable()
export class ReopeningReader {
  /** The indicators whose cells this person may change now by a grant. The rows are locked: a grant cannot be revoked while a save uses it. */
  async grantedTo(
    em: EntityManager,
    holder: string,
    { area, year, indicator }: CellFrame,
  ): Promise<Set<string>> {
    const rows = await db(em)
      .selectFrom('work.reopening as g')
      .select('g.indicator')
      .select(FACTS)
      .where('g.person', '=', holder)
      .where('g.area', '=', area)
      .where('g.year', '=', year)
      .$if(indicator !== null, (query) => query.where('g.indicator', '=', indicator))
      .forShare()
      .execute();
    const granted = rows.filter((row) => reopeningState(row) === 'GRANTED');
    return new Set(granted.map((row) => row.indicator));
  }

  /** The same for one year or all years, without locks. */
  async grantsOf(
    em: EntityManager,
    holder: string,
    area: string,
    year: number | null,
  ): Promise<{ year: number; indicator: string }[]> {
    const rows = await db(em)
      .selectFrom('work.reopening as g')
      .select(['g.year', 'g.indicator'])
      .select(FACTS)
      .where('g.person', '=', holder)
      .where('g.area', '=', area)
      .$if(year !== null, (query) => query.where('g.year', '=', year))
      .execute();
    return rows.filter((row) => reopeningState(row) === 'GRANTED');
  }

  /** A request, or those of a person, locked until the transaction ends. */
  async lock(em: EntityManager, by: 'id' | 'person', id: string) {
    const rows = await db(em)
      .selectFrom('work.reopening as g')
      .select(['g.id', 'g.area', 'g.person'])
      .select(FACTS)
      .where(`g.${by}`, '=', id)
      .orderBy('g.id')
      .forUpdate()
      .execute();
    return rows.map((row) => ({ ...row, state: reopeningState(row) }));
  }

  /** A person's requests for a return: the newest one for each indicator. */
  async own(
    em: EntityManager,
    holder: string,
    { area, cycle, lang }: { area: string; cycle: number; lang: Language },
  ): Promise<Map<string, Reopening>> {
    const asked = reopenings(em)
      .where('g.person', '=', holder)
      .where('g.area', '=', area)
      .where('g.year', '=', cycle)
      .orderBy('g.requested_at')
      .orderBy('g.id');
    const rows = await preparedRows(em, asked);
    return new Map(rows.map((row) => [row.indicator, localized(row, lang)]));
  }

  async byId(em: EntityManager, id: string, lang: Language): Promise<Reopening | null> {
    const row = await reopenings(em).where('g.id', '=', id).executeTakeFirst();
    return row === undefined ? null : localized(row, lang);
  }

  /** Requests that wait, are granted, or ended within a month; waiting ones first, then the newest. */
  async list(
    em: EntityManager,
    areas: readonly string[] | null,
    lang: Language,
  ): Promise<Reopening[]> {
    const rows = await reopenings(em)
      .where(inAreas('g.area', areas))
      .where(
        sql<boolean>`(g.decision is null
          or coalesce(g.revoked_at, g.until, g.decided_at) > now() - interval '30 days')`,
      )
      .orderBy(sql`g.decision is not null`)
      .orderBy('g.requested_at', 'desc')
      .orderBy('g.id')
      .limit(200)
      .execute();
    return rows.map((row) => localized(row, lang));
  }
}

function localized({ name, decision, revoked, expired, ...row }: Row, lang: Language): Reopening {
  const state = reopeningState({ decision, revoked, expired });
  return { ...row, state, indicatorName: pickText(name, lang) };
}
