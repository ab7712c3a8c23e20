import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { db } from '../../database/db.ts';
import { ago } from '../../database/expressions.ts';
import { log } from '../../http/log.ts';
import { recordEvent } from '../audit/chain.ts';
import { ofAddress } from '../users/of-address.ts';
import { FORGOTTEN_MINUTES } from '../users/one-time-link.ts';
import { type Attempt, SignInLimits } from '../users/sign-in-limits.ts';
import { AccountMail } from './account-mail.ts';

/** No second mail is sent within this time: it would say the same as the first, and nobody shall be able to flood a mailbox. */
const MINUTES_BETWEEN = 5;

/** Sends a link to somebody who forgot their password. The owner of the account asks for it, so it needs no second person (decision 0047). */
@Injectable()
export class ForgottenPasswordService {
  constructor(
    private readonly em: EntityManager,
    private readonly mail: AccountMail,
    private readonly limits: SignInLimits,
  ) {}

  /** Returns before it looks for an account: neither the answer nor its time shows whether there is one. */
  async ask(email: string, from: Attempt): Promise<void> {
    await this.limits.count({ ...from, step: 'MAIL' });
    this.send(email).catch((error: unknown) => {
      log.error({ err: error }, 'a link for a forgotten password was not made');
    });
  }

  /** Sends a link only if a password was set before: anybody else still has an invitation to accept. */
  private async send(email: string): Promise<void> {
    await this.em.fork().transactional(async (em) => {
      const account = await db(em)
        .selectFrom('work.user_account as u')
        .select(['u.id', 'u.area'])
        .$call(ofAddress(email))
        .where('u.password_hash', 'is not', null)
        .where('u.disabled_at', 'is', null)
        .forUpdate()
        .executeTakeFirst();
      if (account === undefined) return;
      // read after the row is locked, so that of many simultaneous requests only one makes a link
      const recent = await db(em)
        .selectFrom('work.invitation')
        .select('id')
        .where('user_account', '=', account.id)
        .where('created_by', '=', account.id)
        .where('created_at', '>', ago(`${String(MINUTES_BETWEEN)} minutes`))
        .executeTakeFirst();
      if (recent !== undefined) return;
      const link = { user: account.id, createdBy: account.id, minutes: FORGOTTEN_MINUTES };
      await this.mail.sendLink(em, 'PASSWORD_FORGOTTEN', link);
      // nobody is signed in, so the event has no actor
      await recordEvent(em, null, 'FORGET_PASSWORD', `user ${account.id}`, {
        area: account.area,
      });
    });
  }
}
