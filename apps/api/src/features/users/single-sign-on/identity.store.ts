import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../graphql/access.ts';
import { recordEvent } from '../../audit/chain.ts';
import { ExternalIdentity } from './external-identity.entity.ts';

/** Which identity of a provider belongs to which account. */
@Injectable()
export class IdentityStore {
  /** Runs in the transaction that signs the person in. */
  async link(
    em: EntityManager,
    account: Pick<Actor, 'id' | 'role'>,
    { issuer, subject }: { issuer: string; subject: string },
  ): Promise<void> {
    await em.insert(ExternalIdentity, { issuer, subject, userAccount: account.id });
    // without issuer and subject: personal data must be erasable, and the chain is not
    await recordEvent(em, account, 'LINK_SIGN_ON', `user ${account.id}`);
  }
}
