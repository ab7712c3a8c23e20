import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { type Actor, permit } from '../../graphql/access.ts';
import { problem } from '../../graphql/problem.ts';
import type { Problem } from '../../graphql/problem.type.ts';
import { AuditService } from '../audit/audit.service.ts';
import { closeLinks, linkedBy, type Linked, spendLink } from './one-time-link.ts';
import { passwordProblem } from './password-problem.ts';
import { hashPassword, isPasswordLength, verifyPassword } from './passwords.ts';
import { countAttempt, forgiveAttempt } from './sign-in-delay.ts';

type Answer = { problems: Problem[] };
const refuse = (code: string, field: string): Answer => ({ problems: [problem(code, field)] });

/** What people do with their own account: set a password by a link, change it by the old one. */
@Injectable()
export class AccountService {
  constructor(
    private readonly em: EntityManager,
    private readonly audit: AuditService,
  ) {}

  /** Guessing at links is slowed down like guessing at passwords. */
  async readInvitation(token: string, address: string): Promise<Linked | null> {
    await countAttempt(this.em, address);
    const invited = await linkedBy(this.em, 'invitation', token);
    if (invited) await forgiveAttempt(this.em, address);
    return invited;
  }

  async acceptInvitation(token: string, password: string, address: string): Promise<Answer> {
    const invited = await this.readInvitation(token, address);
    if (invited === null) return refuse('INVITATION_INVALID', 'token');
    const code = passwordProblem(password, invited);
    if (code !== null) return refuse(code, 'password');
    const hash = await hashPassword(password);
    return this.em.fork().transactional(async (em) => {
      if (!(await spendLink(em, 'invitation', token))) return refuse('INVITATION_INVALID', 'token');
      const [actor] = await em.execute<Actor[]>(
        `update work.user_account set password_hash = ?, version = version + 1
         where id = ? and disabled_at is null returning id, name, email, role, area, organisation`,
        [hash, invited.id],
      );
      if (actor === undefined) return refuse('INVITATION_INVALID', 'token');
      await em.execute('delete from work.session where user_account = ?', [actor.id]);
      await this.audit.record(em, actor, 'ACCEPT_INVITATION', `user ${actor.id}`);
      return { problems: [] };
    });
  }

  /** All other sessions end: whoever else holds one may be why it is changed. */
  async changePassword(
    actor: Actor,
    { old, password }: { old: string; password: string },
    address: string,
  ): Promise<Answer> {
    permit(actor, 'MANAGE_OWN_ACCOUNT', {});
    await countAttempt(this.em, address, actor.email);
    const [account] = await this.em.execute<{ hash: string | null }[]>(
      'select password_hash as hash from work.user_account where id = ?',
      [actor.id],
    );
    const known = account?.hash ?? null;
    const isOld = isPasswordLength(old) && (await verifyPassword(known, old));
    if (!isOld) return refuse('PASSWORD_WRONG', 'old');
    await forgiveAttempt(this.em, address, actor.email);
    if (password === old) return refuse('PASSWORD_SAME', 'password');
    const code = passwordProblem(password, actor);
    if (code !== null) return refuse(code, 'password');
    const hash = await hashPassword(password);
    return this.em.fork().transactional(async (em) => {
      const changed = await em.execute<unknown[]>(
        `update work.user_account set password_hash = ?, version = version + 1
         where id = ? and password_hash = ? returning id`,
        [hash, actor.id, known],
      );
      // somebody else has just changed it: this request knows an old password only
      if (changed.length === 0) return refuse('PASSWORD_WRONG', 'old');
      await closeLinks(em, 'invitation', actor.id);
      await em.execute(
        'delete from work.session where user_account = ? and id is distinct from ?',
        [actor.id, actor.session ?? null],
      );
      await this.audit.record(em, actor, 'CHANGE_PASSWORD', `user ${actor.id}`);
      return { problems: [] };
    });
  }
}
