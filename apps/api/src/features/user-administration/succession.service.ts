import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { successorProblem } from '@qadam/domain';
import { db } from '../../database/db.ts';
import { anyOf } from '../../database/expressions.ts';
import { type Actor, permit } from '../../graphql/access.ts';
import { refused } from '../../graphql/problem.ts';
import { recordEvent } from '../audit/chain.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { ReopeningReader } from '../observations/reopening.reader.ts';
import { ConfirmationStore } from './confirmation.store.ts';
import { endSessions } from '../users/session.store.ts';
import { UserAccount } from '../users/user-account.entity.ts';
import {
  expectUser,
  type LockedUser,
  lockPair,
  refuseErased,
  refuseOwn,
  type Rights,
  shut,
} from './rights.ts';
import type { HandOverDutiesInput } from './user.input.ts';
import { readUser } from './user.reader.ts';
import type { UserPayload } from './user.type.ts';

/**
 * Hands the work of a person who leaves to a successor: country and role, which make the duties of a return theirs, and the organisation, unless
 * the successor has one for duties of their own; the indicators assigned to the person; and the reopenings that the person was given or asked
 * for. What the person did stays under their name.
 */
@Injectable()
export class SuccessionService {
  constructor(
    private readonly em: EntityManager,
    private readonly change: DeskChange,
    private readonly reopenings: ReopeningReader,
    private readonly confirmations: ConfirmationStore,
  ) {}

  async handOver(actor: Actor, input: HandOverDutiesInput): Promise<UserPayload> {
    permit(actor, 'MANAGE_USERS', {});
    const { problems } = await this.change.run(actor, 'MANAGE_USERS', input, async (em) => {
      const [from, to] = await lockPair(em, actor, input.from, input.to);
      expectUser(from, input.expectedVersion);
      refuseErased(from);
      if (to.disabled) throw refused('USER_DISABLED', 'to');
      const wrong = successorProblem(from, to);
      if (wrong !== null) throw refused(wrong, 'to');
      if (input.disable) refuseOwn(actor, from.id, 'from');
      const rights = await this.giveRights(em, from, to);
      const reopenings = await this.giveReopenings(em, from, to);
      if (input.disable) await shut(em, from);
      await recordEvent(em, actor, 'HAND_OVER_DUTIES', `user ${from.id}`, {
        area: from.area,
        before: { person: from.id, heir: rightsOf(to) },
        after: {
          ...{ person: to.id, heir: rights, reopenings },
          disabled: input.disable || from.disabled,
        },
      });
      if (from.role !== to.role)
        await this.confirmations.askFor(em, { id: to.id, role: from.role }, 'ROLE', actor.id);
      return from.id;
    });
    return { user: await readUser(this.em, input.from, actor.lang), problems };
  }

  /** Gives the rights and the assignments; returns the rights. Only who had no duties joins the body of the person who leaves. */
  private async giveRights(em: EntityManager, from: LockedUser, to: LockedUser): Promise<Rights> {
    const { role } = from;
    const joins = to.role === 'DONOR' || to.organisation === null;
    const rights = { ...rightsOf(from), organisation: (joins ? from : to).organisation };
    await em.nativeUpdate(UserAccount, to.id, { ...rights, version: to.version + 1 });
    await db(em)
      .updateTable('work.assignment')
      .set({ person: to.id })
      .where('person', '=', from.id)
      .execute();
    // a new role takes effect with a new sign-in
    if (role !== to.role) await endSessions(em, to.id);
    return rights;
  }

  /** Hands over reopenings that are requested or open, except one that the successor requested as well. */
  private async giveReopenings(
    em: EntityManager,
    from: LockedUser,
    to: LockedUser,
  ): Promise<number> {
    const held = await this.reopenings.lock(em, 'person', from.id);
    const alive = held.flatMap(({ id, state }) =>
      state === 'WAITING' || state === 'GRANTED' ? [id] : [],
    );
    const given = await db(em)
      .updateTable('work.reopening as r')
      .set({ person: to.id })
      .where('r.id', '=', anyOf(alive))
      .where('r.decided_by', 'is distinct from', to.id)
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('work.reopening as o')
              .where('o.person', '=', to.id)
              .where('o.decision', 'is', null)
              .where('r.decision', 'is', null)
              .whereRef('o.area', '=', 'r.area')
              .whereRef('o.year', '=', 'r.year')
              .whereRef('o.indicator', '=', 'r.indicator'),
          ),
        ),
      )
      .returning('r.id')
      .execute();
    return given.length;
  }
}

const rightsOf = ({ role, area, areas, organisation }: LockedUser): Rights => ({
  ...{ role, area, areas, organisation },
});
