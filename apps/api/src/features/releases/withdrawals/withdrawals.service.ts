import { partOf } from '@qadam/domain';
import { randomUUID } from 'node:crypto';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { CELL_COLUMNS, cellColumns, partAsText } from '../../../database/cell-columns.ts';
import { holdLock } from '../../../database/locks.ts';
import { type Actor, permit } from '../../../graphql/access.ts';
import { ApiError } from '../../../graphql/api-error.ts';
import { cut, expectFirst, readCursor, writeCursor } from '../../../graphql/cursor.ts';
import type { Language } from '../../../graphql/enums.ts';
import type { Problem } from '../../../graphql/problem.type.ts';
import { problem } from '../../../graphql/problem.ts';
import { AuditService } from '../../audit/audit.service.ts';
import { keepRuleHitsAgain } from '../../publication/rule-hits.store.ts';
import { DeskChange } from '../../desk-changes/desk-change.ts';
import { Overtaken } from '../../desk-changes/meanwhile.ts';
import { Refused } from '../../../graphql/refused.ts';
import { isId } from '../../../database/ids.ts';
import { instant, person } from '../../../database/sql-text.ts';
import { requiredText } from '../../../graphql/free-text.ts';
import { KEY_OF } from '../disclosure/cell-key.ts';
import { readPublishedCells, readPublishedPlaces } from './published-cells.reader.ts';
import { Planner, type Plans } from '../disclosure/planner.ts';
import { planHash, readForPlan, type PlannedCell } from './withdrawal-plan.ts';
import type {
  DecideWithdrawalInput,
  PublishedCell,
  PublishedPlaces,
  RequestWithdrawalInput,
  Withdrawal,
  WithdrawalPage,
} from './withdrawal.type.ts';

interface Found {
  state: string;
  requester: string;
  indicator: string;
  area: string;
  year: number;
  key: string;
}

type Row = Omit<Withdrawal, 'cells' | 'planHash'> & { gone: PlannedCell[]; place: string };

const CELL = cellColumns();
const EACH = CELL_COLUMNS.map(() => '?').join(', ');
/** In the list: what waits first, then the newest. A text, so that a cursor keeps the place where its row was when it was read. */
const PLACE = `(concat((w.state = 'REQUESTED')::int, to_char(w.requested_at at time zone 'UTC', 'YYYYMMDDHH24MISSUS'), w.id) collate "C")`;

/** The one exception to what is published stays (invariant 4): two people, a reason, a tombstone, a record. */
@Injectable()
export class WithdrawalsService {
  constructor(
    private readonly em: EntityManager,
    private readonly change: DeskChange,
    private readonly audit: AuditService,
    private readonly planner: Planner,
  ) {}

