import { Inject, Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { factorsToShow, type SecondFactor, stepAfterPassword } from '@qadam/domain';
import { SETTINGS, type Settings } from '../../config/settings.ts';
import { db } from '../../database/db.ts';
import type { Actor } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { ofAddress } from './of-address.ts';
import { isPending } from './pending.ts';
import { verifyPassword } from './passwords.ts';
import { readFactors } from './second-factor/own-factors.ts';
import { UnfinishedSignInStore } from './second-factor/unfinished-sign-in.store.ts';
import { SessionStore } from './session.store.ts';
import { type Attempt, SignInLimits } from './sign-in-limits.ts';

interface Credentials {
  email: string;
  password: string;
}

/** The signed-in person, with what the browser gets to know. */
export type SignedIn = Pick<Actor, 'id' | 'email' | 'name' | 'role' | 'area' | 'areas'>;

/** The step that must follow after the right password. */
export interface NextStep {
  step: 'SHOW_FACTOR' | 'SET_UP_FACTOR';
  factors: SecondFactor[];
}

/** The token of a session, or of a sign-in that needs another step. */
export type SignInOutcome =
  { token: string; person: SignedIn; next: null } | { token: string; person: null; next: NextStep };

@Injectable()
export class AuthService {
  constructor(
    private readonly em: EntityManager,
    private readonly sessions: SessionStore,
    private readonly unfinished: UnfinishedSignInStore,
    private readonly limits: SignInLimits,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * A wrong password, an unknown and a disabled account all get the same answer after the same time. With the right password, the answer may be that
   * the account still waits for a second person, or that a second factor is needed.
   */
  async signIn(
    { email, password }: Credentials,
    from: Omit<Attempt, 'account'>,
  ): Promise<SignInOutcome> {
    const attempt = { ...from, account: email };
    await this.limits.count(attempt);
    const known = await db(this.em)
      .selectFrom('work.user_account as u')
      .select(['u.id', 'u.name', 'u.email', 'u.role', 'u.area', 'u.areas'])
      .select('u.password_hash as hash')
      .select(isPending('u').as('pending'))
      .$call(ofAddress(email))
      .where('u.disabled_at', 'is', null)
      .executeTakeFirst();
    const matches = await verifyPassword(known?.hash ?? null, password);
    if (!known || !matches) throw new ApiError('UNAUTHENTICATED', 'E-mail or password is wrong.');
    await this.limits.forgive(attempt);
    const { id, name, role, area, areas } = known;
    const { own } = await readFactors(this.em, id);
    const step = stepAfterPassword(role, own, this.settings.demo);
    // a device counts as known once somebody has signed in on it; knowing the password is not enough
    if (step === 'NOTHING') await this.limits.remember(attempt);
    if (known.pending) throw new ApiError('PENDING_CONFIRMATION');
    if (step !== 'NOTHING') {
      const token = await this.unfinished.start(id);
      return { token, person: null, next: { step, factors: factorsToShow(own) } };
    }
    const token = await this.sessions.start(id);
    return { token, person: { id, email: known.email, name, role, area, areas }, next: null };
  }
}
