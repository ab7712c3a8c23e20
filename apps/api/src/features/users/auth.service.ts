import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { isPasswordLength, verifyPassword } from './passwords.ts';
import { SessionStore } from './session.store.ts';
import { countAttempt, forgiveAttempt } from './sign-in-delay.ts';

export interface Credentials {
  email: string;
  password: string;
}

@Injectable()
export class AuthService {
  private readonly em: EntityManager;
  private readonly sessions: SessionStore;

  constructor(em: EntityManager, sessions: SessionStore) {
    this.em = em;
    this.sessions = sessions;
  }

  /** A wrong password, an unknown and a disabled account answer alike, in words and in time. */
  async signIn(
    { email, password }: Credentials,
    address: string,
  ): Promise<{ token: string; actor: Actor }> {
    const account = email.trim().toLowerCase();
    await countAttempt(this.em, address, account);
    const [known] = await this.em.execute<{ password_hash: string; actor: Actor }[]>(
      `select password_hash, jsonb_build_object('id', id, 'name', name, 'email', email, 'role', role, 'area', area,
         'organisation', organisation) as actor
       from work.user_account where email = ? and disabled_at is null`,
      [account],
    );
    const matches =
      isPasswordLength(password) && (await verifyPassword(known?.password_hash ?? null, password));
    if (!known || !matches) throw new ApiError('UNAUTHENTICATED', 'E-mail or password is wrong.');
    await forgiveAttempt(this.em, address, account);
    return { token: await this.sessions.start(known.actor.id), actor: known.actor };
  }
}