  async page(
    actor: Actor,
    { first, after }: { first: number; after: string | null },
  ): Promise<WithdrawalPage> {
    permit(actor, 'READ_WITHDRAWALS', {});
    expectFirst(first);
    const last = readCursor('withdrawals', after);
    const found = await this.em.execute<Row[]>(
      `select ${PLACE} as place, w.id, w.indicator, w.area, w.year, ${partAsText('w')} as cell,
         w.reason, w.state, ${person('r')} as "requestedBy", ${instant('w.requested_at')} as "requestedAt", ${person('d')} as "decidedBy",
         ${instant('w.settled_at')} as "decidedAt",
         coalesce((select jsonb_agg(jsonb_build_object('indicator', c.indicator, 'key', ${KEY_OF('c')}, 'cover', c.cover)
           order by c.cover, c.indicator, ${KEY_OF('c')})
           from work.withdrawal_cell c where c.withdrawal = w.id), '[]') as gone
       from work.withdrawal w join work.user_account r on r.id = w.requested_by left join work.user_account d on d.id = w.decided_by
       where ?::text is null or ${PLACE} < ?
       order by place desc limit ?`,
      [last, last, first + 1],
    );
    const { rows, next } = cut(found, first, ({ place }) => writeCursor('withdrawals', place));
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
    const withdrawals = rows.map(({ gone, ...row }) => {
      const plan = plans.get(row.id);
      return { ...row, cells: (plan ?? gone).map(toCell), planHash: plan ? planHash(plan) : null };
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

  /** Nothing changes in public before a second person has confirmed. */
  async request(actor: Actor, input: RequestWithdrawalInput): Promise<Problem[]> {
    permit(actor, 'REQUEST_WITHDRAWAL', {});
    const { indicator, area, year } = input;
    const cell = { indicator, area, year, ...partOf(input) };
    const key = CELL_COLUMNS.map((column) => cell[column]);
    const { problems } = await this.change.run(actor, 'REQUEST_WITHDRAWAL', input, async (tx) => {
      const reason = requiredText(input.reason, 'reason', 'WITHDRAWAL_REASON');
      await holdLock(tx, 'RELEASE');
      const [found] = await tx.execute<{ published: boolean; asked: boolean }[]>(
        `select exists (select 1 from publication.value where (${CELL}) = (${EACH}) and obs_status <> 'Q') as published,
           exists (select 1 from work.withdrawal where (${CELL}) = (${EACH}) and state <> 'REJECTED') as asked`,
        [...key, ...key],
      );
      if (found?.asked === true) throw new Refused(problem('WITHDRAWAL_ASKED'));
      if (found?.published !== true) throw new Refused(problem('NOT_PUBLISHED'));
      const id = randomUUID();
      await tx.execute(
        `insert into work.withdrawal (id, ${CELL}, reason, requested_by) values (?, ${EACH}, ?, ?)`,
        [id, ...key, reason, actor.id],
      );
      await this.audit.record(tx, actor, 'REQUEST_WITHDRAWAL', id, {
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
    // no release is built meanwhile: it would publish the cell anew
    await holdLock(tx, 'RELEASE');
    const [found] = await tx.execute<Found[]>(
      `select state, requested_by as requester, indicator, area, year, ${KEY_OF('w')} as key
       from work.withdrawal w where id = ? for update`,
      [id],
    );
    if (found === undefined) throw new ApiError('NOT_FOUND');
    if (found.state !== 'REQUESTED')
      throw new Overtaken(
        problem('INVALID_STATE', null, { state: found.state, event: 'DECIDE' }),
        id,
      );
    if (found.requester === actor.id) throw new Refused(problem('SAME_PERSON'));
    const [cells = null] = confirm ? (await readForPlan(tx, [found]))(plans) : [[]];
    if (cells === null) throw new Refused(problem('NOT_PLANNED'));
    if (confirm && planHash(cells) !== seen)
      throw new Refused(problem('WITHDRAWAL_OUTDATED', 'planHash'));
    const state = confirm ? 'CONFIRMED' : 'REJECTED';
    await tx.execute(
      `update work.withdrawal set state = ?, decided_by = ?, settled_at = now() where id = ?`,
      [state, actor.id, id],
    );
    const rows = confirm ? await carryOut(tx, id, found, cells) : 0;
    await this.audit.record(tx, actor, 'DECIDE_WITHDRAWAL', id, {
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

/** Puts the cells on record and replaces them by tombstones in every release; answers how many rows. */
async function carryOut(
  tx: EntityManager,
  id: string,
  { year }: Found,
  cells: readonly PlannedCell[],
): Promise<number> {
  await tx.execute(
    `insert into work.withdrawal_cell (withdrawal, ${CELL}, cover)
     select ?, indicator, split_part(key, '|', 1), ?, split_part(key, '|', 2), split_part(key, '|', 3), split_part(key, '|', 4),
       split_part(key, '|', 5), split_part(key, '|', 6), cover
     from jsonb_to_recordset(?::jsonb) as x (indicator text, key text, cover boolean)`,
    [id, year, JSON.stringify(cells)],
  );
  const [done] = await tx.execute<{ rows: number }[]>(`select publication.withdraw(?) as rows`, [
    id,
  ]);
  // the same count may stand in several indicators
  for (const indicator of new Set(cells.map((cell) => cell.indicator)))
    await keepRuleHitsAgain(tx, indicator);
  return done?.rows ?? 0;
}
