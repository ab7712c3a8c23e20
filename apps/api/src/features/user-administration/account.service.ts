import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { passwordProblem } from '@qadam/domain';
import { type Actor, permit } from '../../graphql/access.ts';
import { problem } from '../../graphql/problem.ts';
import type { Problem } from '../../graphql/problem.type.ts';
import { AuditService } from '../audit/audit.service.ts';
import { closeLinks, linkedBy, type Linked, spendLink } from '../users/one-time-link.ts';
import { ConfirmationStore } from './confirmation.store.ts';
import { hashPassword, verifyPassword } from '../users/passwords.ts';
import { type Attempt, SignInLimits } from '../users/sign-in-limits.ts';

type Answer = { problems: Problem[] };
const refuse = (code: string, field: string): Answer => ({ problems: [problem(code, field)] });

/** What people do with their own account: set a password by a link, change it by the old one. */
@Injectable()
export class AccountService {
  constructor(
    private readonly em: EntityManager,
    private readonly audit: AuditService,
    private readonly limits: SignInLimits,
    private readonly confirmations: ConfirmationStore,
  ) {}

  /** Guessing at links is slowed down like guessing at passwords. */
  async readInvitation(token: string, from: Attempt): Promise<Linked | null> {
    await this.limits.count(from);
    const invited = await linkedBy(this.em, 'invitation', token);
    if (invited) await this.limits.forgive(from);
    return invited;
  }

  async acceptInvitation(token: string, password: string, from: Attempt): Promise<Answer> {
    const invited = await this.readInvitation(token, from);
    if (invited === null) return refuse('INVITATION_INVALID', 'token');
    const code = passwordProblem(password, invited);
    if (code !== null) return refuse(code, 'password');
    const hash = await hashPassword(password);
    const answer = await this.em.fork().transactional(async (em) => {
      const madeBy = await spendLink(em, 'invitation', token);
      if (madeBy === null) return refuse('INVITATION_INVALID', 'token');
      const [actor] = await em.execute<(Actor & { seen: boolean })[]>(
        `update work.user_account u set password_hash = ?, version = u.version + 1
         from (select o.id, o.password_hash is null and exists (select from work.account_confirmation k
             where k.user_account = o.id) as seen
           from work.user_account o where o.id = ? for update) o
         where u.id = o.id and u.disabled_at is null
         returning u.id, u.name, u.email, u.role, u.area, u.organisation, o.seen`,
        [hash, invited.id],
      );
      if (actor === undefined) return refuse('INVITATION_INVALID', 'token');
      await em.execute('delete from work.session where user_account = ?', [actor.id]);
      await this.audit.record(em, actor, 'ACCEPT_INVITATION', `user ${actor.id}`);
      // the first password of an account is confirmed together with its invitation
      if (!actor.seen) await this.confirmations.await(em, actor, 'PASSWORD', madeBy);
      return { problems: [] };
    });
    // so that the person can sign in from this device and network however many guess elsewhere
    if (answer.problems.length === 0)
      await this.limits.remember({ ...from, account: invited.email });
    return answer;
  }

  /** All other sessions end: whoever else holds one may be why it is changed. */
  async changePassword(
    actor: Actor,
    { old, password }: { old: string; password: string },
    from: Attempt,
  ): Promise<Answer> {
    permit(actor, 'MANAGE_OWN_ACCOUNT', {});
    const attempt = { ...from, account: actor.email };
    await this.limits.count(attempt);
    const [account] = await this.em.execute<{ hash: string | null }[]>(
      'select password_hash as hash from work.user_account where id = ?',
      [actor.id],
    );
    const known = account?.hash ?? null;
    if (!(await verifyPassword(known, old))) return refuse('PASSWORD_WRONG', 'old');
    await this.limits.forgive(attempt);
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
