import { randomUUID } from 'node:crypto';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { partOf, readPart } from '@qadam/domain';
import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { db } from '../../../database/db.ts';
import { by, exists, now, partAsText, person } from '../../../database/expressions.ts';
import { holdLock } from '../../../database/locks.ts';
import { type Actor, permit } from '../../../graphql/access.ts';
import { ApiError } from '../../../graphql/api-error.ts';
import { pageOf, expectFirst, readCursor, writeCursor } from '../../../graphql/cursor.ts';
import type { Language } from '../../../graphql/enums.ts';
import type { Problem } from '../../../graphql/problem.type.ts';
import { problem, refused } from '../../../graphql/problem.ts';
import { isId } from '../../../database/ids.ts';
import { requiredText } from '../../../graphql/free-text.ts';
import { recordEvent } from '../../audit/chain.ts';
import { keepRuleHitsAgain } from '../../publication/rule-hits.store.ts';
import { DeskChange } from '../../desk-changes/desk-change.ts';
import { EditConflict } from '../../desk-changes/other-change.ts';
import { keyOf } from '../disclosure/cell-key.ts';
import { Planner, type Plans } from '../disclosure/planner.ts';
import { readPublishedCells, readPublishedPlaces } from './published-cells.reader.ts';
import { Withdrawal, WithdrawalCell } from './withdrawal.entity.ts';
import { planHash, readForPlan, type PlannedCell } from './withdrawal-plan.ts';
import type {
  DecideWithdrawalInput,
  PublishedCell,
  PublishedPlaces,
  RequestWithdrawalInput,
  WithdrawalPage,
} from './withdrawal.type.ts';

/** The sort key of the list: requests that wait first, then the newest. It is a text, so that a cursor keeps a row's place as of when it was read. */
const PLACE = sql<string>`(concat((w.state = 'REQUESTED')::int, to_char(w.requested_at at time zone 'UTC', 'YYYYMMDDHH24MISSUS'), w.id) collate "C")`;

/** The one exception to the rule that published figures stay (invariant 4): it needs two people and a reason, and leaves a tombstone and a record. */
@Injectable()
export class WithdrawalsService {
  constructor(
    private readonly em: EntityManager,
    private readonly change: DeskChange,
    private readonly planner: Planner,
  ) {}

  async page(
    actor: Actor,
    { first, after }: { first: number; after: string | null },
  ): Promise<WithdrawalPage> {
    permit(actor, 'READ_WITHDRAWALS', {});
    expectFirst(first);
    const last = readCursor('withdrawals', after);
    const found = await db(this.em)
      .selectFrom('work.withdrawal as w')
      .innerJoin('work.user_account as r', 'r.id', 'w.requested_by')
      .leftJoin('work.user_account as d', 'd.id', 'w.decided_by')
      .select((eb) => [
        PLACE.as('place'),
        ...(['w.id', 'w.indicator', 'w.area', 'w.year', 'w.reason', 'w.state'] as const),
        ...(['w.requested_at', 'w.settled_at'] as const),
        partAsText('w').as('cell'),
        person('r').$notNull().as('requestedBy'),
        person('d').as('decidedBy'),
        jsonArrayFrom(
          eb
            .selectFrom('work.withdrawal_cell as c')
            .select(['c.indicator', keyOf('c').as('key'), 'c.cover'])
            .whereRef('c.withdrawal', '=', 'w.id')
            .$call(by('c.cover', 'c.indicator', 'key')),
        ).as('gone'),
      ])
      .$if(last !== null, (query) => query.where(PLACE, '<', last))
      .orderBy('place', 'desc')
      .limit(first + 1)
      .execute();
    const { rows, next } = pageOf(found, first, ({ place }) => writeCursor('withdrawals', place));
    const waiting = rows.filter(({ state }) => state === 'REQUESTED');
    const planCells = await readForPlan(
      this.em,
      waiting.map(({ indicator, year, area, cell }) => ({
        indicator,
        year,
        key: `${area}|${cell}`,
      })),
    );
    const planned = await this.planner.attempt((plans) => Promise.resolve(planCells(plans)));
    const plans = new Map(waiting.map(({ id }, index) => [id, planned[index]]));
    const withdrawals = rows.map(({ gone, requested_at, settled_at, ...row }) => {
      const plan = plans.get(row.id);
      return {
        ...row,
        requestedAt: requested_at.toISOString(),
        decidedAt: settled_at?.toISOString() ?? null,
        cells: (plan ?? gone).map(toCell),
        planHash: plan ? planHash(plan) : null,
      };
    });
    return { withdrawals, next };
  }

  async places(actor: Actor, lang: Language): Promise<PublishedPlaces> {
    permit(actor, 'READ_WITHDRAWALS', {});
    return readPublishedPlaces(this.em, lang);
  }

  async published(actor: Actor, indicator: string, area: string): Promise<PublishedCell[]> {
    permit(actor, 'READ_WITHDRAWALS', {});
    return readPublishedCells(this.em, indicator, area);
  }

