import { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import { hasSecondFactor, readFactorCode } from '@qadam/domain';
import { SETTINGS, type Settings } from '../../../config/settings.ts';
import { ApiError } from '../../../graphql/api-error.ts';
import { recordEvent } from '../../audit/chain.ts';
import { SessionStore } from '../session.store.ts';
import { IdentityStore } from '../single-sign-on/identity.store.ts';
import { type Attempt, SignInLimits } from '../sign-in-limits.ts';
import { useAuthenticatorCode } from './authenticator.ts';
import { readFactors } from './own-factors.ts';
import { askForPasskey, usePasskey } from './passkeys.ts';
import { spendRecoveryCode } from './recovery-codes.ts';
import { type HalfSignedIn, UnfinishedSignInStore } from './unfinished-sign-in.store.ts';

/** The person who is now signed in, and the token of the session. */
export interface Finished {
  token: string;
  person: HalfSignedIn;
}

type Check = (em: EntityManager, person: HalfSignedIn) => Promise<boolean>;

/** The second step of signing in. Guessing at it is slowed down even more than guessing passwords. */
@Injectable()
export class SecondFactorService {
  constructor(
    private readonly em: EntityManager,
    private readonly unfinished: UnfinishedSignInStore,
    private readonly sessions: SessionStore,
    private readonly limits: SignInLimits,
    private readonly identities: IdentityStore,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** With the code of an app or a recovery code. null: it is wrong, or was used before. */
  giveCode(token: string | null, typed: string, from: Attempt): Promise<Finished | null> {
    const { secrets } = this.settings;
    return this.give(token, from, async (em, person) => {
      const read = readFactorCode(typed);
      if (read === null) return false;
      if (read.factor === 'TOTP') return useAuthenticatorCode(em, secrets, person.id, read.code);
      if (!(await spendRecoveryCode(em, person.id, read.code))) return false;
      const { own } = await readFactors(em, person.id);
      await recordEvent(em, person, 'USE_RECOVERY_CODE', `user ${person.id}`, {
        after: { left: own.recoveryCodes },
      });
      return true;
    });
  }

  async askForPasskey(token: string | null): Promise<PublicKeyCredentialRequestOptionsJSON> {
    const { id } = await this.personOf(token);
    return askForPasskey(this.em, this.settings.publicOrigin, id);
  }

  givePasskey(
    token: string | null,
    response: AuthenticationResponseJSON,
    from: Attempt,
  ): Promise<Finished | null> {
    return this.give(token, from, (em, { id }) =>
      usePasskey(em, this.settings.publicOrigin, id, response),
    );
  }

  /** A session, with a token of its own, for a sign-in whose last step is done. */
  async finish(em: EntityManager, token: string, person: HalfSignedIn): Promise<Finished> {
    const done = await this.unfinished.finish(em, token);
    if (done === undefined) throw new ApiError('UNAUTHENTICATED');
    const { issuer, subject } = done;
    if (issuer !== null && subject !== null)
      await this.identities.link(em, person, { issuer, subject });
    return { token: await this.sessions.start(person.id, em), person };
  }

  private async personOf(token: string | null): Promise<HalfSignedIn> {
    const person = token === null ? null : await this.unfinished.accountOf(token);
    if (person === null) throw new ApiError('UNAUTHENTICATED');
    return person;
  }

  private async give(token: string | null, from: Attempt, check: Check): Promise<Finished | null> {
    const person = await this.personOf(token);
    const attempt = { ...from, account: person.email };
    await this.limits.count({ ...attempt, step: 'FACTOR' });
    const finished = await this.em.fork().transactional(async (em) => {
      // the factor was removed meanwhile: the person must sign in again
      if (token === null || !hasSecondFactor((await readFactors(em, person.id)).own))
        throw new ApiError('UNAUTHENTICATED');
      return (await check(em, person)) ? this.finish(em, token, person) : null;
    });
    if (finished === null) return null;
    await this.limits.forgive({ ...attempt, step: 'FACTOR' });
    await this.limits.remember(attempt);
    await this.limits.remember({ ...attempt, step: 'FACTOR' });
    return finished;
  }
}
