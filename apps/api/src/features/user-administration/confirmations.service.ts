import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { type ExpressionBuilder, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { db } from '../../database/db.ts';
import { instant } from '../../database/expressions.ts';
import type { Tables } from '../../database/tables.ts';
import { type Actor, permit } from '../../graphql/access.ts';
import { pickText } from '../../graphql/local-text.type.ts';
import { refused } from '../../graphql/problem.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import type { ConfirmAccountPayload, PendingAccount } from './confirmation.type.ts';
import { confirmAccount } from './confirmation.store.ts';
import { isPending, mayConfirm } from '../users/pending.ts';
import { expectUser, lockUser, refuseOwn, refuseShut } from './rights.ts';
import type { ConfirmAccountInput } from './user.input.ts';

/** The second person's part: to see and confirm what somebody did to an account that reviews, publishes or makes accounts. */
@Injectable()
export class ConfirmationsService {
  constructor(
    private readonly em: EntityManager,
    private readonly change: DeskChange,
  ) {}

  /** Accounts that wait for a confirmation, those that wait longest first. A disabled account does not wait. */
  async list(actor: Actor): Promise<PendingAccount[]> {
    permit(actor, 'READ_CONFIRMATIONS', {});
    const found = await db(this.em)
      .selectFrom('work.user_account as u')
      .innerJoin('work.user_account as me', (join) => join.on('me.id', '=', actor.id))
      .select((eb) => [
        ...(['u.id', 'u.version', 'u.name', 'u.email', 'u.role'] as const),
        jsonArrayFrom(
          eb
            .selectFrom('work.area as a')
            .select('a.names')
            .where('a.code', '=', sql<string>`any(${sql.ref('u.areas')})`)
            .orderBy('a.position'),
        ).as('areas'),
        jsonArrayFrom(
          openActs(eb)
            .innerJoin('work.user_account as b', 'b.id', 'k.asked_by')
            .select(['k.act', 'b.name as by', instant('k.asked_at').as('at')])
            .orderBy('k.asked_at')
            .orderBy('k.id'),
        ).as('acts'),
        mayConfirm(eb.ref('u.id'), 'me').as('mayConfirm'),
      ])
      .where('u.disabled_at', 'is', null)
      .where(isPending('u'))
      .orderBy((eb) => openActs(eb).select((of) => of.fn.min('k.asked_at').as('since')))
      .orderBy('u.id')
      .execute();
    return found.map((account) => ({
      ...account,
      areas: account.areas.map(({ names }) => pickText(names, actor.lang)),
    }));
  }

  /** Confirmed by somebody who does not own the account and did none of the changes to it. */
  async confirm(actor: Actor, input: ConfirmAccountInput): Promise<ConfirmAccountPayload> {
    permit(actor, 'CONFIRM_ACCOUNT', {});
    const { problems } = await this.change.run(actor, 'CONFIRM_ACCOUNT', input, async (em) => {
      const user = await lockUser(em, actor, input.user, 'CONFIRM_ACCOUNT');
      expectUser(user, input.expectedVersion);
      refuseOwn(actor, user.id, 'user');
      refuseShut(user);
      const me = await db(em)
        .selectFrom('work.user_account as me')
        .select(mayConfirm(sql.val(user.id), 'me').as('may'))
        .where('me.id', '=', actor.id)
        .executeTakeFirst();
      if (!me?.may) throw refused('CONFIRM_OWN_ACT', 'user');
      if (!user.pending) throw refused('NOT_PENDING', 'user');
      await confirmAccount(em, actor, user.id);
      return user.id;
    });
    return { accounts: await this.list(actor), problems };
  }
}

type WithUser = Tables & { u: Tables['work.user_account'] };

/** Changes to account `u` that wait for a second person. */
const openActs = (eb: ExpressionBuilder<WithUser, 'u'>) =>
  eb
    .selectFrom('work.account_confirmation as k')
    .whereRef('k.user_account', '=', 'u.id')
    .where('k.confirmed_at', 'is', null);
