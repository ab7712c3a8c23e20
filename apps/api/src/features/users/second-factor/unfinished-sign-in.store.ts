import { Inject, Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { type RawBuilder, sql } from 'kysely';
import { keyedHash, keyedHashes } from '../../../config/secrets.ts';
import { SETTINGS, type Settings } from '../../../config/settings.ts';
import { db } from '../../../database/db.ts';
import { ago, anyText } from '../../../database/expressions.ts';
import { newToken } from '../cookies.ts';
import { isActive } from '../pending.ts';
import { ACTOR } from '../session.store.ts';
import { UnfinishedSignIn } from './second-factor.entity.ts';

/** How long a sign-in waits for its next step. */
export const STEP_LIFE = '10 minutes';
const isOpen = (signIn: string): RawBuilder<boolean> =>
  sql`(${sql.ref(`${signIn}.created_at`)} > ${ago(STEP_LIFE)})`;

/** The account of a sign-in that waits for its second factor. */
export type HalfSignedIn = NonNullable<Awaited<ReturnType<UnfinishedSignInStore['accountOf']>>>;

/** Sign-ins between the password and the second factor. Their tokens are no session tokens: the desks refuse them. */
@Injectable()
export class UnfinishedSignInStore {
  constructor(
    private readonly em: EntityManager,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** `identity`: the provider's identity of the person, if it is to be linked with the account. */
  async start(
    user: string,
    identity: { issuer: string; subject: string } | null = null,
  ): Promise<string> {
    const token = newToken();
    await this.em.insert(UnfinishedSignIn, {
      tokenHash: keyedHash(this.settings.secrets[0], token),
      userAccount: user,
      issuer: identity?.issuer ?? null,
      subject: identity?.subject ?? null,
    });
    return token;
  }

  /** null if it took longer than ten minutes, was finished, or the account is disabled or waits for a second person. */
  async accountOf(token: string) {
    const account = await db(this.em)
      .selectFrom('work.unfinished_sign_in as s')
      .innerJoin('work.user_account as u', 'u.id', 's.user_account')
      .select(ACTOR)
      .where('s.token_hash', '=', anyText(this.hashes(token)))
      .where(isOpen('s'))
      .where(isActive('u'))
      .executeTakeFirst();
    return account ?? null;
  }

  /** Of two requests with the same token only one finishes the sign-in, and gets the identity to be linked. */
  async finish(em: EntityManager, token: string) {
    return db(em)
      .deleteFrom('work.unfinished_sign_in')
      .where('token_hash', '=', anyText(this.hashes(token)))
      .returning(['issuer', 'subject'])
      .executeTakeFirst();
  }

  private hashes(token: string): string[] {
    return keyedHashes(this.settings.secrets, token);
  }
}
