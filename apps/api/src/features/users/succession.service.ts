import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { heirProblem } from '@qadam/domain';
import { type Actor, permit } from '../../graphql/access.ts';
import { problem } from '../../graphql/problem.ts';
import { AuditService } from '../audit/audit.service.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { Refused } from '../../graphql/refused.ts';
import { ReopeningReader } from '../observations/reopening.reader.ts';
import { ConfirmationStore } from './confirmation.store.ts';
import { closeAllLinks } from './one-time-link.ts';
import { expectUser, type LockedUser, lockPair, refuseErased, refuseOwn } from './rights.ts';
import type { HandOverDutiesInput } from './user.input.ts';
import { UserReader } from './user.reader.ts';
import type { UserPayload } from './user.type.ts';

/**
 * Somebody leaves, somebody else does their work from now on: country, role and organisation, by which the duties of a return
 * are theirs, and the cells that were opened to them or that they asked for. What was done stays with who did it.
 */
@Injectable()
export class SuccessionService {
  constructor(
    private readonly em: EntityManager,
    private readonly change: DeskChange,
    private readonly users: UserReader,
    private readonly reopenings: ReopeningReader,
    private readonly audit: AuditService,
    private readonly confirmations: ConfirmationStore,
  ) {}

  async handOver(actor: Actor, input: HandOverDutiesInput): Promise<UserPayload> {
    permit(actor, 'MANAGE_USERS', {});
    const { problems } = await this.change.run(actor, 'MANAGE_USERS', input, async (em) => {
      const [from, to] = await lockPair(em, actor, input.from, input.to);
      expectUser(from, input.expectedVersion);
      refuseErased(from);
      if (to.disabled) throw new Refused(problem('USER_DISABLED', 'to'));
      const wrong = heirProblem(from, to);
      if (wrong !== null) throw new Refused(problem(wrong, 'to'));
      if (input.disable) refuseOwn(actor, from.id, 'from');
      await this.giveRights(em, from, to);
      const reopenings = await this.giveReopenings(em, from, to);
      if (input.disable) await this.shut(em, from);
      await this.audit.record(em, actor, 'HAND_OVER_DUTIES', `user ${from.id}`, {
        area: from.area,
        before: { person: from.id },
        after: { person: to.id, reopenings, disabled: input.disable || from.disabled },
      });
      if (from.role !== to.role)
        await this.confirmations.await(em, { id: to.id, role: from.role }, 'ROLE', actor.id);
      return from.id;
    });
    return { user: await this.users.one(this.em, input.from, actor.lang), problems };
  }

  private async giveRights(em: EntityManager, from: LockedUser, to: LockedUser): Promise<void> {
    await em.execute(
      `update work.user_account set role = ?, area = ?, organisation = ?, version = version + 1 where id = ?`,
      [from.role, from.area, from.organisation, to.id],
    );
    // whoever gets other rights signs in again
    if (from.role !== to.role)
      await em.execute('delete from work.session where user_account = ?', [to.id]);
  }

  /** Those that wait and those that are open; not the one that the heir asked for too. */
  private async giveReopenings(
    em: EntityManager,
    from: LockedUser,
    to: LockedUser,
  ): Promise<number> {
    const held = await this.reopenings.lock(em, 'person', from.id);
    const alive = held.flatMap(({ id, state }) =>
      state === 'WAITING' || state === 'GRANTED' ? [id] : [],
    );
    const given = await em.execute<unknown[]>(
      `update work.reopening r set person = ?
       where r.id in (select jsonb_array_elements_text(?::jsonb)::uuid) and r.decided_by is distinct from ?
         and not exists (select 1 from work.reopening o where o.person = ? and o.decision is null
           and r.decision is null and (o.area, o.year, o.indicator) = (r.area, r.year, r.indicator))
       returning r.id`,
      [to.id, JSON.stringify(alive), to.id, to.id],
    );
    return given.length;
  }

  private async shut(em: EntityManager, user: LockedUser): Promise<void> {
    await em.execute(
      `update work.user_account set disabled_at = coalesce(disabled_at, now()), version = version + 1 where id = ?`,
      [user.id],
    );
    await em.execute('delete from work.session where user_account = ?', [user.id]);
    await closeAllLinks(em, user.id);
  }
}
