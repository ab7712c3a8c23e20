import { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { hasSecondFactor, stepAfterProvider } from '@qadam/domain';
import { SETTINGS, type Settings } from '../../../config/settings.ts';
import { db } from '../../../database/db.ts';
import { ofAddress } from '../of-address.ts';
import { isPending } from '../pending.ts';
import { readFactors } from '../second-factor/own-factors.ts';
import { UnfinishedSignInStore } from '../second-factor/unfinished-sign-in.store.ts';
import { ACTOR, SessionStore } from '../session.store.ts';
import { IdentityStore } from './identity.store.ts';
import { type ProviderAnswer, SignOnProvider } from './provider.ts';

export type SignOnOutcome =
  | { kind: 'SESSION' | 'NEXT_STEP'; token: string }
  | { kind: 'NO_ACCOUNT' | 'PENDING'; token: null };

/** Signing in through an organisation's provider. The provider says who a person is; what they may do depends on the account alone. */
@Injectable()
export class SingleSignOnService {
  constructor(
    private readonly em: EntityManager,
    private readonly provider: SignOnProvider,
    private readonly identities: IdentityStore,
    private readonly sessions: SessionStore,
    private readonly unfinished: UnfinishedSignInStore,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async signIn(
    path: string,
    journey: Parameters<SignOnProvider['finish']>[1],
  ): Promise<SignOnOutcome> {
    const answer = await this.provider.finish(path, journey);
    const linked = await this.linkedTo(answer);
    const account = linked ?? (await this.namedBy(answer));
    if (account === undefined) return { kind: 'NO_ACCOUNT', token: null };
    if (account.pending) return { kind: 'PENDING', token: null };
    const { own } = await readFactors(this.em, account.id);
    // before the identity is linked, the person must show the factor they have here, whatever the provider says
    const amr = linked === undefined && hasSecondFactor(own) ? null : answer.amr;
    const step = stepAfterProvider(amr, account.role, own, this.settings.demo);
    const identity = linked === undefined ? answer : null;
    if (step !== 'NOTHING')
      return { kind: 'NEXT_STEP', token: await this.unfinished.start(account.id, identity) };
    const token = await this.em.fork().transactional(async (em) => {
      if (identity !== null) await this.identities.link(em, account, identity);
      return this.sessions.start(account.id, em);
    });
    return { kind: 'SESSION', token };
  }

  private accounts() {
    return db(this.em)
      .selectFrom('work.user_account as u')
      .select([...ACTOR, isPending('u').as('pending')])
      .where('u.disabled_at', 'is', null);
  }

  private linkedTo({ issuer, subject }: ProviderAnswer) {
    return this.accounts()
      .innerJoin('work.external_identity as x', 'x.user_account', 'u.id')
      .where('x.issuer', '=', issuer)
      .where('x.subject', '=', subject)
      .executeTakeFirst();
  }

  /** The account with the verified address, if no other person of the provider is linked with it. */
  private async namedBy({ issuer, verifiedEmail }: ProviderAnswer) {
    const email = await verifiedEmail();
    if (email === null) return undefined;
    return this.accounts()
      .$call(ofAddress(email))
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('work.external_identity as x')
              .select('x.subject')
              .whereRef('x.user_account', '=', 'u.id')
              .where('x.issuer', '=', issuer),
          ),
        ),
      )
      .executeTakeFirst();
  }
}