  /** Nothing public changes before a second person has confirmed. */
  async request(actor: Actor, input: RequestWithdrawalInput): Promise<Problem[]> {
    permit(actor, 'REQUEST_WITHDRAWAL', {});
    const { indicator, area, year } = input;
    const cell = { indicator, area, year, ...partOf(input) };
    const { problems } = await this.change.run(actor, 'REQUEST_WITHDRAWAL', input, async (tx) => {
      const reason = requiredText(input.reason, 'reason', 'WITHDRAWAL_REASON');
      await holdLock(tx, 'RELEASE');
      const { published, asked } = await db(tx)
        .selectNoFrom((eb) => {
          const values = eb.selectFrom('publication.value').where((eb) => eb.and(cell));
          const requests = eb.selectFrom('work.withdrawal').where((eb) => eb.and(cell));
          return [
            exists(values.where('obs_status', '<>', 'Q')).as('published'),
            exists(requests.where('state', '<>', 'REJECTED')).as('asked'),
          ];
        })
        .executeTakeFirstOrThrow();
      if (asked) throw refused('WITHDRAWAL_ASKED');
      if (!published) throw refused('NOT_PUBLISHED');
      const id = randomUUID();
      await tx.insert(Withdrawal, { id, ...cell, reason, requestedBy: actor.id });
      await recordEvent(tx, actor, 'REQUEST_WITHDRAWAL', id, {
        area,
        after: { ...cell, reason },
      });
      return id;
    });
    return problems;
  }

  async decide(actor: Actor, input: DecideWithdrawalInput): Promise<Problem[]> {
    permit(actor, 'DECIDE_WITHDRAWAL', {});
    if (!isId(input.id)) throw new ApiError('NOT_FOUND');
    const { problems } = await this.planner.attempt((plans) =>
      this.change.run(actor, 'DECIDE_WITHDRAWAL', input, (tx) =>
        this.settle(tx, actor, input, plans),
      ),
    );
    return problems;
  }

  private async settle(
    tx: EntityManager,
    actor: Actor,
    input: DecideWithdrawalInput,
    plans: Plans,
  ): Promise<string> {
    const { id, confirm, planHash: seen } = input;
    // no release may be built meanwhile: it would publish the cell again
    await holdLock(tx, 'RELEASE');
    const found = await db(tx)
      .selectFrom('work.withdrawal as w')
      .select(['state', 'requested_by', 'indicator', 'area', 'year', keyOf('w').as('key')])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (found === undefined) throw new ApiError('NOT_FOUND');
    if (found.state !== 'REQUESTED')
      throw new EditConflict(
        problem('INVALID_STATE', null, { state: found.state, event: 'DECIDE' }),
        id,
      );
    if (found.requested_by === actor.id) throw refused('SAME_PERSON');
    const [cells = null] = confirm ? (await readForPlan(tx, [found]))(plans) : [[]];
    if (cells === null) throw refused('NOT_PLANNED');
    if (confirm && planHash(cells) !== seen) throw refused('WITHDRAWAL_OUTDATED', 'planHash');
    const state = confirm ? 'CONFIRMED' : 'REJECTED';
    await db(tx)
      .updateTable('work.withdrawal')
      .set({ state, decided_by: actor.id, settled_at: now })
      .where('id', '=', id)
      .execute();
    const rows = confirm ? await carryOut(tx, id, found.year, cells) : 0;
    await recordEvent(tx, actor, 'DECIDE_WITHDRAWAL', id, {
      area: found.area,
      before: { state: 'REQUESTED' },
      after: {
        state,
        rows,
        cover: cells.flatMap(({ indicator, key, cover }) =>
          cover ? [indicator === found.indicator ? key : `${indicator} ${key}`] : [],
        ),
      },
    });
    return id;
  }
}

function toCell({ indicator, key, cover }: PlannedCell) {
  const [area = '', ...codes] = key.split('|');
  return { indicator, area, cell: codes.join('|'), cover };
}

/** Records the cells and replaces them by tombstones in every release; returns the number of rows. */
async function carryOut(
  tx: EntityManager,
  withdrawal: string,
  year: number,
  cells: readonly PlannedCell[],
): Promise<number> {
  await tx.insertMany(
    WithdrawalCell,
    cells.map(({ indicator, key, cover }) => {
      const { area, cell } = toCell({ indicator, key, cover });
      return { withdrawal, indicator, area, year, ...readPart(cell), cover };
    }),
  );
  const { rows } = await db(tx)
    .selectNoFrom((eb) => eb.fn<number>('publication.withdraw', [eb.val(withdrawal)]).as('rows'))
    .executeTakeFirstOrThrow();
  // several indicators may show the same count
  for (const indicator of new Set(cells.map((cell) => cell.indicator)))
    await keepRuleHitsAgain(tx, indicator);
  return rows;
}
