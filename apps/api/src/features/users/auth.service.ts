import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { emailForms } from '../../graphql/email-address.ts';
import { isPending } from './pending.ts';
import { verifyPassword } from './passwords.ts';
import { SessionStore } from './session.store.ts';
import { type Attempt, SignInLimits } from './sign-in-limits.ts';

export interface Credentials {
  email: string;
  password: string;
}

interface Known {
  hash: string | null;
  pending: boolean;
  actor: Actor;
}

@Injectable()
export class AuthService {
  constructor(
    private readonly em: EntityManager,
    private readonly sessions: SessionStore,
    private readonly limits: SignInLimits,
  ) {}

  /**
   * A wrong password, an unknown and a disabled account answer alike, in words and in time. Whoever knows the password is told
   * that the account still waits for a second person.
   */
  async signIn(
    { email, password }: Credentials,
    from: Omit<Attempt, 'account'>,
  ): Promise<{ token: string; actor: Actor }> {
    const attempt = { ...from, account: email };
    await this.limits.count(attempt);
    const forms = emailForms(email);
    const [known] = await this.em.execute<Known[]>(
      `select u.password_hash as hash, ${isPending('u')} as pending,
         jsonb_build_object('id', u.id, 'name', u.name, 'email', u.email, 'role', u.role, 'area', u.area,
           'organisation', u.organisation) as actor
       from work.user_account u where u.email in (?) and u.disabled_at is null order by u.email <> ?`,
      [forms, forms[0]],
    );
    const matches = await verifyPassword(known?.hash ?? null, password);
    if (!known || !matches) throw new ApiError('UNAUTHENTICATED', 'E-mail or password is wrong.');
    await this.limits.forgive(attempt);
    await this.limits.remember(attempt);
    if (known.pending) throw new ApiError('PENDING_CONFIRMATION');
    return { token: await this.sessions.start(known.actor.id), actor: known.actor };
  }
}
