import { randomUUID } from 'node:crypto';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { db } from '../../database/db.ts';
import { anyText, person } from '../../database/expressions.ts';
import { isId } from '../../database/ids.ts';
import { type Actor, permit } from '../../graphql/access.ts';
import { refused } from '../../graphql/problem.ts';
import { recordEvent } from '../audit/chain.ts';
import { AreaReader } from '../countries/area.reader.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { noticesTo, READER } from '../outbox/notice.ts';
import { OutboxStore } from '../outbox/outbox.store.ts';
import { isActive } from '../users/pending.ts';
import type { Person } from '../users/person.type.ts';
import type { AssignPersonInput, AssignPersonPayload } from './returns.type.ts';

/** Assigns indicators to people: those who report for a country divide the return among themselves. */
@Injectable()
export class AssignPersonService {
  constructor(
    private readonly em: EntityManager,
    private readonly areas: AreaReader,
    private readonly change: DeskChange,
    private readonly outbox: OutboxStore,
  ) {}

  /** The people to whom indicators of a country's return can be assigned. */
  async colleagues(actor: Actor, area: string): Promise<Person[]> {
    permit(actor, 'READ_WORK', { area });
    await this.areas.get(this.em, area);
    const rows = await accountsOf(this.em, area)
      .select(person('u').$notNull().as('person'))
      .orderBy('u.name')
      .orderBy('u.id')
      .execute();
    return rows.map((row) => row.person);
  }

  /** Sends one mail for everything assigned in one step; none if a person assigns it to themselves. */
  async assign(actor: Actor, input: AssignPersonInput): Promise<AssignPersonPayload> {
    const { area, cycle } = input;
    permit(actor, 'ASSIGN_PERSON', { area });
    const { names: areaNames } = await this.areas.get(this.em, area);
    const { done, problems } = await this.change.run(actor, 'ASSIGN_PERSON', input, async (em) => {
      const indicators = [...new Set(input.indicators)];
      if (indicators.length === 0) throw refused('NOTHING_TO_ASSIGN', 'indicators');
      const reader = await this.chosen(em, area, input.person ?? null);
      const locked = await db(em)
        .selectFrom('work.assignment')
        .select(['indicator', 'person'])
        .where((eb) => eb.and({ area, cycle }))
        .where('indicator', '=', anyText(indicators))
        .orderBy('indicator')
        .forNoKeyUpdate()
        .execute();
      if (locked.length < indicators.length) throw refused('NOT_ASSIGNED', 'indicators');
      const before = locked.filter((one) => one.person !== (reader?.id ?? null));
      if (before.length === 0) return 0;
      const changed = before.map(({ indicator }) => indicator);
      await db(em)
        .updateTable('work.assignment')
        .set({ person: reader?.id ?? null })
        .where((eb) => eb.and({ area, cycle }))
        .where('indicator', '=', anyText(changed))
        .execute();
      await recordEvent(em, actor, 'ASSIGN_PERSON', `${area}-${String(cycle)}`, {
        area,
        before: { assignments: before },
        after: { person: reader?.id ?? null, indicators: changed },
      });
      if (reader !== null && reader.id !== actor.id) {
        const facts = { kind: 'ASSIGNED', area, areaNames, cycle, values: changed.length } as const;
        await this.outbox.add(
          em,
          noticesTo([reader], `assigned:${randomUUID()}`, facts),
          new Date(),
        );
      }
      return changed.length;
    });
    return { assigned: done ?? 0, problems };
  }

  private async chosen(em: EntityManager, area: string, id: string | null) {
    if (id === null) return null;
    const reader = isId(id)
      ? await accountsOf(em, area).select(READER).where('u.id', '=', id).executeTakeFirst()
      : undefined;
    if (reader === undefined) throw refused('NO_COLLEAGUE', 'person');
    return reader;
  }
}

/** The people of a country who can sign in. */
const accountsOf = (em: EntityManager, area: string) =>
  db(em).selectFrom('work.user_account as u').where('u.area', '=', area).where(isActive('u'));
