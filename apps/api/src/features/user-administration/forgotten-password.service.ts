import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { db } from '../../database/db.ts';
import { ago } from '../../database/expressions.ts';
import { emailForms } from '../../graphql/email-address.ts';
import { log } from '../../http/log.ts';
import { AuditService } from '../audit/audit.service.ts';
import { FORGOTTEN_MINUTES } from '../users/one-time-link.ts';
import { type Attempt, SignInLimits } from '../users/sign-in-limits.ts';
import { AccountMail } from './account-mail.ts';

/** No second mail within them: the first has the same to say, and nobody can fill a mailbox. */
const MINUTES_BETWEEN = 5;

/** A link by mail for whoever forgot their password. Its owner asks for it, so it needs no second person (decision 0047). */
@Injectable()
export class ForgottenPasswordService {
  constructor(
    private readonly em: EntityManager,
    private readonly audit: AuditService,
    private readonly mail: AccountMail,
    private readonly limits: SignInLimits,
  ) {}

  /** Answers before it looks for an account: neither words nor time say whether there is one. */
  async ask(email: string, from: Attempt): Promise<void> {
    await this.limits.count({ ...from, step: 'MAIL' });
    this.send(email).catch((error: unknown) => {
      log.error({ err: error }, 'a link for a forgotten password was not made');
    });
  }

  /** Only to who has set a password before: an invitation is waiting for anybody else. */
  private async send(email: string): Promise<void> {
    const forms = emailForms(email);
    await this.em.fork().transactional(async (em) => {
      const account = await db(em)
        .selectFrom('work.user_account as u')
        .select(['u.id', 'u.area'])
        .where('u.email', 'in', forms)
        .where('u.password_hash', 'is not', null)
        .where('u.disabled_at', 'is', null)
        .orderBy((eb) => eb('u.email', '<>', forms[0]))
        .forUpdate()
        .executeTakeFirst();
      if (account === undefined) return;
      // read once the row is locked, so that of many requests at once one makes a link
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
      // who asked is not known
      await this.audit.record(em, null, 'FORGET_PASSWORD', `user ${account.id}`, {
        area: account.area,
      });
    });
  }
}
