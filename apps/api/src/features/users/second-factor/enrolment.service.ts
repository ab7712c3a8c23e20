import { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import type {
  PublicKeyCredentialCreationOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { hasSecondFactor, mayRemoveFactor, needsSecondFactor } from '@qadam/domain';
import { SETTINGS, type Settings } from '../../../config/settings.ts';
import { db } from '../../../database/db.ts';
import { isId } from '../../../database/ids.ts';
import { type Actor, permit } from '../../../graphql/access.ts';
import { ApiError } from '../../../graphql/api-error.ts';
import { requiredText } from '../../../graphql/free-text.ts';
import { problemsOf, refused } from '../../../graphql/problem.ts';
import type { Problem } from '../../../graphql/problem.type.ts';
import { recordEvent } from '../../audit/chain.ts';
import { SessionStore } from '../session.store.ts';
import { type AuthenticatorOffer, offerAuthenticator, takeAuthenticator } from './authenticator.ts';
import { dropFactors, lockFactors, type OwnPasskey, readFactors } from './own-factors.ts';
import { addPasskey, askForNewPasskey } from './passkeys.ts';
import { makeRecoveryCodes } from './recovery-codes.ts';
import { type Finished, SecondFactorService } from './second-factor.service.ts';
import { type HalfSignedIn, UnfinishedSignInStore } from './unfinished-sign-in.store.ts';

/** Somebody who sets up a second factor: either just signed in, or still signing in because their role must have one. */
export type Enrolling =
  { by: 'SESSION'; person: Actor } | { by: 'SIGN_IN'; person: HalfSignedIn; token: string };

export interface OwnSecondFactor {
  authenticatorSince: string | null;
  passkeys: OwnPasskey[];
  recoveryCodes: number;
  /** Must the person have a second factor? */
  needed: boolean;
  /** Did the person sign in a short time ago, so that they may change their factors? */
  fresh: boolean;
}

export interface Enrolled {
  problems: Problem[];
  /** Only with the first factor: shown now and never again. */
  recoveryCodes: string[] | null;
  /** The finished sign-in, if one was waiting for the factor. */
  finished: Finished | null;
}

export type Removal = { kind: 'TOTP' } | { kind: 'PASSKEY'; id: string };

const MAX_PASSKEYS = 10;

/** What people do with their own second factor. */
@Injectable()
export class EnrolmentService {
  constructor(
    private readonly em: EntityManager,
    private readonly unfinished: UnfinishedSignInStore,
    private readonly sessions: SessionStore,
    private readonly signIns: SecondFactorService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async read(actor: Actor): Promise<OwnSecondFactor> {
    permit(actor, 'READ_OWN_ACCOUNT', {});
    const { own, authenticatorSince, passkeys } = await readFactors(this.em, actor.id);
    return {
      authenticatorSince,
      passkeys,
      recoveryCodes: own.recoveryCodes,
      needed: needsSecondFactor(actor.role, this.settings.demo),
      fresh: await this.sessions.isFresh(actor.session),
    };
  }

  /** Only a person who has just signed in may change the ways into their account: the session could be one that was left open. */
  async bySession(actor: Actor): Promise<Enrolling> {
    permit(actor, 'MANAGE_OWN_ACCOUNT', {});
    if (!(await this.sessions.isFresh(actor.session))) throw new ApiError('SIGN_IN_AGAIN');
    return { by: 'SESSION', person: actor };
  }

  /** The person of a sign-in that needs a first factor. Null if there is no such sign-in: whoever already has a factor must show it. */
  async bySignIn(token: string): Promise<Enrolling | null> {
    const person = await this.unfinished.accountOf(token);
    if (person === null) return null;
    const { own } = await readFactors(this.em, person.id);
    return hasSecondFactor(own) ? null : { by: 'SIGN_IN', person, token };
  }

  offerAuthenticator({ person }: Enrolling): AuthenticatorOffer {
    return offerAuthenticator(this.settings.secrets, person);
  }

  takeAuthenticator(who: Enrolling, given: { offer: string; code: string }): Promise<Enrolled> {
    return this.add(who, 'TOTP', async (em) => {
      const code = given.code.replace(/\s/g, '');
      const problem = await takeAuthenticator(em, this.settings.secrets, who.person.id, {
        ...given,
        code,
      });
      if (problem !== null) throw refused(problem, 'code');
    });
  }

  async askForPasskey({ person }: Enrolling): Promise<PublicKeyCredentialCreationOptionsJSON> {
    return askForNewPasskey(this.em, this.settings.publicOrigin, person);
  }

  addPasskey(
    who: Enrolling,
    given: { name: string; response: RegistrationResponseJSON },
  ): Promise<Enrolled> {
    return this.add(who, 'PASSKEY', async (em, { passkeys }) => {
      const name = requiredText(given.name, 'name', 'NAME_REQUIRED').slice(0, 80);
      if (passkeys >= MAX_PASSKEYS) throw refused('PASSKEYS_MANY', 'name', { max: MAX_PASSKEYS });
      const { response } = given;
      const { publicOrigin } = this.settings;
      if (!(await addPasskey(em, publicOrigin, who.person.id, { name, response })))
        throw refused('PASSKEY_INVALID', 'response');
    });
  }

  /** The last factor of somebody who must have one cannot be removed. With the last factor the recovery codes are deleted. */
  async remove({ person }: Enrolling, removal: Removal): Promise<{ problems: Problem[] }> {
    const problems = await problemsOf(() =>
      this.em.fork().transactional(async (em) => {
        const own = await lockFactors(em, person.id);
        if (!mayRemoveFactor(person.role, own, this.settings.demo))
          throw refused('SECOND_FACTOR_NEEDED', 'factor');
        const removed =
          removal.kind === 'TOTP'
            ? db(em).deleteFrom('work.authenticator').where('user_account', '=', person.id)
            : db(em)
                .deleteFrom('work.passkey')
                .where('user_account', '=', person.id)
                .where('id', '=', isId(removal.id) ? removal.id : null);
        const { numDeletedRows } = await removed.executeTakeFirstOrThrow();
        if (numDeletedRows === 0n) throw refused('FACTOR_UNKNOWN', 'factor');
        if (!hasSecondFactor((await readFactors(em, person.id)).own))
          await dropFactors(em, person.id);
        await recordEvent(em, person, 'REMOVE_SECOND_FACTOR', `user ${person.id}`, {
          before: { factor: removal.kind },
        });
      }),
    );
    return { problems };
  }

  /** Makes new codes; the old ones no longer work. */
  async renewRecoveryCodes({ person }: Enrolling): Promise<Omit<Enrolled, 'finished'>> {
    let recoveryCodes: string[] | null = null;
    const problems = await problemsOf(() =>
      this.em.fork().transactional(async (em) => {
        if (!hasSecondFactor(await lockFactors(em, person.id)))
          throw refused('FACTOR_UNKNOWN', 'factor');
        recoveryCodes = await makeRecoveryCodes(em, person.id);
        await recordEvent(em, person, 'RENEW_RECOVERY_CODES', `user ${person.id}`);
      }),
    );
    return { problems, recoveryCodes };
  }

  private async add(
    who: Enrolling,
    factor: 'TOTP' | 'PASSKEY',
    work: (em: EntityManager, own: { passkeys: number }) => Promise<void>,
  ): Promise<Enrolled> {
    const { person } = who;
    let recoveryCodes: string[] | null = null;
    let finished: Finished | null = null;
    const problems = await problemsOf(() =>
      this.em.fork().transactional(async (em) => {
        const before = await lockFactors(em, person.id);
        const isFirst = !hasSecondFactor(before);
        // if two set up the first factor at once with the same password, the second must show what the first has set up
        if (who.by === 'SIGN_IN' && !isFirst) throw new ApiError('UNAUTHENTICATED');
        await work(em, before);
        if (isFirst) recoveryCodes = await makeRecoveryCodes(em, person.id);
        await recordEvent(em, person, 'ADD_SECOND_FACTOR', `user ${person.id}`, {
          after: { factor },
        });
        if (who.by === 'SIGN_IN') finished = await this.signIns.finish(em, who.token, who.person);
      }),
    );
    return { problems, recoveryCodes, finished };
  }
}
