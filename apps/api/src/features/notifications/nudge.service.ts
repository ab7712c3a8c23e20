import { randomUUID } from 'node:crypto';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { nudgeWait } from '@qadam/domain';
import { db } from '../../database/db.ts';
import { type Actor, permit } from '../../graphql/access.ts';
import { refused } from '../../graphql/problem.ts';
import { recordEvent } from '../audit/chain.ts';
import { AreaReader } from '../countries/area.reader.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { noticesTo } from '../outbox/notice.ts';
import { OutboxStore } from '../outbox/outbox.store.ts';
import { Nudge } from './announced.entity.ts';
import { readOutstanding } from './outstanding.ts';
import { reporters } from '../outbox/readers.ts';
import type { RemindReportersInput } from './notifications.input.ts';
import type { RemindReportersPayload } from './outbox.type.ts';

const MS_PER_HOUR = 3_600_000;

@Injectable()
export class NudgeService {
  constructor(
    private readonly em: EntityManager,
    private readonly change: DeskChange,
    private readonly areas: AreaReader,
    private readonly outbox: OutboxStore,
  ) {}

  /** Writes to all reporters of the area, once in 72 hours for an area and year. */
  async remind(
    actor: Actor,
    input: RemindReportersInput,
    now: Date,
  ): Promise<RemindReportersPayload> {
    permit(actor, 'REMIND_REPORTERS', { area: input.area });
    await this.areas.get(this.em, input.area);
    const { done, problems } = await this.change.run(actor, 'REMIND_REPORTERS', input, (em) =>
      this.nudge(em, actor, input, now),
    );
    return { reminded: done ?? 0, problems };
  }

  private async nudge(
    em: EntityManager,
    actor: Actor,
    { area, cycle }: RemindReportersInput,
    now: Date,
  ): Promise<number> {
    // if two officers do this at the same moment, the second waits here and is then refused
    await db(em).selectFrom('work.area').where('code', '=', area).forNoKeyUpdate().execute();
    await this.refuseTooSoon(em, area, cycle, now);
    const outstanding = (await readOutstanding(em, now)).find(
      ({ due }) => due.area === area && due.cycle === cycle,
    );
    if (outstanding === undefined) throw refused('NOTHING_OWED', 'area');
    const readers = (await reporters(em, [area])).get(area) ?? [];
    if (readers.length === 0) throw refused('NO_REPORTER', 'area');
    const id = randomUUID();
    await em.insert(Nudge, { id, area, cycle, officer: actor.id, nudgedAt: now });
    await this.outbox.add(
      em,
      noticesTo(readers, `nudge:${id}`, { kind: 'NUDGE', ...outstanding.due }),
      now,
    );
    await recordEvent(em, actor, 'REMIND_REPORTERS', `nudge ${id}`, {
      area,
      after: { cycle, reporters: readers.length },
    });
    return readers.length;
  }

  private async refuseTooSoon(
    em: EntityManager,
    area: string,
    cycle: number,
    now: Date,
  ): Promise<void> {
    const last = await em.findOne(Nudge, { area, cycle }, { orderBy: { nudgedAt: 'desc' } });
    const wait = nudgeWait(last?.nudgedAt ?? null, now);
    if (wait > 0) {
      throw refused('TOO_SOON', null, { hoursLeft: Math.ceil(wait / MS_PER_HOUR) });
    }
  }
}
