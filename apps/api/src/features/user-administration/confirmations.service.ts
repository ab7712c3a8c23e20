import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { instant } from '../../database/sql-text.ts';
import { type Actor, permit } from '../../graphql/access.ts';
import { problem } from '../../graphql/problem.ts';
import { Refused } from '../../graphql/refused.ts';
import { AuditService } from '../audit/audit.service.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import type { ConfirmAccountPayload, PendingAccount } from './confirmation.type.ts';
import { confirmAccount } from './confirm-account.ts';
import { isPending, mayConfirm } from '../users/pending.ts';
import { expectUser, lockUser, refuseOwn, refuseShut } from './rights.ts';
import type { ConfirmAccountInput } from './user.input.ts';

/** The second person: looks at what another did to an account that reviews, publishes or makes accounts. */
@Injectable()
export class ConfirmationsService {
  constructor(
    private readonly em: EntityManager,
    private readonly change: DeskChange,
    private readonly audit: AuditService,
  ) {}

  /** Those that wait, the longest first. A disabled one waits for nothing. */
  async list(actor: Actor): Promise<PendingAccount[]> {
    permit(actor, 'READ_CONFIRMATIONS', {});
    return this.em.execute<PendingAccount[]>(
      `select u.id, u.version, u.name, u.email, u.role, a.acts, ${mayConfirm('u.id', 'me')} as "mayConfirm"
       from work.user_account u join work.user_account me on me.id = ?
       cross join lateral (
         select json_agg(json_build_object('act', k.act, 'by', b.name, 'at', ${instant('k.asked_at')})
             order by k.asked_at, k.id) as acts, min(k.asked_at) as since
         from work.account_confirmation k join work.user_account b on b.id = k.asked_by
         where k.user_account = u.id and k.confirmed_at is null) a
       where u.disabled_at is null and ${isPending('u')} order by a.since, u.id`,
      [actor.id],
    );
  }

  /** By somebody who did none of it to this account, ever, and who is not its person. */
  async confirm(actor: Actor, input: ConfirmAccountInput): Promise<ConfirmAccountPayload> {
    permit(actor, 'CONFIRM_ACCOUNT', {});
    const { problems } = await this.change.run(actor, 'CONFIRM_ACCOUNT', input, async (em) => {
      const user = await lockUser(em, actor, input.user, 'CONFIRM_ACCOUNT');
      expectUser(user, input.expectedVersion);
      refuseOwn(actor, user.id, 'user');
      refuseShut(user);
      const [me] = await em.execute<{ may: boolean }[]>(
        `select ${mayConfirm('?::uuid', 'me')} as may from work.user_account me where me.id = ?`,
        [user.id, user.id, actor.id],
      );
      if (!me?.may) throw new Refused(problem('CONFIRM_OWN_ACT', 'user'));
      if (!user.pending) throw new Refused(problem('NOT_PENDING', 'user'));
      await confirmAccount(em, this.audit, actor, user.id);
      return user.id;
    });
    return { accounts: await this.list(actor), problems };
  }
}
